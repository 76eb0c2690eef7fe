"""Numbers as text: base-64 digits with five bits each, low ones first, the sixth bit says that more follow."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_BITS = 15
"""Bits of a number, three digits of text, that are written by looking them up."""
_LOW = (1 << _BITS) - 1


def write_number(value: int) -> str:
    """A number, not negative, as text."""
    digits = []
    while value > 31:
        digits.append(_DIGITS[value & 31 | 32])
        value >>= 5
    return "".join([*digits, _DIGITS[value]])


def write_steps(numbers: Iterable[int]) -> str:
    """Ascending numbers, not negative, as text: each as the distance from the one before, the first from 0."""
    last, first = _tables()
    before = 0
    return "".join(
        [
            last[step] if (step := (-before + (before := number))) <= _LOW
            else first[step & _LOW] + last[step >> _BITS] if step >> _BITS <= _LOW
            else write_number(step)
            for number in numbers
        ]
    )  # fmt: skip


@cache
def _tables() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Every number of so many bits as text; and as the first digits of a number of more bits."""
    last = tuple(map(write_number, range(_LOW + 1)))
    first = (_DIGITS[n & 31 | 32] + _DIGITS[n >> 5 & 31 | 32] + _DIGITS[n >> 10 | 32] for n in range(_LOW + 1))
    return last, tuple(first)
