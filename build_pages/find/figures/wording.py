"""Lists of wordings as patterns: the tables of this package are blank-separated words, read here."""

from __future__ import annotations


def any_of(words: str) -> str:
    """An alternation of blank-separated words or pieces of pattern, the longest first.

    >>> any_of("达 达到")
    '(?:达到|达)'
    """
    return "(?:" + "|".join(sorted(words.split(), key=lambda word: (-len(word), word))) + ")"
