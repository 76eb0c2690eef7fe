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

from build_pages.search.coding import OFFSET, SHIFT

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
    found = _characters(texts)
    for length in range(1, LONGEST + 1):
        heavy: dict[str, array[int]] = {}
        for gram in sorted(found):
            occurrences = found.pop(gram)
            if len(occurrences) > light and length < LONGEST:
                heavy[gram] = occurrences
                yield _head(gram, occurrences, texts)
            else:
                yield Gram(gram, occurrences, False, 0, 0)
        found = _extend(texts, heavy)


def _characters(texts: Sequence[str]) -> dict[str, array[int]]:
    """Character ▸ its occurrences."""
    found = _occurrences()
    for unit, text in enumerate(texts):
        for at, char in enumerate(text, unit << SHIFT):
            found[char].append(at)
    return found


def _extend(texts: Sequence[str], heavy: dict[str, array[int]]) -> dict[str, array[int]]:
    """The grams that begin or end with a heavy one, each with its occurrences. Empties ``heavy`` as it goes.

    What begins with a heavy gram is met there, all of it and in order; only the rest is met where it ends with one.
    """
    found = _occurrences()
    names = frozenset(heavy)
    for gram in sorted(names):
        length = len(gram)
        for occurrence in heavy.pop(gram):
            text, at = texts[occurrence >> SHIFT], occurrence & OFFSET
            if at + length < len(text):
                found[text[at : at + length + 1]].append(occurrence)
            if at and text[at - 1 : at + length - 1] not in names:
                found[text[at - 1 : at + length]].append(occurrence - 1)
    return found


def _occurrences() -> dict[str, array[int]]:
    return defaultdict(lambda: array("Q"))


def _head(gram: str, occurrences: Sequence[int], texts: Sequence[str]) -> Gram:
    """A heavy gram with the units that speak of it most densely."""
    counts: dict[int, int] = defaultdict(int)
    for occurrence in occurrences:
        counts[occurrence >> SHIFT] += 1
    best = heapq.nsmallest(HEAD, counts, key=lambda unit: (-counts[unit] / (len(texts[unit]) + 60), unit))
    kept = set(best)
    head = array("Q", (occurrence for occurrence in occurrences if occurrence >> SHIFT in kept))
    return Gram(gram, head, True, len(counts), len(occurrences))
