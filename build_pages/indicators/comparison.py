"""What a reader may make of the values of an indicator side by side: which compare, and which conflict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from build_pages.model.indicator import Value

Key = tuple[str, ...]


def find_main(values: Sequence[Value]) -> Key:
    """The 口径 that most of the one-year values share; of equally common ones the least qualified."""
    counts = Counter(value.breaks for value in values if is_yearly(value))
    return min(counts, key=lambda key: (-counts[key], len(key), key), default=())


def is_yearly(value: Value) -> bool:
    """Whether a value is a number for one year."""
    return value.number is not None and value.years is not None and value.years[0] == value.years[1]


def compare(value: Value, main: Key) -> str:
    """Why a value does not compare with those of the 口径 ``main``; empty where it does."""
    if value.number is None:
        return "没有数值"
    if value.years is None:
        return "期间未定"
    if not is_yearly(value):
        return f"{value.years[0]}—{value.years[1]}年合为一数"
    if value.breaks != main:
        return "口径不同"
    return ""


def comparable(values: Sequence[Value]) -> tuple[Value, ...]:
    """The values that compare with each other."""
    main = find_main(values)
    return tuple(value for value in values if not compare(value, main))


def find_conflicts(values: Sequence[Value]) -> tuple[tuple[Value, Value], ...]:
    """The pairs of values of one period, status and 口径 that cannot both be right as worded."""
    return tuple((a, b) for a, b in combinations(values, 2) if _disagree(a, b))


def _disagree(a: Value, b: Value) -> bool:
    if a.number is None or b.number is None or a.number == b.number or a.upper or b.upper:
        return False
    same = a.period is not None and (a.period, a.target, a.breaks) == (b.period, b.target, b.breaks)
    return same and not (_allows(a, b.number) or _allows(b, a.number))


def _allows(bound: Value, number: float) -> bool:
    """Whether a value as bounded by its text admits a number."""
    assert bound.number is not None
    if bound.relation in (">", "≥"):
        return number >= bound.number
    if bound.relation in ("<", "≤"):
        return number <= bound.number
    return bound.relation == "≈" and abs(number - bound.number) <= abs(bound.number) * 0.05
