"""The pages of indicators: one each, with its values over time as worded, and the index by theme."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, groupby

from build_pages.addresses import indicator_csv, indicator_path, relative
from build_pages.circles import read_centres
from build_pages.indicators.calendar import SAY, Absence, Calendar, read_calendars
from build_pages.indicators.comparison import comparable, compare, find_conflicts, find_main
from build_pages.model.edition import Edition
from build_pages.model.indicator import Indicator, Value
from build_pages.model.page import Page
from build_pages.pages.atlas import Atlas, Spot, draw_atlas
from build_pages.pages.chart import draw_chart
from build_pages.pages.figures import say_period
from build_pages.pages.keys import NO_KEYS, Keys
from build_pages.split.sentences import quote_sentence

INDEX = "indicators/index.html"
ENOUGH = 3
"""Comparable values from which on there is a chart."""
MOST = 400
"""Values that a page lists."""
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


def indicator_pages(edition: Edition, keys: Keys = NO_KEYS) -> Iterator[Page]:
    """The index, and one page for each indicator that has a value."""
    atlas, series = draw_atlas(edition), edition.series
    centres, calendars = read_centres(edition.library), read_calendars(edition)
    themes = {theme.id: theme.name for theme in edition.library.themes}
    for indicator in edition.library.indicators:
        if values := series[indicator.id]:
            path, theme = indicator_path(indicator.id), themes.get(indicator.theme, indicator.theme)
            context = partial(_context, indicator, theme, values, centres, calendars, atlas, path)
            yield Page(path, "indicator.md.j2", indicator.name, context, key=keys.of_indicator(indicator.id))
    yield Page(INDEX, "indicators.md.j2", "指标", {"themes": tuple(_themes(edition, series, centres, themes))})


def _context(
    indicator: Indicator,
    theme: str,
    values: Sequence[Value],
    centres: Mapping[str, str],
    calendars: Mapping[str, Calendar],
    atlas: Atlas,
    path: str,
) -> dict[str, object]:
    alone, shown = _is_of_one(values, centres), list_newest(values, centres)
    calendar = calendars[centres[values[0].document]] if alone else Calendar({})
    charted = _is_charted(values, centres)
    circles: dict[str, list[Value]] = defaultdict(list)
    for value in shown:
        circles[centres[value.document]].append(value)
    return {
        "indicator": indicator,
        "theme": theme,
        "index": relative(INDEX, path),
        "csv": relative(indicator_csv(indicator.id), path),
        "terms": f"单位：{'、'.join(indicator.unit)}。口径：{say_scope(indicator)}。" + _say_cut(values, shown, alone),
        "chart": draw_chart(indicator.name, indicator.unit[0], shown, calendar) if charted else None,
        "spans": tuple(_spans(values, shown, calendar, atlas, path)),
        "conflicts": tuple(
            tuple(_sentence(value, atlas, path) for value in pair)
            for pair in chain.from_iterable(map(find_conflicts, circles.values()))
        ),
    }


def _is_of_one(values: Sequence[Value], centres: Mapping[str, str]) -> bool:
    """Whether all values are of one circle: those of several places are no series."""
    return len({centres[value.document] for value in values}) == 1


def _is_charted(values: Sequence[Value], centres: Mapping[str, str]) -> bool:
    return _is_of_one(values, centres) and len(comparable(values)) >= ENOUGH


def list_newest(values: Sequence[Value], centres: Mapping[str, str]) -> tuple[Value, ...]:
    """The values that a page lists, in their order: of more than ``MOST`` the newest of each circle, then the next."""
    if len(values) <= MOST:
        return tuple(values)
    newer: Counter[str] = Counter()
    ranked = []
    for n in reversed(range(len(values))):
        centre = centres[values[n].document]
        ranked.append((newer[centre], -n))
        newer[centre] += 1
    return tuple(values[n] for n in sorted(-behind for _, behind in sorted(ranked)[:MOST]))


def _say_cut(values: Sequence[Value], shown: Sequence[Value], alone: bool) -> str:
    """That not all values are listed, and where all are; empty where they are here."""
    if len(shown) == len(values):
        return ""
    return f"共{len(values)}个值，列出{'' if alone else '各地'}最新的{len(shown)}个，全部见页末的CSV。"


def say_scope(indicator: Indicator) -> str:
    """The 口径 of an indicator; what matters and is not stated says so."""
    named = ((indicator.price, "价格"), (indicator.moment, "时点"), (indicator.vintage, "核算阶段"))
    parts = [f"范围{indicator.scope}" if indicator.scope == "未注明" else indicator.scope]
    parts += [KINDS[indicator.kind]] if indicator.kind else []
    parts += [f"{name}未注明" if said == "未注明" else said for said, name in named if said]
    return "，".join(parts)


def _spans(
    values: Sequence[Value], shown: Sequence[Value], calendar: Calendar, atlas: Atlas, path: str
) -> Iterator[Span]:
    """The periods of the values that are shown; what none of ``values`` states is absent."""
    main, stated = find_main(values), {(value.period, value.target) for value in values}
    for period, group in groupby(shown, key=lambda value: value.period):
        found = tuple(group)
        lines = tuple(
            Line(
                value.id.replace("#", "-"), value, "，".join(value.terms),
                compare(value, main) if len(values) > 1 else "", atlas.spot(value.paragraph, path),
            )
            for value in found
        )  # fmt: skip
        lacks = [target for target in (True, False) if (period, target) not in stated]
        said = {target: (why, SAY[why]) for target in lacks for why in (calendar.absence(period, target),)}
        yield Span(say_period(period), lines, said.get(True), said.get(False))


def _sentence(value: Value, atlas: Atlas, path: str) -> Sentence:
    """The sentence a value stands in."""
    quoted = quote_sentence(atlas.documents[value.document], value.paragraph, value.start, value.end)
    return Sentence(*quoted, atlas.spot(value.paragraph, path))


@dataclass(frozen=True, slots=True)
class Listed:
    """An indicator on the index: its newest target and result, if all are of one circle, and how many values it has."""

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


def _themes(
    edition: Edition, series: Mapping[str, tuple[Value, ...]], centres: Mapping[str, str], themes: Mapping[str, str]
) -> Iterator[Shelf]:
    """The themes in their order."""
    order = {id: n for n, id in enumerate(themes)}
    found = [indicator for indicator in edition.library.indicators if series[indicator.id]]
    found.sort(key=lambda one: (order.get(one.theme, len(order)), not one.headline, -len(series[one.id])))
    for theme, group in groupby(found, key=lambda one: one.theme):
        listed = [_listed(one, series[one.id], centres) for one in group]
        several, single = (tuple(one for one in listed if (one.count > 1) is many) for many in (True, False))
        yield Shelf(theme, themes.get(theme, theme), several, single)


def _listed(indicator: Indicator, values: Sequence[Value], centres: Mapping[str, str]) -> Listed:
    newest = {value.target: value for value in values} if _is_of_one(values, centres) else {}
    return Listed(
        indicator.name, indicator.english, relative(indicator_path(indicator.id), INDEX), newest.get(True),
        newest.get(False), len(values), _is_charted(values, centres),
    )  # fmt: skip
