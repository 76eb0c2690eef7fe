"""Sentences, clauses and items of a text: how far the words around a number can speak about it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_STOP = re.compile(r"[。！？!?；;\n，：:、]|,(?![0-9]{3})")
_SENTENCE = frozenset("。！？!?\n")
_PERIOD = _SENTENCE | frozenset("；;")
_CLAUSE = _PERIOD | frozenset("，：:,")
"""After which signs a sentence, a part between semicolons and a clause begin; an item does after every stop."""
_FAR = 80
"""No clause is read further than this many signs, so that reading stays linear."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where the sentences, the parts between semicolons, the clauses and the items of a text begin."""

    sentences: tuple[int, ...]
    parts: tuple[int, ...]
    clauses: tuple[int, ...]
    items: tuple[int, ...]

    def sentence(self, at: int) -> int:
        """Where the sentence around an offset begins."""
        return _start(self.sentences, at)

    def part(self, at: int) -> int:
        """Where the part between semicolons around an offset begins."""
        return _start(self.parts, at)

    def clause(self, at: int) -> int:
        """Where the clause around an offset begins, at most 80 signs before it."""
        return max(_start(self.clauses, at), at - _FAR)

    def item(self, at: int) -> int:
        """Where the item of an enumeration around an offset begins, at most 80 signs before it."""
        return max(_start(self.items, at), at - _FAR)

    def clause_end(self, at: int) -> int:
        """Where the clause around an offset ends, at most 80 signs behind it."""
        following = bisect_right(self.clauses, at)
        return min(self.clauses[following] - 1, at + _FAR) if following < len(self.clauses) else at + _FAR


def read_bounds(folded: str) -> Bounds:
    """The boundaries of a folded text."""
    stops = [(match[0], match.end()) for match in _STOP.finditer(folded)]
    sentences, parts, clauses = (
        (0, *(end for sign, end in stops if sign in signs)) for signs in (_SENTENCE, _PERIOD, _CLAUSE)
    )
    return Bounds(sentences, parts, clauses, (0, *(end for _, end in stops)))


def _start(starts: tuple[int, ...], at: int) -> int:
    return starts[bisect_right(starts, at) - 1]
