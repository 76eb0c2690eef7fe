"""Strings that come back with changing neighbours and that the segmenter does not know as one word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from build_pages.candidates.passage import Find, Passage
from build_pages.candidates.words import CUTTING, GOVERNING

SHORTEST, MOST_WORDS = 4, 4


def find_repeats(passages: Mapping[str, Passage]) -> Iterator[tuple[str, Find]]:
    """(place, find) for every use of a run of words that stands twice or more, between different words."""
    uses: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for place, passage in passages.items():
        for first, last in _runs(passage):
            uses[passage.text[passage.words[first].start : passage.words[last].end]].append((place, first, last))
    for text, found in uses.items():
        before = {passages[place].before(first).text for place, first, _ in found}
        after = {passages[place].after(last).text for place, _, last in found}
        if len(text) >= SHORTEST and len(before) > 1 and len(after) > 1:
            for place, first, last in found:
                words = passages[place].words
                traits = (f"ends in {words[last].text}",)
                yield place, Find(words[first].start, words[last].end, "repeated", 0.06, traits)


def _runs(passage: Passage) -> Iterator[tuple[int, int]]:
    for first, word in enumerate(passage.words):
        if word.tag == "x" or word.text in CUTTING | GOVERNING:
            continue
        for last in range(first + 1, min(first + MOST_WORDS, len(passage.words))):
            if passage.words[last].tag == "x" or passage.words[last].text in CUTTING:
                break
            yield first, last
