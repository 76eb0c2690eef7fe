"""Numbers as text: base-64 digits with five bits each, low ones first, the sixth bit says that more follow."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_LISTED = 1 << 15
"""Numbers below it are written by looking them up."""
_BITS = 10
"""Bits that are looked up alone in a larger number: their table is small enough to stay where the processor has it."""
_LOW = (1 << _BITS) - 1


def write_number(value: int) -> str:
    """A number, not negative, as text."""
    last, first = _tables()
    return last[value] if value < _LISTED else first[value & _LOW] + write_number(value >> _BITS)


def write_steps(numbers: Iterable[int]) -> str:
    """Ascending numbers, not negative, as text: each as the distance from the one before, the first from 0."""
    last, first = _tables()
    before = 0
    return "".join(
        [
            last[step] if (step := (-before + (before := number))) < _LISTED
            else first[step & _LOW] + last[step >> _BITS] if step >> _BITS < _LISTED
            else write_number(step)
            for number in numbers
        ]
    )  # fmt: skip


@cache
def _tables() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The listed numbers as text; and the low bits of a number of more bits."""
    first = tuple(_DIGITS[n & 31 | 32] + _DIGITS[n >> 5 | 32] for n in range(_LOW + 1))
    last = [*_DIGITS[:32]]
    last += (_DIGITS[n & 31 | 32] + last[n >> 5] for n in range(32, _LISTED))
    return tuple(last), first
