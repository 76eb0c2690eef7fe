"""Numbers as text: base-64 digits with five bits each, low ones first, the sixth bit says that more follow."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
SHIFT = 20
"""An occurrence is ``unit << SHIFT | offset``; no paragraph has 2^20 characters."""
OFFSET = (1 << SHIFT) - 1


def write_number(value: int) -> str:
    """A number, not negative, as text."""
    digits = []
    while value > 31:
        digits.append(_DIGITS[value & 31 | 32])
        value >>= 5
    return "".join([*digits, _DIGITS[value]])


@cache
def _small() -> tuple[str, ...]:
    return tuple(write_number(value) for value in range(1 << 15))


def write_occurrences(occurrences: Sequence[int]) -> str:
    """Ascending occurrences as text.

    For each unit: the gap from the unit before, doubled, plus one where it has several occurrences, whose number
    follows; then the offsets, each as the distance from the one before.
    """
    small = _small()
    out = []
    last, at, end = -1, 0, len(occurrences)
    while at < end:
        unit = occurrences[at] >> SHIFT
        stop = at + 1
        while stop < end and occurrences[stop] >> SHIFT == unit:
            stop += 1
        numbers = [(unit - last) * 2 + (stop - at > 1)]
        if stop - at > 1:
            numbers.append(stop - at)
        offset = 0
        for occurrence in occurrences[at:stop]:
            numbers.append((occurrence & OFFSET) - offset)
            offset = occurrence & OFFSET
        out += [small[n] if n < 32768 else write_number(n) for n in numbers]
        last, at = unit, stop
    return "".join(out)
