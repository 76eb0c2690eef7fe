"""Answers in words: the later clause of a review that says most of what a promise says, or speaks of its object."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from math import ceil

from build_pages.commitments.clauses import read_clauses
from build_pages.commitments.likeness import PairIndex, dice, key, pairs
from build_pages.commitments.objects import content, is_short_for, read_objects, run_length
from build_pages.commitments.periods import find_later
from build_pages.commitments.promises import Promise
from build_pages.model.edition import Annotated

_ECHO, _SHORT_ECHO, _FIGURE_ECHO = 0.5, 0.62, 0.75
"""Shares of a promise's wording that a later clause must hold to answer it in words: a long one, a short one, and one
with a figure, which is answered by a value first of all."""
_SHORT = 8
"""Pairs of characters up to which a promise is short."""
_LONG = 6
"""Pairs of characters a wording needs before an echo of it says anything."""
_SOON = 2
"""Years after it falls due in which a text may still be answering a promise in words."""
_NAMED, _PART, _NAMED_LONG, _PART_LONG = 4, 0.5, 5, 0.4
"""Signs of an object that a clause must say from its first on, and what part of it that must be; the same for more."""


_COMMON = 2000
"""Clauses that have a pair of characters, from which on it tells nothing apart; also keeps large archives quick."""
_BODY = re.compile("集团|公司|基金|联盟|中心|学院|研究院|实验室")
_BODIES = re.compile(f"[一-龥]{{2,8}}?(?:{_BODY.pattern})")


@dataclass(frozen=True, slots=True)
class Said:
    """A clause of a review; ``core`` are its words in common terms."""

    paragraph: str
    words: str
    core: str


class Echoes:
    """The clauses of all reviews, to be asked for those that echo a promise; documents are in the order of dates."""

    def __init__(self, documents: Sequence[Annotated]) -> None:
        self._dates = [one.document.record.date for one in documents]
        self._later = {one.id: find_later(self._dates, one.document.record.date) for one in documents}
        reviews = [tuple(_read_review(one)) for one in documents]
        self._begins = list(accumulate(map(len, reviews), initial=0))
        self._said = PairIndex(chain.from_iterable(reviews), lambda said: said.core)
        self._bodies: dict[tuple[str, str], list[tuple[str, int, Said]]] = defaultdict(list)
        for n, said in enumerate(chain.from_iterable(reviews)):
            for name in _BODIES.findall(said.core) if _BODY.search(said.core) else ():
                self._bodies[name[0], name[-2:]].append((name, n, said))

    def timely(self, promise: Promise, due: int) -> range:
        """The numbers of the clauses that may answer a promise due in the year ``due``: later, but not too late."""
        first, last = self._later[promise.document], bisect_left(self._dates, str(due + _SOON + 1))
        return range(self._begins[first], self._begins[max(first, last)])

    def of_wording(self, promise: Promise, timely: range) -> Said | None:
        """The one of the ``timely`` clauses that says most of what a promise says."""
        grams = promise.grams if promise.figure else pairs(content(promise.head))
        if len(grams) < _LONG:
            return None
        least = ceil(_least_share(promise, grams) * len(grams))
        found = max(self._said.sharing(grams, least, timely), key=lambda item: item[1], default=None)
        return self._said.things[found[0]] if found else None

    def of_object(self, promise: Promise, timely: range) -> tuple[Said, str] | None:
        """The ``timely`` clause that speaks most of an object of a promise without a figure; the words they share."""
        objects, wording = tuple(read_objects(promise.head)), pairs(content(promise.head))
        if told := self._of_name(objects, timely):
            return told
        found = [
            (length, dice(pairs(said.core), wording), n, object_)
            for object_ in objects
            if self._said.count_rarest(begin := pairs(object_[:_NAMED])) <= _COMMON
            for n, _ in self._said.sharing(begin, _NAMED - 1, timely)
            if (length := run_length(object_, (said := self._said.things[n]).core)) and _is_named(length, len(object_))
        ]
        if not found:
            return None
        most = max(item[:2] for item in found)
        found = [item for item in found if item[:2] == most]
        length, _, n, object_ = min(found, key=self._count_earlier) if len(found) > 1 else found[0]
        return self._said.things[n], object_[:length]

    def _count_earlier(self, found: tuple[float, float, int, str]) -> int:
        """How many clauses before the one found speak of the object: what is told the first time tells more."""
        _, _, n, object_ = found
        return sum(1 for _ in self._said.sharing(pairs(object_[:_NAMED]), _NAMED - 1, range(n)))

    def _of_name(self, objects: Iterable[str], timely: range) -> tuple[Said, str] | None:
        """The first ``timely`` clause that has the short form of a body's name that a promise spells out."""
        for object_ in objects:
            for name, n, said in self._bodies.get((object_[0], object_[-2:]), ()):
                if n in timely and is_short_for(name, object_):
                    return said, name
        return None


def _is_named(length: int, whole: int) -> bool:
    """Whether so many of an object's signs name it."""
    return (length >= _NAMED and length >= _PART * whole) or (length >= _NAMED_LONG and length >= _PART_LONG * whole)


def _least_share(promise: Promise, grams: frozenset[str]) -> float:
    if promise.figure:
        return _FIGURE_ECHO
    return _ECHO if len(grams) > _SHORT else _SHORT_ECHO


def _read_review(one: Annotated) -> Iterator[Said]:
    """The clauses of what a document tells of the past."""
    for paragraph in one.document.paragraphs:
        for start, end, coded in one.sentences[paragraph.id]:
            if coded.frame in ("A", "B"):
                for begin, stop in read_clauses(paragraph.text, start, end):
                    words = paragraph.text[begin:stop]
                    yield Said(paragraph.id, words, key(words))
