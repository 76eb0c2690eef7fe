"""What documents report of each measure, by the years it is of: of thousands of values few can answer a promise."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter

from build_pages.commitments.likeness import SAME, PairIndex, least_shared
from build_pages.commitments.measures import Stated, Years, agreement

Told = tuple[int, int, Stated]
"""The number of a document, the number of a value among all, and the value."""
_document = itemgetter(0)


@dataclass(frozen=True, slots=True, eq=False)
class Measure:
    """Values of one kind, unit, indicator and wording, all in a scale (万) or none: what one measures, all do."""

    first: Stated
    told: Mapping[Years, Sequence[Told]]
    """Years ▸ the values that are of these, in the order of their documents."""


class Measures:
    """Reported values by what they measure, so that those that may state the same are compared once."""

    def __init__(self, reported: Iterable[tuple[int, Stated]]) -> None:
        """Sort values in, each with the number of its document, by which they come; what has no years is not told."""
        told: dict[object, list[Told]] = defaultdict(list)
        for n, (document, one) in enumerate(reported):
            key = one.kind, one.unit, one.indicator, one.core, one.figure.scale == 1
            told[key].append((document, n, one))
        self.all = tuple(map(_group, told.values()))
        by_unit: dict[object, list[Measure]] = defaultdict(list)
        self._by_indicator: dict[object, list[Measure]] = defaultdict(list)
        for measure in self.all:
            kind, unit, indicator = measure.first.kind, measure.first.unit, measure.first.indicator
            by_unit[kind, unit].append(measure)
            self._by_indicator[kind, unit, indicator].append(measure)
        self._by_words = {counted: PairIndex(found, lambda one: one.first.grams) for counted, found in by_unit.items()}

    def of(self, target: Stated) -> Sequence[Measure]:
        """The measures that may be that of ``target``."""
        kind, unit, words = target.kind, target.unit, target.grams
        if kind is None or (kind, unit) not in self._by_words:
            return ()
        alike = self._by_words[kind, unit].near(words, max(1, least_shared(len(words), SAME)))
        tied = self._by_indicator.get((kind, unit, target.indicator), ()) if target.indicator else ()
        return [measure for measure in dict.fromkeys(chain(alike, tied)) if agreement(target, measure.first)]


def list_past(measures: Iterable[Measure], own: int, later: int, due: Years) -> list[Stated]:
    """The values that suit the start of a promise best, by all that their years and documents say of it.

    They are of years before those it is ``due`` in, and told before the document ``later``: by the promise's ``own``
    document, else of the last years.
    """
    past = [(years, told) for measure in measures for years, told in measure.told.items() if years[1] < due[0]]
    return _list_nearest(past, due, own, own + 1) or _list_nearest(past, due, 0, later)


def list_since(measures: Iterable[Measure], later: int, due: Years) -> list[Stated]:
    """The values that suit the outcome of a promise best, by all that their years say of it.

    They are told from the document ``later`` on; of years before those it is ``due`` in, they would answer nothing.
    """
    since = [(years, told) for measure in measures for years, told in measure.told.items() if years[1] >= due[0]]
    return _list_nearest(since, due, later, None)


def _list_nearest(
    told: Iterable[tuple[Years, Sequence[Told]]], due: Years, first: int, behind: int | None
) -> list[Stated]:
    """Of what is told from the ``first`` document on, that of the years that are ``due``, or else end nearest to them.

    Of years that end in the same distance, single ones come first.
    """
    near: dict[tuple[bool, int, bool], list[tuple[Sequence[Told], slice]]] = defaultdict(list)
    for years, found in told:
        start = bisect_left(found, first, key=_document)
        stop = len(found) if behind is None else bisect_left(found, behind, start, key=_document)
        if start < stop:
            near[years == due, -abs(years[1] - due[1]), years[0] == years[1]].append((found, slice(start, stop)))
    nearest = near[max(near)] if near else ()
    return [one for *_, one in sorted(chain.from_iterable(found[within] for found, within in nearest))]


def _group(told: Sequence[Told]) -> Measure:
    by_years: dict[Years, list[Told]] = defaultdict(list)
    for value in told:
        if years := value[2].years:
            by_years[years].append(value)
    return Measure(told[0][2], by_years)
