"""How alike two sentences are in their wording: the cosine of their pairs of characters, rare pairs weighing more.

Weights are inverse document frequencies (Spärck Jones 1972) over the sentences of both sides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from difflib import SequenceMatcher
from math import log, sqrt

from build_pages.commitments.likeness import key, pairs
from build_pages.model.comparison import Sentence

TELLING = 3
"""Characters that a shared run needs to tell a subject."""
_NOT_HAN = re.compile("[^\u4e00-\u9fff]+")


class Likeness:
    """The wordings of all sentences of a comparison, ready to be compared."""

    def __init__(self, sentences: Collection[Sentence]) -> None:
        self._pairs = {s: pairs(key(s.heading + s.text if s.first else s.text)) for s in sentences}
        self._headings = {sentence: pairs(key(sentence.heading)) for sentence in sentences}
        counts = Counter(pair for s in sentences for pair in self._pairs[s] | self._headings[s])
        self._weights = {pair: log((1 + len(sentences)) / count) for pair, count in counts.items()}
        self._norms = {held: _norm(held, self._weights) for held in {*self._pairs.values(), *self._headings.values()}}

    def text(self, one: Sentence, other: Sentence) -> float:
        """How alike two sentences are, from 0 to 1."""
        return self._cosine(self._pairs[one], self._pairs[other])

    def heading(self, one: Sentence, other: Sentence) -> float:
        """How alike the headings of two sentences are, from 0 to 1."""
        return self._cosine(self._headings[one], self._headings[other])

    def _cosine(self, a: frozenset[str], b: frozenset[str]) -> float:
        both = sum(self._weights[pair] ** 2 for pair in a & b)
        return both / (self._norms[a] * self._norms[b]) if both else 0.0


def common_words(one: str, other: str) -> str:
    """The longest run of characters that two texts share, stops and digits left out; empty where none is telling."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    runs = [run for block in blocks for run in _NOT_HAN.split(one[block.a : block.a + block.size])]
    longest = max(runs, key=len)
    return longest if len(longest) >= TELLING else ""


def _norm(held: frozenset[str], weights: Mapping[str, float]) -> float:
    return sqrt(sum(weights[pair] ** 2 for pair in held))
