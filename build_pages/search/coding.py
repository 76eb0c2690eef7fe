"""Numbers as text: base-64 digits with five bits each, low ones first, the sixth bit says that more follow."""

from __future__ import annotations

import numpy as np

from build_pages.search.grams import Integers, add_up

_DIGITS = np.frombuffer(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", np.uint8)
_BITS = 5
_MORE = 1 << _BITS


def write_numbers(numbers: Integers) -> tuple[str, Integers]:
    """Numbers, not negative, as one text; and where each of them begins in it, with where the last ends."""
    bits = int(numbers.max(initial=0)).bit_length()
    widths = 1 + sum((numbers >> shift > 0 for shift in range(_BITS, bits, _BITS)), np.zeros_like(numbers))
    begins = add_up(widths)
    text = np.empty(begins[-1], np.uint8)
    at, rest = begins[:-1], numbers
    while rest.size:
        more = rest >= _MORE
        text[at] = _DIGITS[rest & _MORE - 1 | more * _MORE]
        at, rest = at[more] + 1, rest[more] >> _BITS
    return text.tobytes().decode("ascii"), begins
