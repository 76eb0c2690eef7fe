"""Phrases of the genre: what many reports of other places say in one breath and no dictionary of words holds.

``genre.tsv`` holds a phrase of 3 to 12 characters, signs of quotation left out, and in how many of the 31 provincial
government work reports of 2025 it stands: those that stand in 5 or more, between changing neighbours (entropy of the
characters on either side 0.8 nats or more), mostly from word edge to word edge, and are not in jieba's dictionary.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from build_pages.candidates.passage import Find, Passage

_LIST = Path(__file__).with_name("genre.tsv")
_QUOTES = "“”"


@cache
def read_genre() -> Mapping[str, int]:
    """Phrase ▸ how many reports use it."""
    lines = _LIST.read_text(encoding="utf-8").splitlines()
    return {phrase: int(count) for phrase, _, count in (line.partition("\t") for line in lines)}


def find_common(passage: Passage) -> Iterator[Find]:
    """Every place of a phrase of the genre, nested and crossing ones included."""
    at = [n for n, sign in enumerate(passage.text) if sign not in _QUOTES]
    bare = "".join(passage.text[n] for n in at)
    genre = read_genre()
    lengths = sorted({len(phrase) for phrase in genre})
    for first in range(len(bare)):
        for length in lengths:
            if bare[first : first + length] in genre and first + length <= len(bare):
                yield Find(at[first], at[first + length - 1] + 1, "common", 0.05)
