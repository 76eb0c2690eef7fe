"""Numbers that are no figures for where they stand: in names, dates, ordinals, codes and formulas."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from build_pages.find.figures.numbers import Number
from build_pages.find.figures.units import kind_of
from build_pages.find.figures.wording import any_of

Span = tuple[int, int]

_QUOTES = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "「": "」"}
_MARKS = re.compile(r"[“”‘’《》〈〉「」\n]")
_LONGEST_NAME = 24
"""A quotation longer than this is speech, not a name."""
_CODE_BEFORE = re.compile(r"(?<=[A-Za-z_.×+*/=∶#·>])|(?<=[A-Za-z][-—])|(?<=[0-9][:：])")
_CODE_BEHIND = re.compile(r"(?![∶:：]1(?![0-9]))[×+*=∶#·:：][0-9A-Za-z]|[-/][A-Za-z]")
_DATE_BEHIND = re.compile(any_of("年代 年[度底末初前中] [月日号届版期章批] 周年 世纪 号线 后(?![，。])"))
_BEHIND = 4
"""How many signs behind a number tell a code or a date."""
_FIRST_YEAR, _LAST_YEAR = 1000, 2200
_INSIDE_NAMES = re.compile(r"[0-9、，]")


def find_names(folded: str) -> tuple[Span, ...]:
    """The outermost spans between quotation marks and title marks that are names: a number inside is part of them."""
    spans: list[Span] = []
    opened: list[tuple[int, str]] = []
    for match in _MARKS.finditer(folded):
        sign = match[0]
        if sign == "\n":
            opened.clear()
        elif sign in _QUOTES:
            opened.append((match.start(), _QUOTES[sign]))
        elif opened and opened[-1][1] == sign:
            start, _ = opened.pop()
            if sign in "》〉" or match.end() - start <= _LONGEST_NAME:
                spans.append((start, match.end()))
    return outermost(spans)


def outermost(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans that begin in no other one, in order; of several that begin together the longest."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)


def find_covered(spans: tuple[Span, ...], numbers: tuple[Number, ...]) -> dict[int, Span]:
    """The ordinal of each number inside one of the spans, with that span; spans are in order and apart."""
    covered: dict[int, Span] = {}
    starts = [start for start, _ in spans]
    for number in numbers if spans else ():
        around = bisect_right(starts, number.start) - 1
        if around >= 0 and number.end <= spans[around][1]:
            covered[number.ordinal] = spans[around]
    return covered


def is_dated(folded: str, number: Number, unit: str) -> bool:
    """Whether a number is a date, an ordinal, a code or part of a formula."""
    if unit == "年" and number.scale == 1 and _FIRST_YEAR <= (number.value or 0) < _LAST_YEAR:
        return True
    if _CODE_BEFORE.match(folded, number.start) or _CODE_BEHIND.match(folded, number.end, number.end + _BEHIND):
        return True
    return not unit and bool(_DATE_BEHIND.match(folded, number.end, number.end + _BEHIND))


def is_kept(number: Number, unit: str, mask: Span, folded: str) -> bool:
    """Whether a number in the name ``mask`` is still a quantity: 12条重点航线, 2.5万P; not 10分钟阅读圈 or 四个一批.

    It is one with a unit of measure, or where it counts the common noun that the rest of the mask is.
    """
    start, end = mask
    if folded[max(0, start - 1) : start] in _QUOTES or number.form != "digits" or not unit:
        return False
    noun = folded[number.end + len(unit) : end]
    if kind_of(unit) != "count":
        return kind_of(unit) in ("percent", "points", "money", "measure") and (number.start == start or not noun)
    return number.start == start and len(noun) != 1 and not _INSIDE_NAMES.search(noun)
