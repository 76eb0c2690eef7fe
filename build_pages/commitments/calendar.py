"""Which texts of a series there are, and so which could answer a promise: the report of the year after it falls due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from build_pages.model.commitment import Answer
from build_pages.model.edition import Edition
from build_pages.model.record import Record


@dataclass(frozen=True, slots=True)
class Calendar:
    """Series ▸ year ▸ what is held of that year's text: full, digest, excerpt, or "" where it is known and not held."""

    series: Mapping[str, Mapping[int, str]]

    def answers_in(self, record: Record, last: int | None) -> tuple[Answer, str]:
        """What can be said of a promise of a document that nothing answers, due in the year ``last``; and why."""
        years = self._years(record)
        if last is None or not years:
            return "not-held", "期限未定" if last is None else "没有可以应答的系列文件"
        if last + 1 > max(years):
            return "not-due", f"{last}年的结果要到{last + 1}年的报告才有，尚无此件"
        held = years.get(last + 1, "")
        if held == "full":
            return "silent", f"{last + 1}年报告全文在库，未见说及"
        return "not-held", f"{last + 1}年报告" + ("只有摘编，未载不等于没说" if held else "未收")

    def _years(self, record: Record) -> Mapping[int, str]:
        if record.series in self.series:
            return self.series[record.series or ""]
        merged: dict[int, str] = {}
        for years in self.series.values():
            for year, held in years.items():
                merged[year] = "full" if "full" in (held, merged.get(year)) else held or merged.get(year, "")
        return merged


def read_calendar(edition: Edition) -> Calendar:
    """The texts of every series of the archive, held or known to be missing."""
    series: dict[str, dict[int, str]] = defaultdict(dict)
    for gap in edition.library.missing:
        if gap.series and gap.year:
            series[gap.series].setdefault(gap.year, "")
    for one in edition.documents:
        record = one.document.record
        if record.series and record.year and series[record.series].get(record.year) != "full":
            series[record.series][record.year] = record.completeness
    return Calendar(dict(series))
