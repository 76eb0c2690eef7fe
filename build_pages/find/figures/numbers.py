"""Number tokens: digits in either width, Chinese numerals, scales, percentages and fractions in words, doublings.

Every run is a token, whether it states a figure or not; what it measures is decided in ``quantities``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

Form = Literal["digits", "words", "percent", "fraction", "double", "half", "first"]

_FOLDED = {"．": ".", "～": "~", "－": "-", "（": "(", "）": ")", "／": "/", "％": "%"}
_FOLDED |= {
    chr(code): chr(code - 0xFEE0)
    for first, last in ("０９", "ＡＺ", "ａｚ")
    for code in range(ord(first), ord(last) + 1)
}
_WIDE = re.compile(f"[{''.join(_FOLDED)}]")

UNITS_OF_TEN = {"十": 10.0, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}
_DIGIT = {sign: float(value) for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0.0, "○": 0.0, "两": 2.0}

_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
# 千 and 百 also begin units and nouns: 千瓦, 百强
_THOUSANDTH = "[瓦伏米克安乏卡焦赫升]"
_WORDS = rf"[零〇○一二两三四五六七八九十百千万亿]+(?<!千(?={_THOUSANDTH}))(?:点[零〇○一二三四五六七八九]+)?"
_SCALE = rf"[十百千]?(?:万[多余]?亿|万|亿)|千(?!{_THOUSANDTH})|百(?![分强佳货])"
_TAIL = rf"(?P<more>[多余])?(?P<scale>{_SCALE})?(?P<still_more>[多余])?"
_TOKEN = re.compile(
    r"(?=[0-9零〇○一二两三四五六七八九十百千万亿翻半首])(?:"
    rf"百分之(?P<percent>{_DIGITS}|{_WORDS})"
    r"|(?P<double>翻了?(?P<times>[一二两三四五六七八九]|[0-9](?:\.[0-9])?)?番)"
    r"|(?P<below>[零一二三四五六七八九十百千万]+)分之(?P<above>[零一二两三四五六七八九十百千万]+)"
    r"|(?P<over>[0-9]{1,2})/(?P<under>[1-9][0-9]{0,2})(?![0-9A-Za-z])"
    r"|(?P<half>一半|半数)|(?P<first>首位)"
    r"|(?P<large>[0-9]{1,4})(?P<by>[亿万])零?(?P<small>[0-9]{1,4})(?P<by_small>[千百]?(?P<some>[多余])?万|[千百])(?P<rest>[多余])?"
    rf"|(?:(?P<digits>{_DIGITS})|(?P<words>{_WORDS})){_TAIL})"
)
_COUNTED = frozenset({"words", "more", "scale", "still_more"})
"""The last group of a numeral, and of digits with 多, 余 or a scale behind them."""
_VAGUE = re.compile(r"[一二三四五六七八九两]{2}|[百千万亿][一二三四五六七八九]$")
"""三四: about so many; 万一, 二百五: sayings."""
_LONGEST = 15
"""Digits beyond which a float no longer tells numbers apart: longer runs are codes."""


class Number(NamedTuple):
    """A number token at ``start`` to ``end``; ``value`` × ``scale`` is the number, None where the numeral has none."""

    start: int
    end: int
    ordinal: int
    form: Form
    value: float | None
    scale: float = 1.0
    more: str = ""
    """多 or 余 as printed."""
    round: bool = False
    """A bare scale without a count: 千 in 千家, 百万 in 百万吨."""


def fold(text: str) -> str:
    """The text with digits, letters and number signs in half width, offset for offset."""
    return _WIDE.sub(_narrow, text)


def _narrow(match: re.Match[str]) -> str:
    return _FOLDED[match[0]]


def read_numbers(folded: str) -> tuple[Number, ...]:
    """Every number token of a folded text, in order, counted from 1."""
    return tuple([_number(match, ordinal) for ordinal, match in enumerate(_TOKEN.finditer(folded), 1)])


def numeral(printed: str) -> float | None:
    """The value of a Chinese numeral: 三百五十, 一点五, 二○三五; None for 三四 (about) and malformed ones.

    >>> numeral("三百五十万")
    3500000.0
    """
    whole, _, decimals = printed.partition("点")
    value = _places(whole)
    if value is None or not decimals:
        return value
    if len(printed) > _LONGEST:
        return None
    return float(f"{value:.0f}." + "".join(f"{_DIGIT[sign]:.0f}" for sign in decimals))


def _places(whole: str) -> float | None:
    """The value of a numeral without decimals, by place values or sign by sign (二○三五)."""
    if len(whole) > _LONGEST:
        return None
    if len(whole) > 1 and all(sign in _DIGIT for sign in whole):
        return float("".join(f"{_DIGIT[sign]:.0f}" for sign in whole)) if len(whole) > 2 else None
    if _VAGUE.search(whole):
        return None
    total = section = pending = 0.0
    for sign in whole:
        if sign in _DIGIT:
            pending = _DIGIT[sign]
        elif sign == "亿":
            total, section, pending = (total + section + pending or 1.0) * UNITS_OF_TEN[sign], 0.0, 0.0
        elif sign == "万":
            total, section, pending = total + (section + pending or 1.0) * UNITS_OF_TEN[sign], 0.0, 0.0
        else:
            section, pending = section + (pending or 1.0) * UNITS_OF_TEN[sign], 0.0
    return total + section + pending


def _number(match: re.Match[str], ordinal: int) -> Number:
    """The token of a match."""
    last = match.lastgroup
    if last == "digits":
        return Number(*match.span(), ordinal, "digits", _decimal(match[0]))
    if last in _COUNTED:
        return _counted(match, ordinal)
    if match["large"]:
        return _compound(match, ordinal)
    form, value = _stand_alone(match)
    return Number(match.start(), match.end(), ordinal, form, value)


def _stand_alone(match: re.Match[str]) -> tuple[Form, float | None]:
    """The form and value of a token that brings its own unit: 百分之五, 翻两番, 三分之一, 1/4, 一半, 首位."""
    if match["percent"]:
        return "percent", _decimal(match["percent"])
    if match["double"]:
        return "double", _decimal(match["times"] or "一")
    if match["below"] or match["under"]:
        below = numeral(match["below"]) if match["below"] else float(match["under"])
        above = numeral(match["above"]) if match["above"] else float(match["over"])
        return "fraction", above / below if above is not None and below else None
    return ("half", 50.0) if match["half"] else ("first", 1.0)


def _compound(match: re.Match[str], ordinal: int) -> Number:
    """A number in two parts: 1亿3千多万, 2万5千."""
    scale = UNITS_OF_TEN[match["by"]]
    value = float(match["large"]) + float(match["small"]) * _product(match["by_small"]) / scale
    more = match["some"] or match["rest"] or ""
    return Number(match.start(), match.end(), ordinal, "digits", round(value, 8), scale, more)


def _counted(match: re.Match[str], ordinal: int) -> Number:
    """Digits or a Chinese numeral, with scale and 多/余."""
    digits, words, more, printed, still_more = match.group("digits", "words", "more", "scale", "still_more")
    more, scale, (start, end) = more or still_more or "", 1.0, match.span()
    if printed:
        scale = _product(printed)
        more = more or ("多" if "多" in printed or "余" in printed else "")
    if digits:
        return Number(start, end, ordinal, "digits", _decimal(digits), scale, more)
    value, own, bare = _read_words(words)
    return Number(start, end, ordinal, "words", value, own if bare else own * scale, more, bare and "十" not in words)


@lru_cache(maxsize=1024)  # a few words make most numbers of a text: 一, 三, 十
def _read_words(words: str) -> tuple[float | None, float, bool]:
    """The value and scale of a Chinese numeral, and whether it is a bare scale without a count."""
    return *_split(numeral(words)), all(sign in UNITS_OF_TEN for sign in words)


def _decimal(printed: str) -> float | None:
    """The value of digits, with or without thousands separators, or of a Chinese numeral."""
    if not printed[0].isascii():
        return numeral(printed)
    return float(printed.replace(",", "")) if len(printed) <= _LONGEST else None


def _product(scale: str) -> float:
    """万亿 is 10¹², 千万 10⁷."""
    result = 1.0
    for sign in scale:
        result *= UNITS_OF_TEN.get(sign, 1.0)
    return result


def _split(number: float | None) -> tuple[float | None, float]:
    """A number as value and scale the way statistics print it: by 亿 or 万 where it is that large."""
    scale = next((scale for scale in (1e8, 1e4) if number is not None and number >= scale), 1.0)
    return (None if number is None else number / scale), scale
