"""Strings that come back, with changing neighbours, and that the segmenter does not know as one word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Set

from build_pages.find.segment import knows_word
from build_pages.model.edition import Edition

SHORTEST, LONGEST = 4, 12
_RUN = re.compile(r"[\u4e00-\u9fff]{4,}")


def find_repeats(edition: Edition, known: Set[str]) -> Iterator[tuple[str, str, float]]:
    """(string, "repeated", weight): strings of at least two uses that no longer one accounts for."""
    before: dict[str, set[str]] = defaultdict(set)
    after: dict[str, set[str]] = defaultdict(set)
    counts: dict[str, int] = defaultdict(int)
    for one in edition.documents:
        for place in one.places.values():
            for run in _RUN.finditer(place.text):
                for start in range(len(run[0]) - SHORTEST + 1):
                    for length in range(SHORTEST, min(LONGEST, len(run[0]) - start) + 1):
                        gram = run[0][start : start + length]
                        counts[gram] += 1
                        before[gram].add(run[0][start - 1 : start])
                        after[gram].add(run[0][start + length : start + length + 1])
    for gram, count in counts.items():
        if count > 1 and gram not in known and len(before[gram]) > 1 and len(after[gram]) > 1 and not knows_word(gram):
            yield gram, "repeated", 1.0
