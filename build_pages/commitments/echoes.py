"""Answers in words: the later clause of a review that says most of what a promise says, or speaks of its object."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

import numpy as np

from build_pages.commitments.clauses import split_clauses
from build_pages.commitments.likeness import dice, key, pairs
from build_pages.commitments.objects import content, is_short_for, read_objects, run_length
from build_pages.commitments.periods import find_later
from build_pages.commitments.promises import Promise
from build_pages.commitments.wordings import Flags, Shared, Wordings
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

_Asked = tuple[Promise, range]
"""A promise, and the numbers of the clauses that may answer it."""
_Sought = tuple[Promise, range, str]
"""The same, with an object of the promise."""
_Spoken = tuple[int, int, str]
"""How many signs of an object a clause has from its first on, the number of the clause, and the object."""


@dataclass(frozen=True, slots=True)
class Said:
    """A clause of a review, with the words of an object by which it was found."""

    paragraph: str
    words: str
    object: str = ""


class Echoes:
    """The clauses of all reviews, to be asked for those that echo promises; documents are in the order of dates."""

    def __init__(self, documents: Sequence[Annotated]) -> None:
        self._dates = [one.document.record.date for one in documents]
        self._later = {one.id: find_later(self._dates, one.document.record.date) for one in documents}
        self._paragraphs: list[str] = []  # of each clause
        self._words: list[str] = []  # of each clause
        self._cores: list[str] = []  # these in common terms
        self._begins = [0]  # number of the first clause of each document, and of one behind the last
        for one in documents:
            for paragraph, words in _read_review(one):
                self._paragraphs += [paragraph] * len(words)
                self._words += words
                self._cores += map(key, words)
            self._begins.append(len(self._words))
        self._said = Wordings(self._cores)
        self._bodies: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
        for n, core in enumerate(self._cores):
            for name in _BODIES.findall(core) if _BODY.search(core) else ():
                self._bodies[name[0], name[-2:]].append((name, n))

    def answer(self, asked: Iterable[tuple[Promise, tuple[int, int]]]) -> Mapping[str, Said]:
        """Promise id ▸ the clause that says the same, or speaks of the same thing; a promise without is not in it.

        The promises ``asked`` for come with the first and last year they are due in.
        """
        timely = [(promise, self._timely(promise, due)) for promise, (_, due) in asked]
        timely = [(promise, within) for promise, within in timely if within]
        worded = dict(self._of_wording(timely))
        left = [one for one in timely if one[0].figure is None and one[0].id not in worded]
        return worded | dict(self._of_objects(left))

    def _timely(self, promise: Promise, due: int) -> range:
        """The numbers of the clauses that may answer a promise due in the year ``due``: later, but not too late."""
        first, last = self._later[promise.document], bisect_left(self._dates, str(due + _SOON + 1))
        return range(self._begins[first], self._begins[max(first, last)])

    def _of_wording(self, asked: Sequence[_Asked]) -> Iterator[tuple[str, Said]]:
        """Promise id and the timely clause that says most of what the promise says, the first of equals."""
        words = [promise.core if promise.figure else content(promise.head) for promise, _ in asked]
        enough = partial(_echoes, np.array([promise.figure is not None for promise, _ in asked], np.bool_))
        most: dict[int, tuple[int, int]] = {}
        for n, found, count in self._said.share(words, enough, [timely for _, timely in asked]):
            if count > most.get(n, (0, 0))[0]:
                most[n] = count, found
        return ((asked[n][0].id, self._say(found)) for n, (_, found) in most.items())

    def _of_objects(self, asked: Sequence[_Asked]) -> Iterator[tuple[str, Said]]:
        """Promise id and the timely clause that speaks most of an object of the promise, which has no figure."""
        sought: list[_Sought] = []
        for promise, timely in asked:
            objects = tuple(read_objects(promise.head))
            if said := self._of_name(objects, timely):
                yield promise.id, said
            else:
                sought += ((promise, timely, object_) for object_ in objects)
        best = self._find_best(sought)
        earlier = self._count_earlier(chain.from_iterable(found for found in best.values() if len(found) > 1))
        for id, alike in best.items():
            length, found, object_ = min(alike, key=earlier.__getitem__)  # what is told the first time tells more
            yield id, self._say(found, object_[:length])

    def _find_best(self, sought: Sequence[_Sought]) -> Mapping[str, Sequence[_Spoken]]:
        """Promise id ▸ the clauses that speak most of its objects, one or several that are alike."""
        spoken: dict[str, list[_Spoken]] = defaultdict(list)
        for n, found in self._beginning([object_ for *_, object_ in sought], [timely for _, timely, _ in sought]):
            promise, _, object_ = sought[n]
            length = run_length(object_, self._cores[found])
            if _is_named(length, len(object_)):
                spoken[promise.id].append((length, found, object_))
        promises = {promise.id: promise for promise, *_ in sought}
        return {id: self._list_best(promises[id], found) for id, found in spoken.items()}

    def _of_name(self, objects: Iterable[str], timely: range) -> Said | None:
        """The first timely clause that has the short form of a body's name that a promise spells out."""
        for object_ in objects:
            for name, n in self._bodies.get((object_[0], object_[-2:]), ()):
                if n in timely and is_short_for(name, object_):
                    return self._say(n, name)
        return None

    def _beginning(self, objects: Sequence[str], within: Sequence[range]) -> Iterator[tuple[int, int]]:
        """The numbers of objects and of clauses ``within`` ranges that have all pairs of their first signs, if rare."""
        begins, enough = self._begin(objects)
        return ((n, found) for n, found, _ in self._said.share(begins, enough, within))

    def _list_best(self, promise: Promise, spoken: Sequence[_Spoken]) -> Sequence[_Spoken]:
        """The clauses that have most of an object, and of those the ones that are most like the promise."""
        most = max(length for length, _, _ in spoken)
        spoken = [one for one in spoken if one[0] == most]
        if len(spoken) == 1:
            return spoken
        wording = pairs(content(promise.head))
        alike = [dice(pairs(self._cores[n]), wording) for _, n, _ in spoken]
        return [one for one, like in zip(spoken, alike, strict=True) if like == max(alike)]

    def _count_earlier(self, spoken: Iterable[_Spoken]) -> Counter[_Spoken]:
        """How many clauses before each one found have the first signs of its object; 0 where these are common."""
        different = list(dict.fromkeys(spoken))
        begins, enough = self._begin([object_ for *_, object_ in different])
        counted = self._said.count(begins, enough, [range(n) for _, n, _ in different])
        return Counter(dict(zip(different, counted, strict=True)))

    def _begin(self, objects: Iterable[str]) -> tuple[Sequence[str], Callable[[Shared], Flags]]:
        """The first signs of objects, and what tells where a clause has all pairs of them, if they are rare."""
        begins = [object_[:_NAMED] for object_ in objects]
        return begins, partial(_begins, np.array(self._said.count_rarest(begins)) <= _COMMON)

    def _say(self, n: int, object_: str = "") -> Said:
        return Said(self._paragraphs[n], self._words[n], object_)


def _is_named(length: int, whole: int) -> bool:
    """Whether so many of an object's signs name it."""
    return (length >= _NAMED and length >= _PART * whole) or (length >= _NAMED_LONG and length >= _PART_LONG * whole)


def _echoes(figured: Flags, shared: Shared) -> Flags:
    """Where a clause holds enough of what a promise says; ``figured`` are the promises with a figure."""
    wordy = np.where(shared.size > _SHORT, _ECHO, _SHORT_ECHO)
    share = np.where(figured[shared.wanted], _FIGURE_ECHO, wordy)
    flags: Flags = (shared.size >= _LONG) & (shared.common >= np.ceil(share * shared.size))
    return flags


def _begins(rare: Flags, shared: Shared) -> Flags:
    """Where a clause has all pairs of the first signs of an object; ``rare`` are those that few clauses have."""
    flags: Flags = (shared.common >= _NAMED - 1) & rare[shared.wanted]
    return flags


def _read_review(one: Annotated) -> Iterator[tuple[str, list[str]]]:
    """The clauses of what a document tells of the past, with their paragraphs."""
    for paragraph in one.document.paragraphs:
        sentences = one.sentences[paragraph.id]
        if told := [paragraph.text[start:end] for start, end, coded in sentences if coded.frame in ("A", "B")]:
            yield paragraph.id, split_clauses(told)
