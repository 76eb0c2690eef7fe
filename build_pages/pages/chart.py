"""The chart of an indicator: where each mark stands on a drawing of 350 by 220 px. ``templates/_chart.j2`` draws it.

Hollow is promised, solid reported; an arrow up stands for 以上, 不低于, 突破, one down for 以内, ticks at both sides
for 左右, a bar for a range. Columns follow time without its scale; what the archive does not hold is a band.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from build_pages.indicators.calendar import Calendar, find_gaps
from build_pages.indicators.comparison import is_yearly
from build_pages.model.indicator import Value
from build_pages.pages.chart_axis import Axis, make_axis
from build_pages.pages.chart_labels import Box, place_label

WIDTH, HEIGHT = 350, 220
LEFT, RIGHT, TOP, BOTTOM = 44, 8, 22, 176
"""The edges of the plot; labels of the columns stand below it."""
HELD = 103
"""The height at which a band says 未收."""
TIGHT = 28
"""The width below which a column's label would run into the next."""
NARROW = 0.55
"""The width of a column that holds no value, beside one that does."""
Kind = Literal["target", "result", "missing", "skipped"]
Bound = Literal["", "up", "down", "about"]
_BOUNDS: dict[str | None, Bound] = {">": "up", "≥": "up", "<": "down", "≤": "down", "≈": "about"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the chart: a year's targets or results, years that are not held, or years left out (…)."""

    kind: Kind
    first: str
    second: str
    left: float
    width: float

    @property
    def middle(self) -> float:
        """Where its marks stand."""
        return self.left + self.width / 2


@dataclass(frozen=True, slots=True)
class Mark:
    """A value: its centre, the other end of a range, its label and where that stands."""

    x: float
    y: float
    upper: float | None
    hollow: bool
    bound: Bound
    label: str
    label_x: float
    label_y: float
    anchor: Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Chart:
    """What the template draws. ``lines`` tie results of one 口径 in years that follow each other."""

    title: str
    sentence: str
    axis: Axis
    columns: tuple[Column, ...]
    marks: tuple[Mark, ...]
    lines: tuple[tuple[float, float, float, float], ...]
    breaks: tuple[float, ...]


def draw_chart(name: str, unit: str, values: Sequence[Value], calendar: Calendar) -> Chart:
    """The chart of the one-year values of an indicator, in the order of time."""
    shown = [value for value in values if is_yearly(value)]
    columns = _columns(shown, calendar)
    numbers = [n for value in shown for n in (value.number, value.upper) if n is not None]
    axis = make_axis(numbers, unit, TOP, BOTTOM)
    places = {(column.kind, column.first): column for column in columns}
    middles = [places["target" if v.target else "result", v.period or ""].middle for v in shown]
    crowded = any(column.width < TIGHT for column in columns if column.kind in ("target", "result"))
    return Chart(
        f"{name}：目标与结果", tell(name, shown, calendar), axis, _thin(columns) if crowded else columns,
        _marks(shown, columns, middles, axis, crowded), tuple(_lines(shown, middles, axis)),
        () if crowded else tuple(_breaks(shown, middles)),
    )  # fmt: skip


def tell(name: str, shown: Sequence[Value], calendar: Calendar) -> str:
    """The chart in one sentence."""
    parts = [f"{value.period}年{'目标' if value.target else '结果'}{value.words}" for value in shown]
    missing = [first + second for kind, first, second in _slots(shown, calendar) if kind == "missing"]
    return f"{name}：{'；'.join(parts)}{'；未收：' + '、'.join(missing) if missing else ''}。"


def _slots(shown: Sequence[Value], calendar: Calendar) -> list[tuple[Kind, str, str]]:
    """Kind and label of each year's targets and results that have a value or a missing report, in the order of time."""
    held = {(value.years[0], not value.target) for value in shown if value.years}
    kinds: dict[tuple[int, bool], Kind] = {slot: "result" if slot[1] else "target" for slot in held}
    kinds |= {(year, not target): "missing" for year, target in find_gaps(shown, calendar)}
    return [(kinds[year, late], str(year), "结果" if late else "目标") for year, late in sorted(kinds)]


def _columns(shown: Sequence[Value], calendar: Calendar) -> tuple[Column, ...]:
    """The columns from left to right: missing ones that touch are one, and … stands for years between."""
    merged: list[tuple[Kind, str, str]] = []
    year = None
    for kind, first, second in _slots(shown, calendar):
        if kind == "missing" and merged and merged[-1][0] == "missing":
            merged[-1] = ("missing", merged[-1][1], f"{first[2:]}{second}")
        else:
            if year is not None and int(first) - year > 1:
                merged.append(("skipped", "…", ""))
            merged.append((kind, f"{first[2:]}{second}", "") if kind == "missing" else (kind, first, second))
        year = int(first)
    weights = [1.0 if kind in ("target", "result") else NARROW for kind, _, _ in merged]
    step = (WIDTH - LEFT - RIGHT) / sum(weights)
    columns, left = [], float(LEFT)
    for (kind, first, second), weight in zip(merged, weights, strict=True):
        columns.append(Column(kind, first, second, round(left, 1), round(weight * step, 1)))
        left += weight * step
    return tuple(columns)


def _thin(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Columns too narrow for their labels, with the years alone, as many as fit."""
    thinned, free, last = [], 0.0, ""
    for column in columns:
        fits = column.kind in ("target", "result") and column.first != last and column.middle - TIGHT / 2 >= free
        if fits:
            free, last = column.middle + TIGHT, column.first
        thinned.append(replace(column, first=column.first if fits else "", second=""))
    return tuple(thinned)


def _marks(
    shown: Sequence[Value], columns: Sequence[Column], middles: Sequence[float], axis: Axis, crowded: bool
) -> tuple[Mark, ...]:
    """The marks with their labels; in a crowded chart without those that would cover something."""
    symbols = [
        Box.around_symbol(x, axis.y(value.number or 0), _BOUNDS.get(value.relation, ""))
        for value, x in zip(shown, middles, strict=True)
    ]
    taken = symbols + [Box(c.middle - 15, HELD - 12, c.middle + 15, HELD + 4) for c in columns if c.kind == "missing"]
    marks, said = [], set()
    for value, x, symbol in zip(shown, middles, symbols, strict=True):
        y = axis.y(value.number or 0)
        upper = axis.y(value.upper) if value.upper is not None else None
        label = "" if (x, value.number) in said else value.short
        said.add((x, value.number))
        spot = place_label(label, x, y, symbol, taken, Box(LEFT, 4, WIDTH, BOTTOM))
        if crowded and any(spot.box.meets(box) for box in taken if box is not symbol):
            label = ""
        else:
            taken.append(spot.box)
        bound = _BOUNDS.get(value.relation, "") if upper is None else ""
        marks.append(Mark(x, y, upper, value.target, bound, label, spot.x, spot.y, spot.anchor))
    return tuple(marks)


def _lines(shown: Sequence[Value], middles: Sequence[float], axis: Axis) -> list[tuple[float, float, float, float]]:
    results = [(value, x) for value, x in zip(shown, middles, strict=True) if not value.target]
    return [
        (x, axis.y(a.number or 0), other, axis.y(b.number or 0))
        for a, x in results
        for b, other in results
        if int(b.period or 0) - int(a.period or 0) == 1 and a.breaks == b.breaks
    ]


def _breaks(shown: Sequence[Value], middles: Sequence[float]) -> list[float]:
    """The middles between neighbours of different 口径."""
    pairs = zip(shown, middles, shown[1:], middles[1:], strict=False)
    return [round((x + other) / 2, 1) for a, x, b, other in pairs if a.breaks != b.breaks and x != other]
