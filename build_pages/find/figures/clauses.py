"""Sentences, clauses and items of a text: how far the words around a number can speak about it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_ITEM, _CLAUSE, _PART, _SENTENCE = 1, 2, 3, 4
"""What begins behind a stop, the smallest first; with a sentence begin a part, a clause and an item."""
_STOPS = {_ITEM: "、", _CLAUSE: "，：:,", _PART: "；;", _SENTENCE: "。！？!?\n"}
_THOUSANDS = re.compile(r",(?=[0-9]{3})")
"""A comma that stops nothing."""
_FAR = 80
"""No clause is read further than this many signs, so that reading stays linear."""


def _lay_out_stops() -> NDArray[np.uint8]:
    """What begins behind each sign, by its code point; 0 behind one that stops nothing, as the last one does."""
    begun = np.zeros(0x10000, np.uint8)
    for level, signs in _STOPS.items():
        begun[[ord(sign) for sign in signs]] = level
    return begun


_BEGUN = _lay_out_stops()


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where the sentences, the parts between semicolons, the clauses and the items of a text begin."""

    sentences: Sequence[int]
    parts: Sequence[int]
    clauses: Sequence[int]
    items: Sequence[int]

    def sentence(self, at: int) -> int:
        """Where the sentence around an offset begins."""
        return self.sentences[bisect_right(self.sentences, at) - 1]

    def part(self, at: int) -> int:
        """Where the part between semicolons around an offset begins."""
        return self.parts[bisect_right(self.parts, at) - 1]

    def clause(self, at: int) -> int:
        """Where the clause around an offset begins, at most 80 signs before it."""
        return max(self.clauses[bisect_right(self.clauses, at) - 1], at - _FAR)

    def item(self, at: int) -> int:
        """Where the item of an enumeration around an offset begins, at most 80 signs before it."""
        return max(self.items[bisect_right(self.items, at) - 1], at - _FAR)

    def clause_end(self, at: int) -> int:
        """Where the clause around an offset ends, at most 80 signs behind it."""
        following = bisect_right(self.clauses, at)
        return min(self.clauses[following] - 1, at + _FAR) if following < len(self.clauses) else at + _FAR


def read_bounds(folded: str) -> Bounds:
    """The boundaries of a folded text."""
    codes = np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), np.uint32)
    begun = _BEGUN[np.minimum(codes, len(_BEGUN) - 1)]
    begun[[comma.start() for comma in _THOUSANDS.finditer(folded)]] = 0
    return Bounds(*(_begins(begun, level) for level in (_SENTENCE, _PART, _CLAUSE, _ITEM)))


def _begins(begun: NDArray[np.uint8], level: int) -> list[int]:
    """Where what begins at ``level`` or above does, the beginning of the text first; ``begun`` is that of each sign."""
    return [0, *(np.flatnonzero(begun >= level) + 1).tolist()]
