"""The pages of indicators: one each, with its values over time as worded, and the index by theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from build_pages.addresses import indicator_csv, indicator_path, relative
from build_pages.indicators.calendar import SAY, Absence, Calendar, read_calendar
from build_pages.indicators.comparison import comparable, compare, find_conflicts, find_main
from build_pages.model.edition import Edition
from build_pages.model.indicator import Indicator, Value
from build_pages.model.page import Page
from build_pages.pages.atlas import Atlas, Spot, draw_atlas
from build_pages.pages.chart import draw_chart
from build_pages.pages.figures import say_period
from build_pages.split.sentences import read_sentences

INDEX = "indicators/index.html"
ENOUGH = 3
"""Comparable values from which on there is a chart."""
KINDS = {"stock": "时点数", "flow": "当期数", "cumulative": "累计数"}


@dataclass(frozen=True, slots=True)
class Line:
    """A value in the table: as worded, its 口径, why it does not compare (or ''), and the place it stands in."""

    id: str
    value: Value
    terms: str
    apart: str
    source: Spot


@dataclass(frozen=True, slots=True)
class Span:
    """A period with its values; a column without any says why in ``no_target`` or ``no_result``."""

    name: str
    lines: tuple[Line, ...]
    no_target: tuple[Absence, str] | None
    no_result: tuple[Absence, str] | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the words of a value in it."""

    before: str
    words: str
    after: str
    source: Spot


def indicator_pages(edition: Edition) -> Iterator[Page]:
    """The index, and one page for each indicator that has a value."""
    atlas, series = draw_atlas(edition), edition.series
    calendar = read_calendar(edition.library.records, edition.library.missing)
    themes = {theme.id: theme.name for theme in edition.library.themes}
    for indicator in edition.library.indicators:
        if values := series[indicator.id]:
            path = indicator_path(indicator.id)
            context = _context(indicator, values, calendar, atlas, path) | {
                "theme": themes.get(indicator.theme, indicator.theme), "index": relative(INDEX, path),
                "csv": relative(indicator_csv(indicator.id), path),
            }  # fmt: skip
            yield Page(path, "indicator.md.j2", indicator.name, context)
    yield Page(INDEX, "indicators.md.j2", "指标", {"themes": tuple(_themes(edition, series, themes))})


def _context(
    indicator: Indicator, values: Sequence[Value], calendar: Calendar, atlas: Atlas, path: str
) -> dict[str, object]:
    series = {value.document: atlas.documents[value.document].document.record.series for value in values}
    charted = len(set(series.values()) - {None}) < 2 and len(comparable(values)) >= ENOUGH
    return {
        "indicator": indicator,
        "terms": f"单位：{'、'.join(indicator.unit)}。口径：{say_scope(indicator)}。",
        "chart": draw_chart(indicator.name, indicator.unit[0], values, calendar) if charted else None,
        "spans": tuple(_spans(values, calendar, atlas, path)),
        "conflicts": tuple(
            tuple(_sentence(value, atlas, path) for value in pair)
            for pair in find_conflicts(values)
            if len({series[value.document] for value in pair} - {None}) < 2
        ),
    }  # fmt: skip


def say_scope(indicator: Indicator) -> str:
    """The 口径 of an indicator; what matters and is not stated says so."""
    named = ((indicator.price, "价格"), (indicator.moment, "时点"), (indicator.vintage, "核算阶段"))
    parts = [f"范围{indicator.scope}" if indicator.scope == "未注明" else indicator.scope]
    parts += [KINDS[indicator.kind]] if indicator.kind else []
    parts += [f"{name}未注明" if said == "未注明" else said for said, name in named if said]
    return "，".join(parts)


def _spans(values: Sequence[Value], calendar: Calendar, atlas: Atlas, path: str) -> Iterator[Span]:
    main = find_main(values)
    for period, group in groupby(values, key=lambda value: value.period):
        found = tuple(group)
        lines = tuple(
            Line(
                value.id.replace("#", "-"), value, "，".join(value.terms),
                compare(value, main) if len(values) > 1 else "", atlas.spot(value.paragraph, path),
            )
            for value in found
        )  # fmt: skip
        lacks = {value.target for value in found} ^ {True, False}
        said = {target: (why, SAY[why]) for target in lacks for why in (calendar.absence(period, target),)}
        yield Span(say_period(period), lines, said.get(True), said.get(False))


def _sentence(value: Value, atlas: Atlas, path: str) -> Sentence:
    """The sentence a value stands in."""
    text = atlas.documents[value.document].places[value.paragraph].text
    start, end = next((a, b) for a, b in read_sentences(text) if a <= value.start < b)
    return Sentence(
        text[start : value.start], text[value.start : value.end], text[value.end : end],
        atlas.spot(value.paragraph, path),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Listed:
    """An indicator on the index: its newest target and result, and how many values it has."""

    name: str
    english: str
    url: str
    target: Value | None
    result: Value | None
    count: int
    charted: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """A theme with its indicators: those with several values, headline ones first, and those with one."""

    id: str
    name: str
    repeated: tuple[Listed, ...]
    single: tuple[Listed, ...]


def _themes(edition: Edition, series: Mapping[str, tuple[Value, ...]], themes: Mapping[str, str]) -> Iterator[Shelf]:
    """The themes in their order."""
    order = {id: n for n, id in enumerate(themes)}
    found = [indicator for indicator in edition.library.indicators if series[indicator.id]]
    found.sort(key=lambda one: (order.get(one.theme, len(order)), not one.headline, -len(series[one.id])))
    for theme, group in groupby(found, key=lambda one: one.theme):
        listed = [_listed(one, series[one.id]) for one in group]
        several, single = (tuple(one for one in listed if (one.count > 1) is many) for many in (True, False))
        yield Shelf(theme, themes.get(theme, theme), several, single)


def _listed(indicator: Indicator, values: Sequence[Value]) -> Listed:
    newest = {value.target: value for value in values}
    return Listed(
        indicator.name, indicator.english, relative(indicator_path(indicator.id), INDEX), newest.get(True),
        newest.get(False), len(values), len(comparable(values)) >= ENOUGH,
    )  # fmt: skip
