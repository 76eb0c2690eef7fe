"""When a promise without a number falls due: the time its clause names, else that of its setting."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from build_pages.find.figures.setting import Setting

_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_YEAR = re.compile(r"(?:到|至)?([0-9〇○零一二三四五六七八九]{4})年(?:前|底)?")
_MONTH = re.compile(r"(?<![0-9])([0-9]{1,2})月(?:底|份|末|前)")


def is_later(date: str, other: str) -> bool:
    """Whether an EDTF date lies wholly behind another: the day in a month is neither before nor behind the month."""
    return date > other and not date.startswith(other)


def find_later(dates: Sequence[str], date: str) -> int:
    """Where those of ascending EDTF dates begin that lie wholly behind another."""
    return bisect_left(dates, True, key=lambda other: is_later(other, date))


def due(words: str, setting: Setting) -> str | None:
    """The period a clause promises for: ``2035``, ``2026-10``, ``2026/2030``; None where nothing decides it."""
    years = setting.years
    if setting.frame in ("review", "review-years", "other", "situation") and setting.spoken:
        years = (setting.spoken, setting.spoken)
    if match := _YEAR.search(words):
        year = int(match[1].translate(_DIGITS))
        if years is None or year >= years[0]:
            return str(year)
    if years is None:
        return None
    if years[0] == years[1] and (match := _MONTH.search(words)):
        return f"{years[0]}-{int(match[1]):02}"
    return str(years[0]) if years[0] == years[1] else f"{years[0]}/{years[1]}"
