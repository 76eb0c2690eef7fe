"""The reported values of a promise's measure: the one that answers it, and the one it starts from."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from build_pages.commitments.likeness import SAME, dice, held, pairs
from build_pages.commitments.measures import CLASSIFIERS, Stated, Years, agreement, context
from build_pages.commitments.periods import find_later
from build_pages.commitments.promises import Promise
from build_pages.commitments.reported import Measure, Measures, list_past, list_since
from build_pages.commitments.wordings import Flags, Shared, Wordings
from build_pages.model.commitment import Comparability
from build_pages.model.edition import Annotated

Due = tuple[Promise, Years]
"""A promise, and the first and last year it is due in."""
Found = tuple[Stated | None, Stated | None]
"""The value a promise starts from, and the one that answers it."""

_OF_GROWTH = re.compile(r"增速|增幅|增长|同步|涨幅")
_OF_NUMBER = re.compile(r"扩容|新增|数量|总数|倍增|更多")
_NAME = 3
"""Characters that a measure's wording needs before a promise without a number can be taken to name it."""
_COVERED = 0.8
"""Share of a measure's wording that a promise without a number must hold to be about it."""


class Values:
    """The figures that documents in the order of their dates report, to be asked for those of the measure of a promise.

    ``measures`` are what the figures of the documents state.
    """

    def __init__(self, documents: Sequence[Annotated], measures: Mapping[str, Stated]) -> None:
        self._measures = measures
        self._records = {one.id: one.document.record for one in documents}
        self._order = {one.id: n for n, one in enumerate(documents)}
        dates = [one.document.record.date for one in documents]
        self._later = {one.id: find_later(dates, one.document.record.date) for one in documents}
        reported = [stated for stated in measures.values() if stated.figure.status == "actual" and stated.years]
        self._reported = Measures((self._order[stated.document], stated) for stated in reported)
        self._nameable = [
            one for one in self._reported.all if one.first.kind != "rank" and len(one.first.core) >= _NAME
        ]
        self._by_words = Wordings([measure.first.core for measure in self._nameable])

    def answer(self, asked: Sequence[Due]) -> Mapping[str, Found]:
        """Promise id ▸ the value each of the promises of a document starts from, and the one that answers it."""
        named = self._name_measures([promise for promise, _ in asked if promise.figure is None])
        return {promise.id: self._answer(promise, due, named.get(promise.id, ())) for promise, due in asked}

    def _answer(self, promise: Promise, due: Years, named: Iterable[Measure]) -> Found:
        """The values of a promise: of its figure's measure, else of the measure most surely ``named`` in it."""
        own, target = self._records[promise.document], self._target(promise)
        number, later = self._order[own.id], self._later[own.id]
        measures = [self._reported.of(target)] if target else _rank(named, promise)
        ranks: list[Callable[[Stated], float]] = [partial(self._is_of_series, own.series)]
        if target:
            ranks += [partial(agreement, target), partial(context, target)]
        before = (list_past(alike, number, later, due) for alike in measures)
        after = (list_since(alike, later, due) for alike in measures)
        return _choose(before, ranks), _choose(after, ranks)

    def compare(self, promise: Promise, found: Stated) -> Comparability:
        """How the value that answers a promise compares with what was promised."""
        target = self._target(promise)
        if target is None:
            return "scope"
        if target.years != found.years:
            return "period"
        tied = target.indicator is not None and dice(target.grams, found.grams) >= SAME
        alike = target.figure.measure == found.figure.measure and (target.core == found.core or tied)
        return "same" if alike else "scope"

    def _target(self, promise: Promise) -> Stated | None:
        return self._measures.get(promise.figure or "")

    def _is_of_series(self, series: str | None, stated: Stated) -> bool:
        return self._records[stated.document].series == series

    def _name_measures(self, promises: Sequence[Promise]) -> Mapping[str, Sequence[Measure]]:
        """Promise id ▸ the measures that it names, for promises without a figure."""
        named: dict[str, list[Measure]] = defaultdict(list)
        for n, found, _ in self._by_words.share([promise.core for promise in promises], self._covers):
            measure, promise = self._nameable[found], promises[n]
            if _may_answer(measure.first, promise):
                named[promise.id].append(measure)
        return named

    def _covers(self, shared: Shared) -> Flags:
        """Where a promise holds enough of the wording of a measure."""
        flags: Flags = shared.common >= _COVERED * self._by_words.sizes[shared.found]
        return flags


def _rank(named: Iterable[Measure], promise: Promise) -> Sequence[Sequence[Measure]]:
    """Measures that a promise names, the most surely named first, those named alike together."""
    alike: dict[tuple[int, float], list[Measure]] = defaultdict(list)
    for measure in named:
        alike[_name(promise, measure.first)].append(measure)
    return [alike[sure] for sure in sorted(alike, reverse=True)]


def _name(promise: Promise, stated: Stated) -> tuple[int, float]:
    """How surely a value is of what a promise without a figure names: the sooner it is named, the more surely."""
    growth = (stated.kind == "growth") == bool(_OF_GROWTH.search(promise.quote))
    share = held(stated.grams, pairs(promise.core))
    return -promise.core.find(stated.core[:2]), growth + share + len(stated.core) / 100


def _may_answer(stated: Stated, promise: Promise) -> bool:
    """Whether a figure may stand for a promise without one that names its measure, and not only things in passing."""
    if ("人均" in promise.core) != ("人均" in stated.core):
        return False
    counted = stated.kind == "amount" and stated.figure.scale == 1 and stated.unit in CLASSIFIERS
    return not counted or bool(_OF_NUMBER.search(promise.quote))


def _choose(suiting: Iterable[Sequence[Stated]], ranks: Iterable[Callable[[Stated], float]]) -> Stated | None:
    """Of the first values that there are any of, the first of the highest rank; None where there are none.

    A further rank is read among equals alone.
    """
    found = next(filter(None, suiting), ())
    for rank in ranks:
        if len(found) > 1:
            ranked = [rank(stated) for stated in found]
            best = max(ranked)
            found = [stated for stated, own in zip(found, ranked, strict=True) if own == best]
    return found[0] if found else None
