"""Phrases of the genre: what reports of many places say, how often they quote it, and how old it is.

``genre.tsv``, one phrase of 2 to 12 characters a line, signs of quotation left out, and four numbers: in how many of
the 31 provincial government work reports of 2025 it stands; how many of them put it in quotation marks; in how many
of 52 reports of the State Council from 1954 to 2025 it stands; the year of the first of these, 0 for none. It holds

- phrases in 5 provincial reports or more, between changing neighbours (entropy of the characters on either side 0.8
  nats or more), mostly from word edge to word edge, that are not in jieba's dictionary; and
- what the patterns of this package, this one aside, find in 3 provincial reports or more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from build_pages.candidates.passage import Find, Passage

_LIST = Path(__file__).with_name("genre.tsv")
COMMON = 5
"""Reports that use a common phrase."""
_QUOTES = "“”"


class Standing(NamedTuple):
    """How a phrase stands in the genre: counts of reports, and the year of the first national one, 0 for none."""

    reports: int
    quoted: int
    national: int
    since: int


UNKNOWN = Standing(0, 0, 0, 0)


@cache
def read_genre() -> Mapping[str, Standing]:
    """Phrase ▸ how it stands in the genre."""
    rows = (line.split("\t") for line in _LIST.read_text(encoding="utf-8").splitlines())
    return {phrase: Standing(*map(int, numbers)) for phrase, *numbers in rows}


@cache
def _common() -> tuple[frozenset[str], tuple[int, ...]]:
    """The phrases that ``COMMON`` reports use, and their lengths."""
    phrases = frozenset(phrase for phrase, standing in read_genre().items() if standing.reports >= COMMON)
    return phrases, tuple(sorted({len(phrase) for phrase in phrases}))


def find_common(passage: Passage) -> Iterator[Find]:
    """Every place of a phrase common in the genre, nested and crossing ones included."""
    at = [n for n, sign in enumerate(passage.text) if sign not in _QUOTES]
    bare = "".join(passage.text[n] for n in at)
    phrases, lengths = _common()
    for first in range(len(bare)):
        for length in lengths:
            if bare[first : first + length] in phrases and first + length <= len(bare):
                yield Find(at[first], at[first + length - 1] + 1, "common", 0.05)
