"""The values of an indicator over time, each in the words of its text with its 口径 and its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from sys import intern

from build_pages.indicators.evidence import Evidence, place_of_figure
from build_pages.indicators.facets import read_facets
from build_pages.indicators.tie import find_wording, read_ranges
from build_pages.indicators.wording import short_value, word_value
from build_pages.indicators.words import read_words
from build_pages.model.edition import Annotated, Edition
from build_pages.model.indicator import Indicator, Value
from build_pages.model.mention import Figure


def read_series(edition: Edition) -> Mapping[str, tuple[Value, ...]]:
    """Indicator id ▸ its values in the order of periods, then of dates; indicators without a value have ()."""
    values: dict[str, list[Value]] = {indicator.id: [] for indicator in edition.library.indicators}
    for one in edition.documents:
        for value in one.values:
            values[value.indicator].append(value)
    return {id: tuple(sorted(found, key=_order)) for id, found in values.items()}


def read_values(
    one: Annotated, indicators: Mapping[str, Indicator], weighed: Mapping[str, Evidence]
) -> tuple[Value, ...]:
    """What a document whose figures are tied states of ``indicators`` (by id): in figures, then in words.

    ``weighed`` is the evidence that the figures were tied by.
    """
    return (*_figures(one, indicators, weighed), *read_words(one, one.ties, indicators))


def _order(value: Value) -> tuple[tuple[int, int], bool, str]:
    first, last = value.years or (9999, 9999)
    return (last, first), not value.target, value.date


def _figures(one: Annotated, indicators: Mapping[str, Indicator], weighed: Mapping[str, Evidence]) -> Iterator[Value]:
    """The values that figures state; the two ends of a range are one value."""
    ties, ranges = one.ties, dict(read_ranges(one))
    ends = {upper: one.figures[upper] for lower, upper in ranges.items() if lower in ties}
    for id, evidence in weighed.items():
        if id in ties and id not in ends:
            yield _value(one, id, evidence, ends.get(ranges.get(id, "")), indicators[ties[id]])


def _value(one: Annotated, id: str, evidence: Evidence, upper: Figure | None, indicator: Indicator) -> Value:
    figure, place = evidence.figure, one.places[place_of_figure(id)]
    text = place.text
    wording = find_wording(evidence, indicator)
    named = wording.text if wording else ""
    scope = (wording.scope,) if wording and wording.scope else ()
    facets = read_facets(evidence, f"{indicator.name}{indicator.scope}{indicator.moment}{named}{scope}")
    end = upper.end if upper else figure.end
    whole = replace(figure, end=end) if upper else figure
    return Value(
        id=id, indicator=indicator.id, document=one.id, paragraph=place.id, start=figure.start, end=end,
        date=one.document.record.date, period=figure.period, status=figure.status,
        words=intern(word_value(text, whole, evidence.previous, named)), short=intern(short_value(text, whole)),
        number=_number(figure), relation=figure.relation, upper=_number(upper) if upper else None,
        terms=(*scope, *(facet.words for facet in facets)),
        breaks=(*scope, *(facet.words for facet in facets if facet.breaks)),
    )  # fmt: skip


def _number(figure: Figure) -> float:
    return float(f"{figure.value * figure.scale:.12g}")  # 2556.8 × 1e8 is no more exact than its digits
