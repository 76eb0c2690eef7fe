"""Answers in words: the later clause of a review that says most of what a promise says, or speaks of its object."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from build_pages.commitments.clauses import read_clauses
from build_pages.commitments.likeness import PairIndex, dice, key, pairs
from build_pages.commitments.objects import content, is_short_for, read_objects, run_length
from build_pages.commitments.periods import is_later
from build_pages.commitments.promises import Promise
from build_pages.model.edition import Edition
from build_pages.model.theme import Coded

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
_BODIES = re.compile("[一-龥]{2,8}?(?:集团|公司|基金|联盟|中心|学院|研究院|实验室)")


@dataclass(frozen=True, slots=True)
class Said:
    """A clause of a review, in common terms, with its pairs of characters."""

    document: str
    paragraph: str
    words: str
    core: str
    pairs: frozenset[str]


class Echoes:
    """The clauses of all reviews of an edition, to be asked for those that echo a promise."""

    def __init__(self, edition: Edition, sentences: Mapping[str, tuple[tuple[int, int, Coded], ...]]) -> None:
        self._dates = {one.id: one.document.record.date for one in edition.documents}
        reviews = tuple(_reviews(edition, sentences))
        self._said = PairIndex(reviews, lambda said: said.pairs)
        self._bodies: dict[tuple[str, str], list[tuple[str, Said]]] = defaultdict(list)
        for said in reviews:
            for name in _BODIES.findall(said.core):
                self._bodies[name[0], name[-2:]].append((name, said))

    def of_wording(self, promise: Promise, due: int) -> Said | None:
        """The later clause that says most of what a promise due in the year ``due`` says."""
        grams = promise.grams if promise.figure else pairs(content(promise.head))
        if len(grams) < _LONG:
            return None
        least = ceil(_least_share(promise, grams) * len(grams))
        found = [(shared, -n, said) for n, (said, shared) in enumerate(self._said.sharing(grams, least))]
        timely = [item for item in found if self._may_answer(item[2], promise, due)]
        return max(timely, key=lambda item: item[:2])[2] if timely else None

    def of_object(self, promise: Promise, due: int) -> tuple[Said, str] | None:
        """The later clause that speaks most of an object of a promise without a figure, and the words they share."""
        if told := self._of_name(promise, due):
            return told
        found = [
            (length, dice(said.pairs, pairs(content(promise.head))), -n, said, object_[:length])
            for object_ in read_objects(promise.head)
            if self._said.count_rarest(begin := pairs(object_[:_NAMED])) <= _COMMON
            for n, (said, _) in enumerate(self._said.sharing(begin, _NAMED - 1))
            if (length := run_length(object_, said.core)) and _is_named(length, len(object_))
            if self._may_answer(said, promise, due)
        ]
        return max(found, key=lambda item: item[:3])[3:] if found else None

    def _of_name(self, promise: Promise, due: int) -> tuple[Said, str] | None:
        """The first later clause that has the short form of a body's name that the promise spells out."""
        for object_ in read_objects(promise.head):
            for name, said in self._bodies.get((object_[0], object_[-2:]), ()):
                if is_short_for(name, object_) and self._may_answer(said, promise, due):
                    return said, name
        return None

    def _may_answer(self, said: Said, promise: Promise, due: int) -> bool:
        date = self._dates[said.document]
        return is_later(date, self._dates[promise.paragraph.partition("#")[0]]) and date < str(due + _SOON + 1)


def _is_named(length: int, whole: int) -> bool:
    """Whether so many of an object's signs name it."""
    return (length >= _NAMED and length >= _PART * whole) or (length >= _NAMED_LONG and length >= _PART_LONG * whole)


def _least_share(promise: Promise, grams: frozenset[str]) -> float:
    if promise.figure:
        return _FIGURE_ECHO
    return _ECHO if len(grams) > _SHORT else _SHORT_ECHO


def _reviews(edition: Edition, sentences: Mapping[str, tuple[tuple[int, int, Coded], ...]]) -> Iterator[Said]:
    for one in edition.documents:
        for paragraph in one.document.paragraphs:
            for start, end, coded in sentences[paragraph.id]:
                if coded.frame in ("A", "B"):
                    for clause in read_clauses(paragraph.text, start, end):
                        words = paragraph.text[clause.start : clause.end]
                        core = key(words)
                        yield Said(one.id, paragraph.id, words, core, pairs(core))
