"""Which strings of characters are indexed, and where they stand.

Every character is a gram. A gram that stands in too many places to be fetched whole is heavy: for it only the best
places are kept, and every string that is one character longer becomes a gram in turn. So any query can be covered by
light grams or is a heavy one itself, and their offsets prove it word for word. In an archive of a few documents no
gram is heavy, and the index is the text turned inside out.
"""

from __future__ import annotations

import heapq
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_pages.search.coding import SHIFT

LIGHT = 8192
"""Occurrences that a gram may have and still be fetched whole (some 25 KB)."""
LONGEST = 8
"""Grams of this length are kept whole however many they are."""
HEAD = 400
"""Units that are kept of a heavy gram."""


@dataclass(frozen=True, slots=True)
class Gram:
    """A string of folded characters with its occurrences: all of them, or of a heavy gram those in its best units."""

    text: str
    occurrences: Sequence[int]
    heavy: bool
    units: int
    count: int
    """In how many units it stands, and how often, where it is heavy (0 otherwise)."""


def list_grams(texts: Sequence[str], light: int = LIGHT) -> Iterator[Gram]:
    """The grams of folded texts, shorter ones first, then by character; a text's position is its unit."""
    heavy: frozenset[str] = frozenset()
    for length in range(1, LONGEST + 1):
        found = _gather(texts, length, heavy)
        heavy = frozenset(gram for gram, at in found.items() if len(at) > light and length < LONGEST)
        for gram in sorted(found):
            occurrences = found.pop(gram)
            yield _head(gram, occurrences, texts) if gram in heavy else Gram(gram, occurrences, False, 0, 0)
        if not heavy:
            return


def _gather(texts: Sequence[str], length: int, heavy: frozenset[str]) -> dict[str, array[int]]:
    """Gram ▸ its occurrences, of those grams that begin or end with a heavy one."""
    found: dict[str, array[int]] = defaultdict(lambda: array("Q"))
    for unit, text in enumerate(texts):
        base = unit << SHIFT
        if length == 1:
            for at, char in enumerate(text, base):
                found[char].append(at)
            continue
        extends = [text[at : at + length - 1] in heavy for at in range(len(text) - length + 2)]
        for at in range(len(text) - length + 1):
            if extends[at] or extends[at + 1]:
                found[text[at : at + length]].append(base + at)
    return found


def _head(gram: str, occurrences: Sequence[int], texts: Sequence[str]) -> Gram:
    """A heavy gram with the units that speak of it most densely."""
    counts: dict[int, int] = defaultdict(int)
    for occurrence in occurrences:
        counts[occurrence >> SHIFT] += 1
    best = heapq.nsmallest(HEAD, counts, key=lambda unit: (-counts[unit] / (len(texts[unit]) + 60), unit))
    kept = set(best)
    head = array("Q", (occurrence for occurrence in occurrences if occurrence >> SHIFT in kept))
    return Gram(gram, head, True, len(counts), len(occurrences))
