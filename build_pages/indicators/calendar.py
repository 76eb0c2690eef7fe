"""Which report would state a value, and why a value that none states is absent.

The report of a year sets the targets of that year and tells the results of the year before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from build_pages.circles import draw_circles, read_centres
from build_pages.model.edition import Edition
from build_pages.model.indicator import Value
from build_pages.model.record import Missing, Record

Completeness = Literal["full", "digest", "excerpt"]
Absence = Literal["not-held", "digest", "silent", "not-due", ""]
SAY: Mapping[Absence, str] = {
    "not-held": "未收", "digest": "摘编未载", "silent": "未说及", "not-due": "未到期", "": "—",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Calendar:
    """The reports of the archive's series by year: the fullest one held, or None where one is known and not held."""

    reports: Mapping[int, Completeness | None]

    @property
    def last(self) -> int:
        """The year of the newest report; 0 without one."""
        return max(self.reports, default=0)

    def absence(self, period: str | None, target: bool) -> Absence:
        """Why the archive has no target, or no result, for a period; '' (unknown) without one or for several years."""
        if period is None or not period.isdigit() or not self.reports:
            return ""
        year = int(period) + (0 if target else 1)
        if year > self.last:
            return "not-due" if not target else ""
        if year not in self.reports or self.reports[year] is None:
            return "not-held"
        return "silent" if self.reports[year] == "full" else "digest"


def find_gaps(values: Sequence[Value], calendar: Calendar) -> tuple[tuple[int, bool], ...]:
    """Year, and whether it is the target, of what lies between the one-year values and whose report is not held."""
    held = {(value.years[0], not value.target) for value in values if value.years and len(set(value.years)) == 1}
    if not held:
        return ()
    first, last = min(held), max(held)
    years = [(year, result) for year in range(first[0], last[0] + 1) for result in (False, True)]
    return tuple(
        (year, not result)
        for year, result in years
        if first < (year, result) < last
        and (year, result) not in held
        and calendar.absence(str(year), not result) == "not-held"
    )


def read_calendars(edition: Edition) -> Mapping[str, Calendar]:
    """The name of each circle of an edition ▸ the calendar of its reports."""
    centres = read_centres(edition.library)
    return {
        centres[circle[0].id]: read_calendar(part.records, part.missing)
        for part, circle in draw_circles(edition.library, edition.documents)
    }


def read_calendar(records: Sequence[Record], missing: Sequence[Missing]) -> Calendar:
    """The calendar of the series of yearly reports with the most members, held or known."""
    known = [gap for gap in missing if gap.series and gap.year and gap.kind == "report"]
    held = [record for record in records if record.series and record.year and record.kind in ("report", "digest")]
    series = Counter([*(gap.series for gap in known), *(record.series for record in held)]).most_common(1)
    reports: dict[int, Completeness | None] = {gap.year or 0: None for gap in known if gap.series == series[0][0]}
    for record in held:
        if record.series == series[0][0] and reports.get(record.year or 0) != "full":
            reports[record.year or 0] = record.completeness
    return Calendar(dict(sorted(reports.items())))
