"""Times named in a text: years, spans of years, plan periods and 去年, as far as they date the numbers behind them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from build_pages.find.figures.exclude import Span
from build_pages.find.figures.frame import PLAN_NAMES, Setting, Years, plan_years
from build_pages.find.figures.numbers import numeral
from build_pages.find.figures.wording import any_of

_YEAR = r"(?:[12][0-9]{3}|[一二][零〇○一二三四五六七八九]{3})"
_TIME = re.compile(
    r"(?=[“\"0-9一二过这最近五今未去上本年明截目])(?:"
    rf"(?P<plan>[“\"](?P<which>{PLAN_NAMES})[”\"](?P<during>时期|期间|以来|末)?)"
    rf"|(?P<from>{_YEAR})年?[—\-–－~至到](?P<to>{_YEAR})年"
    rf"|(?P<year>{_YEAR}) ?年(?P<since>以来)?"
    r"|(?P<past>(?:过去|这|近|最近)的?[五5]年|[五5]年[来间内])|(?P<coming>(?:今后|未来)的?[五5]年)"
    r"|(?P<last>去年|上年|上一年)|(?P<this>今年|本年度|(?<![0-9一二三四五六七八九十两几])年内)|(?P<next>明年)|(?P<now>截至目前|目前))"
)
# \Z and no $: the line end before a text that begins with a time belongs to the text before it
_BASE_BEFORE = re.compile(any_of("比 较 同 与 跟 高于 低于 快于 相当于 按 是 不变价") + r"\Z")
_BASE_BEHIND = re.compile(any_of("相比 可比 不变 价格 的?[0-9.]+倍 水平 同期 新高 来?最 工作 规划 目标 预算 计划"))
_OFFSETS = {"past": (-5, -1), "coming": (0, 4), "last": (-1, -1), "this": (0, 0), "now": (0, 0), "next": (1, 1)}
"""First and last year of a time named from the year of speaking."""


@dataclass(frozen=True, slots=True)
class Times:
    """The times a text names, where each begins, in order."""

    starts: tuple[int, ...]
    years: tuple[Years, ...]

    def before(self, at: int, since: int) -> Years | None:
        """The years named last between two offsets; None where none are."""
        index = bisect_left(self.starts, at) - 1
        return self.years[index] if index >= 0 and self.starts[index] >= since else None


def read_times(folded: str, texts: Sequence[int], settings: Sequence[Setting], names: tuple[Span, ...]) -> Times:
    """The times that folded texts name for their numbers; bases of comparison and dates in ``names`` are none.

    ``texts`` is where each begins, ``settings`` are theirs.
    """
    starts = [start for start, _ in names]
    times: list[tuple[int, Years]] = []
    for match in _TIME.finditer(folded):
        years = _read_years(match, settings[bisect_right(texts, match.start()) - 1])
        around = bisect_right(starts, match.start()) - 1
        named = around >= 0 and match.end() <= names[around][1] and not match["plan"]
        based = _BASE_BEFORE.search(folded[max(0, match.start() - 3) : match.start()])
        if years and not named and not based and not _BASE_BEHIND.match(folded[match.end() : match.end() + 8]):
            times.append((match.start(), years))
    return Times(tuple(start for start, _ in times), tuple(years for _, years in times))


def _read_years(match: re.Match[str], setting: Setting) -> Years | None:
    """The first and last year that a naming of time means in its setting."""
    if match["plan"]:
        return _read_plan(match, setting)
    if match["from"]:
        return _span(_year(match["from"]), _year(match["to"]))
    if match["year"]:
        year = _year(match["year"])
        return _span(year, setting.year if match["since"] else year)
    if setting.spoken is None or (match["now"] and setting.frame not in ("other", "situation")):
        return None
    first, last = _OFFSETS[str(match.lastgroup)]
    return setting.spoken + first, setting.spoken + last


def _read_plan(match: re.Match[str], setting: Setting) -> Years | None:
    """The years of a plan period; in a review one to come dates nothing, and 以来 ends with the review."""
    first, last = plan_years(match["which"])
    if not match["during"] or (setting.frame in ("review", "review-years") and first > (setting.year or first)):
        return None
    return _span(first, min(last, setting.year or last) if match["during"] == "以来" else last)


def _year(printed: str) -> int | None:
    """A year in digits or Chinese numerals."""
    value = float(printed) if printed.isascii() else numeral(printed)
    return None if value is None else int(value)


def _span(first: int | None, last: int | None) -> Years | None:
    return (first, last) if first is not None and last is not None and first <= last else None
