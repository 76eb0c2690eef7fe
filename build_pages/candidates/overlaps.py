"""Wordings of the same words of the text to one candidate: the likeliest speaks, the others stand beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from build_pages.candidates.wordings import Use, Wording

MOST_BESIDE = 2
UNLIKELY = 0.05
"""Less likely wordings are not worth standing beside another."""


@dataclass(slots=True)
class Merged:
    """A wording, and narrower, wider or crossing ones of the same places."""

    wording: Wording
    beside: list[Wording] = field(default_factory=list)


def merge(wordings: Iterable[Wording]) -> list[Merged]:
    """The likeliest first, the longer before the shorter; no two of them have all their uses in common words."""
    merged: list[Merged] = []
    taken: dict[str, list[tuple[int, int, Merged]]] = defaultdict(list)
    for one in sorted(wordings, key=lambda w: (-w.likely, -len(w.text), w.text)):
        crossing = [_crossing(use, taken) for use in one.uses]
        if all(crossing):
            best = min((m for found in crossing for m in found), key=lambda m: -m.wording.likely)
            if len(best.beside) < MOST_BESIDE and one.likely > UNLIKELY:
                best.beside.append(one)
            continue
        merged.append(Merged(one))
        for place, start, end in one.uses:
            taken[place].append((start, end, merged[-1]))
    return merged


def _crossing(use: Use, taken: dict[str, list[tuple[int, int, Merged]]]) -> list[Merged]:
    place, start, end = use
    return [merged for a, b, merged in taken[place] if a < end and start < b]
