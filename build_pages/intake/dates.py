"""Dates as documents print them, as EDTF (https://www.loc.gov/standards/datetime/) at the precision they have."""

from __future__ import annotations

import re

from build_pages.intake.draft import Draft
from build_pages.intake.furniture import DATE

UNKNOWN = "XXXX"
"""EDTF for a year of which no digit is known."""
UNTOLD = "未署日期，文中亦无可据"
GUESSED = "未署日期，暂取文中最先提到的年份"
_NAMED_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年")
_DATE = re.compile(DATE)
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
_REVIEW = re.compile(r"((?:19|20)[0-9]{2})年(?:[政府经济社会发展全省市]{0,8})工作的?(?:回顾|总结)")
_PLAN = re.compile(
    r"((?:19|20)[0-9]{2})年的?(?:工作(?:安排|总体|目标|任务|要求|重点|建议)|重点工作|主要[目任预]|政府工作|总体要求)"
)
_DAY = re.compile(r"(?<![0-9年])([0-9]{1,2})月([0-9]{1,2})日(?:[上下]午|晚|电|讯|，|$)")
_IN_NAME = re.compile(r"(?<![0-9A-Za-z])((?:19|20)[0-9]{2})(?![0-9A-Za-z])")
_HEADING = 40


def find_date(draft: Draft, year: int | None, page: str = "") -> tuple[str, str]:
    """EDTF date and, if it is inferred, the reason; ``UNKNOWN`` and a reason where nothing tells even the year.

    ``page`` is the one date that other documents on the same page state.
    """
    stated = _dates(draft.subtitle)
    stated += [date for role in ("dateline", "note") for text in draft.said(role) for date in _dates(text)]
    if whole := next((date for date in stated if len(date) == 10), stated[0] if stated else ""):
        return whole, ""
    dispatch = [*draft.said("dateline"), *draft.said("byline"), *draft.body[:2]]
    day = next((found for text in dispatch if (found := _DAY.search(text))), None)
    year = year or (int(page[:4]) if page else None)
    if year and day and 1 <= int(day[1]) <= 12 and 1 <= int(day[2]) <= 31:
        return f"{year}-{int(day[1]):02}-{int(day[2]):02}", f"文中作“{day[1]}月{day[2]}日”，年份据他处推定"
    if page and str(year) == page[:4]:
        return page[:7], f"未署日期，据同页文件（{page}）推定"
    if year:
        return str(year), "未署日期，年份据文中所述推定"
    guess = guess_year(draft)
    return (str(guess), GUESSED) if guess else (UNKNOWN, UNTOLD)


def find_year(draft: Draft, name: str) -> int | None:
    """The year a document is of: stated, that after the year it reviews, that it plans, or that in the file's name."""
    stated = [*draft.said("dateline"), *draft.said("note"), draft.subtitle, draft.title, *draft.said("label")]
    told = [int(date[:4]) for text in stated for date in _dates(text)] + [
        int(y) for t in stated for y in _YEAR.findall(t)
    ]
    headings = [text for text in draft.body if len(text) <= _HEADING]
    reviewed = [int(match[1]) + 1 for text in headings if (match := _REVIEW.search(text))]
    planned = [int(match[1]) for text in headings if (match := _PLAN.search(text))]
    named = [int(year) for year in _IN_NAME.findall(name)]
    return next((years[0] for years in (told, sorted(reviewed, reverse=True), planned, named) if years), None)


def guess_year(draft: Draft) -> int | None:
    """The year that the text names first with 年 behind it: the nearest thing to a date where nothing tells one."""
    return next((int(match[1]) for text in draft.body if (match := _NAMED_YEAR.search(text))), None)


def _dates(text: str) -> list[str]:
    return [date for match in _DATE.finditer(text) if (date := _edtf(match))]


def _edtf(match: re.Match[str]) -> str:
    """A date as EDTF, empty where there is no such day."""
    year, month, day = (_number(match[part]) if match[part] else 0 for part in ("year", "month", "day"))
    if not 1900 <= year <= 2100 or month > 12 or day > 31:
        return ""
    return f"{year}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and day else "")


def _number(text: str) -> int:
    """The value of 2025, 二〇二五, 十二, 二十一."""
    if "十" in text:
        tens, _, ones = text.partition("十")
        return 10 * (_number(tens) if tens else 1) + (_number(ones) if ones else 0)
    return int(text.translate(_DIGITS))
