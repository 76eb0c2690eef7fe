"""Sentences, clauses and items of a text: how far the words around a number can speak about it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_STOP = re.compile(r"[。！？!?；;\n，：:、,](?:(?<!,)|(?![0-9]{3}))")
_SENTENCE = frozenset("。！？!?\n")
_PERIOD = _SENTENCE | frozenset("；;")
"""After which stops a sentence and a part between semicolons begin; a clause does after all but 、, items after all."""
_FAR = 80
"""No clause is read further than this many signs, so that reading stays linear."""


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
        begin = self.clauses[bisect_right(self.clauses, at) - 1]
        return begin if begin > at - _FAR else at - _FAR

    def item(self, at: int) -> int:
        """Where the item of an enumeration around an offset begins, at most 80 signs before it."""
        begin = self.items[bisect_right(self.items, at) - 1]
        return begin if begin > at - _FAR else at - _FAR

    def clause_end(self, at: int) -> int:
        """Where the clause around an offset ends, at most 80 signs behind it."""
        following = bisect_right(self.clauses, at)
        return min(self.clauses[following] - 1, at + _FAR) if following < len(self.clauses) else at + _FAR


def read_bounds(folded: str) -> Bounds:
    """The boundaries of a folded text."""
    items = [match.end() for match in _STOP.finditer(folded)]
    clauses = [end for end in items if folded[end - 1] != "、"]
    parts = [end for end in clauses if folded[end - 1] in _PERIOD]
    sentences = [end for end in parts if folded[end - 1] in _SENTENCE]
    return Bounds([0, *sentences], [0, *parts], [0, *clauses], [0, *items])
