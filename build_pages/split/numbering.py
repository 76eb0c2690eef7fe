"""The numbers that head sections: their style, what they count, and how the styles of the genre rank.

Styles after GB/T 9704-2012 §7.3.3 (一、（一）1.（1）) and, above them, those of laws and plans (编 章 节).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

HAN_DIGITS = "〇零一二三四五六七八九十百"
_RANKED: tuple[tuple[str, str], ...] = (
    ("part", rf"第[{HAN_DIGITS}\d]+[编篇](?:分)?[\s　、：:]*"),
    ("chapter", rf"第[{HAN_DIGITS}\d]+[章部](?:分)?[\s　、：:]*"),
    ("clause", rf"第[{HAN_DIGITS}\d]+节[\s　、：:]*"),
    ("han", rf"[{HAN_DIGITS}]+(?:、|[\s　]+|[.．])[\s　]*"),
    ("bracketed", rf"[（(][{HAN_DIGITS}]+[）)][\s　、]*"),
    ("digit", r"\d{1,2}(?:[.．、](?!\d)[\s　]*|[\s　]+)"),
    ("bracketed-digit", r"[（(]\d{1,2}[）)][\s　]*"),
    ("circled", r"[①-⑳][\s　]*"),
)
_RANK = {style: rank for rank, (style, _) in enumerate(_RANKED)}
RANKED = frozenset(_RANK)
"""The styles that count sections, as against spoken and dash numbers, which count paragraphs and sentences."""
_NUMBER = re.compile("|".join(f"({pattern})" for _, pattern in _RANKED))
"""One group a style, in their order."""
_LABEL = re.compile(rf"(?P<label>[\u4e00-\u9fff]{{2,4}}?)(?P<count>[{HAN_DIGITS}]{{1,3}})[：:][\s　]*")
_SPOKEN = re.compile(rf"(?:[{HAN_DIGITS}]{{1,3}}(?=[要是])|第[{HAN_DIGITS}]{{1,3}}[，、]|其[一二三四五六七八九][，是])")
_DASH = re.compile(r"(?:——|──|--|－－|—(?=[\u4e00-\u9fff]))[\s　]*")
_DIGITS, _HAN = re.compile(r"\d+"), re.compile(f"[{HAN_DIGITS}]+")
_DIGIT_VALUES = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0}


@dataclass(frozen=True, slots=True)
class Number:
    """A number at the head of a text: as ``printed`` with its punctuation, its ``style``, and what it counts, if so."""

    printed: str
    style: str
    value: int | None = None


def read_number(text: str) -> Number | None:
    """The section number that ``text`` begins with, None where there is none."""
    if match := _NUMBER.match(text):
        return Number(match[0], _RANKED[(match.lastindex or 0) - 1][0], _value(match[0]))
    if match := _LABEL.match(text):
        return Number(match[0], f"label:{match['label']}", _value(match["count"]))
    if match := _DASH.match(text):
        return Number(match[0], "dash")
    return None


def read_spoken_number(text: str) -> Number | None:
    """The spoken number (一要, 二是, 第三，) that a sentence begins with; the verb after it is not part of it."""
    match = _SPOKEN.match(text)
    if not match:
        return None
    return Number(match[0], "ordinal" if match[0][0] in "第其" else "spoken", _value(match[0]))


def rank(number: Number) -> float:
    """How high the style of a number stands: the smaller, the higher in a document that uses several.

    Ordinals (第一，) and labels (亮点一：) stand between 一、 and （一）, spoken numbers (一是) below all.
    """
    return _RANK.get(number.style, len(_RANK) if number.style == "spoken" else _RANK["han"] + 0.5)


def _value(printed: str) -> int | None:
    if digits := _DIGITS.search(printed):
        return int(digits[0])
    if "①" <= printed[:1] <= "⑳":
        return ord(printed[0]) - ord("①") + 1
    han = _HAN.search(printed)
    return han_value(han[0]) if han else None


def han_value(numeral: str) -> int:
    """A Chinese numeral below a thousand, or a row of digits (二〇二五), as a number."""
    if not set(numeral) & set("十百"):
        return int("".join(str(_DIGIT_VALUES[char]) for char in numeral))
    total = digit = 0
    for char in numeral:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _DIGIT_VALUES[char]
    return total + digit
