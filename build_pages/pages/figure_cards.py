"""The card of a figure: its indicator, the value as worded, and what else the archive holds of the same measure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_pages.addresses import document_path, indicator_path, place_path, relative
from build_pages.indicators.calendar import Calendar, find_gaps, read_calendar
from build_pages.indicators.comparison import compare, find_main
from build_pages.indicators.series import read_series
from build_pages.model.edition import Edition
from build_pages.model.indicator import Indicator, Value
from build_pages.pages.figures import say_period
from build_pages.pages.indicators import say_scope
from build_pages.pages.words import STATUS

MOST = 5
"""Values on a card, its own included."""


@dataclass(frozen=True, slots=True)
class Other:
    """A value on a card; ``here`` is the one the card belongs to, ``apart`` why it does not compare (or '')."""

    period: str
    status: str
    words: str
    url: str
    here: bool
    apart: str


@dataclass(frozen=True, slots=True)
class FigureCard:
    """What the card of one figure says. ``targeted``: the archive holds a target of the indicator."""

    figure: str
    indicator: str
    name: str
    chip: str
    words: str
    others: tuple[Other, ...]
    missing: str
    terms: str
    url: str
    targeted: bool


def make_figure_cards(edition: Edition) -> Mapping[str, Mapping[str, FigureCard]]:
    """Document ▸ figure id ▸ its card on the document's page, where the indicator has more than one value.

    The two ends of a range share the card of the first.
    """
    indicators = {one.id: one for one in edition.library.indicators}
    calendar = read_calendar(edition.library.records, edition.library.missing)
    cards: dict[str, dict[str, FigureCard]] = {one.id: {} for one in edition.documents}
    for id, values in read_series(edition).items():
        for value in values if len(values) > 1 else ():
            if value.number is not None:
                cards[value.document][value.id] = _card(value, values, indicators[id], calendar)
    return cards


def _card(value: Value, values: Sequence[Value], indicator: Indicator, calendar: Calendar) -> FigureCard:
    page = document_path(value.document)
    gaps = [f"{year}{'目标' if target else '结果'}" for year, target in find_gaps(values, calendar)]
    return FigureCard(
        value.id, indicator.id, indicator.name, f"{STATUS[value.status]} · {say_period(value.period)}", value.words,
        tuple(_others(value, values, page)), "未收：" + "、".join(gaps) if gaps else "",
        "，".join(value.terms) or say_scope(indicator), relative(indicator_path(indicator.id), page),
        any(one.target for one in values),
    )  # fmt: skip


def _others(value: Value, values: Sequence[Value], page: str) -> Iterator[Other]:
    """The values nearest in time to one, itself among them, in the order of time."""
    main = find_main(values)
    at = values.index(value)
    near = sorted(range(len(values)), key=lambda n: abs(n - at))[:MOST]
    for n in sorted(near):
        other = values[n]
        yield Other(
            say_period(other.period), STATUS[other.status], other.words, relative(place_path(other.paragraph), page),
            n == at, compare(other, main),
        )  # fmt: skip
