"""目标与结果: the headline indicators of the years the archive knows of, in the words of the texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_pages.addresses import indicator_path, place_path, relative
from build_pages.circles import read_centres
from build_pages.indicators.calendar import SAY, Absence, Calendar, read_calendar
from build_pages.model.edition import Edition
from build_pages.model.indicator import Value

_YEARS = 4
"""Years that the table shows, the newest; the pages of the indicators show all."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as worded and the place it stands in; without ``words`` the cell says why there is none."""

    words: str
    url: str = ""
    absence: Absence = ""
    say: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: a year's targets or results; ``held`` false where the report that would state them is missing."""

    year: int
    target: bool
    held: bool
    newest: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A headline indicator; ``english`` is what the indicator that leads the row is called in English."""

    name: str
    english: str
    url: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """The table: its columns in the order of time and its rows in that of the newest targets."""

    columns: tuple[Heading, ...]
    rows: tuple[Row, ...]


def make_headline(edition: Edition, page: str) -> Headline | None:
    """The table for ``page``; None where there are no reports or no headline indicators."""
    library = edition.library
    if any(read_centres(library).values()):
        return None  # of many circles: no report speaks for the archive
    calendar = read_calendar(library.records, library.missing)
    series = edition.series
    groups: dict[str, list[str]] = {}
    for indicator in library.indicators:
        if indicator.headline and series[indicator.id]:
            groups.setdefault(indicator.headline, []).append(indicator.id)
    if not groups or not calendar.reports:
        return None
    reports = {record.id for record in library.records if record.series and record.kind in ("report", "digest")}
    values = {name: _choose([value for id in ids for value in series[id]], reports) for name, ids in groups.items()}
    columns = _columns(values, calendar)
    english = {indicator.id: indicator.english for indicator in library.indicators}
    rows = (
        Row(
            name,
            english[groups[name][0]],
            relative(indicator_path(groups[name][0]), page),
            _cells(found, columns, calendar, page),
        )
        for name, found in sorted(values.items(), key=lambda row: _place(row[1], calendar.last))
        if any((column.year, column.target) in found for column in columns)
    )
    return Headline(columns, tuple(rows))


def _place(found: Mapping[tuple[int, bool], Value], year: int) -> tuple[bool, str, int]:
    """Where the newest report sets the target of a row, to sort by; rows without one come last."""
    target = found.get((year, True))
    return (target is None, target.paragraph if target else "", target.start if target else 0)


def _choose(values: Sequence[Value], reports: set[str]) -> Mapping[tuple[int, bool], Value]:
    """Year and whether it is a target ▸ the value to show: those of the reports first, then as they come."""
    ranked = sorted(values, key=lambda value: value.document not in reports)
    chosen: dict[tuple[int, bool], Value] = {}
    for value in ranked:
        if value.years and value.years[0] == value.years[1]:
            chosen.setdefault((value.years[0], value.target), value)
    return chosen


def _columns(values: Mapping[str, Mapping[tuple[int, bool], Value]], calendar: Calendar) -> tuple[Heading, ...]:
    """Targets and results from the first that any row holds to the targets of the newest report."""
    years = range(max(min(calendar.reports) - 1, calendar.last - _YEARS + 1), calendar.last + 1)
    slots = [(year, target) for year in years for target in (True, False)]
    filled = [slot for slot in slots if any(slot in row for row in values.values())]
    last = (calendar.last, True)
    shown = slots[slots.index(filled[0]) : slots.index(last) + 1] if filled else []
    return tuple(
        Heading(*slot, slot in filled or calendar.absence(str(slot[0]), slot[1]) != "not-held", slot == last)
        for slot in shown
    )


def _cells(
    found: Mapping[tuple[int, bool], Value], columns: Sequence[Heading], calendar: Calendar, page: str
) -> tuple[Cell, ...]:
    cells = []
    for column in columns:
        if value := found.get((column.year, column.target)):
            cells.append(Cell(value.short, relative(place_path(value.paragraph), page)))
        else:
            absence = calendar.absence(str(column.year), column.target)
            cells.append(Cell("", absence=absence, say=SAY[absence]))
    return tuple(cells)
