"""Many words looked for in one pass over a text (Aho and Corasick 1975), by the automaton of ahocorasick_rs."""

from __future__ import annotations

from collections.abc import Sequence

from ahocorasick_rs import AhoCorasick, Implementation

Match = tuple[int, int, int]
"""Which word, and where it begins and ends."""


class Words:
    """Words to be looked for together, none of them empty."""

    __slots__ = ("_automaton", "_words")

    def __init__(self, words: Sequence[str]) -> None:
        self._words = tuple(words)
        self._automaton = AhoCorasick(self._words, implementation=Implementation.ContiguousNFA)

    def find(self, text: str) -> list[Match]:
        """Every place where a word stands, nested and crossing ones included."""
        return self._automaton.find_matches_as_indexes(text, overlapping=True)

    def __reduce__(self) -> tuple[type[Words], tuple[Sequence[str]]]:
        """Another process is given the words and builds the automaton anew."""
        return Words, (self._words,)
