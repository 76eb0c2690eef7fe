"""How alike two sentences are in their wording: the cosine of their pairs of characters, rare pairs weighing more.

Weights are inverse document frequencies (Spärck Jones 1972) over the sentences of both sides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from difflib import SequenceMatcher
from math import log, sqrt

from build_pages.commitments.likeness import key, pairs
from build_pages.model.comparison import Sentence


class Likeness:
    """The wordings of all sentences of a comparison, ready to be compared."""

    def __init__(self, sentences: Collection[Sentence]) -> None:
        self._pairs = {s: pairs(key(s.heading + s.text if s.first else s.text)) for s in sentences}
        self._headings = {sentence: pairs(key(sentence.heading)) for sentence in sentences}
        counts = Counter(pair for s in sentences for pair in self._pairs[s] | self._headings[s])
        self._weights = {pair: log((1 + len(sentences)) / count) for pair, count in counts.items()}

    def text(self, one: Sentence, other: Sentence) -> float:
        """How alike two sentences are, from 0 to 1."""
        return _cosine(self._pairs[one], self._pairs[other], self._weights)

    def heading(self, one: Sentence, other: Sentence) -> float:
        """How alike the headings of two sentences are, from 0 to 1."""
        return _cosine(self._headings[one], self._headings[other], self._weights)


def common_words(one: str, other: str) -> str:
    """The longest run of characters that two texts share, stops and digits excluded."""
    best = ""
    for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        for run in _runs(one[block.a : block.a + block.size]):
            best = run if len(run) > len(best) else best
    return best


def _runs(words: str) -> Iterable[str]:
    """The runs of a text between stops and digits."""
    return "".join(c if "\u4e00" <= c <= "\u9fff" else " " for c in words).split()


def _cosine(a: frozenset[str], b: frozenset[str], weights: Mapping[str, float]) -> float:
    def norm(held: frozenset[str]) -> float:
        return sqrt(sum(weights[pair] ** 2 for pair in held))

    both = sum(weights[pair] ** 2 for pair in a & b)
    return both / (norm(a) * norm(b)) if both else 0.0
