"""Which strings of characters are indexed, and where they stand.

Every character is a gram. A gram that stands in too many places to be fetched whole is heavy: for it only some of the
places are kept, and every string that is one character longer becomes a gram in turn. So any query can be covered by
light grams or is a heavy one itself, and their places prove it word for word. In an archive of a few documents no gram
is heavy, and the index is the text turned inside out.

Texts are read as one string in which a stop ends each; it is no character of any text. A spot is an offset there.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

LIGHT = 8_192
"""Places that a gram may have and still be fetched whole (some 25 KB)."""
LONGEST = 8
"""Grams of this length are kept whole however many they are."""
STOP = "\ud800"
"""Half of a surrogate pair: what was decoded never holds one alone."""
Integers: TypeAlias = NDArray[np.int64]
Letters: TypeAlias = NDArray[np.unsignedinteger]
Flags: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Grams:
    """Grams of one length: their spots, those of a gram side by side and ascending, and where each gram's begin, with
    where the last one's end."""

    length: int
    spots: Integers
    begins: Integers

    @property
    def counts(self) -> Integers:
        """How often each stands."""
        return np.diff(self.begins)

    def name(self, text: str) -> list[str]:
        """The grams themselves, as a text has them."""
        return [text[spot : spot + self.length] for spot in self.spots[self.begins[:-1]].tolist()]

    def choose(self, which: Flags) -> Grams:
        """Some of the grams."""
        counts = self.counts
        return Grams(self.length, self.spots[which.repeat(counts)], add_up(counts[which]))


def survey(text: str, least: int) -> dict[str, int]:
    """The strings that stand in a text ``least`` times and may be heavy, and how often they do."""
    letters, stop = _number_letters(text)
    found = _list_characters(letters, stop)
    counts: dict[str, int] = {}
    for _ in range(1, LONGEST):
        found = found.choose(found.counts >= least)
        counts.update(zip(found.name(text), found.counts.tolist(), strict=True))
        found = _extend(letters, stop, found)
    return counts


def choose_heavy(counts: Mapping[str, int], light: int) -> frozenset[str]:
    """The heavy ones of strings with the number of their places."""
    return frozenset(gram for gram, count in counts.items() if count > light)


def list_grams(text: str, heavy: frozenset[str]) -> Iterator[tuple[Grams, list[str], Flags]]:
    """The grams of a text with their names, and which of them are heavy, length by length."""
    letters, stop = _number_letters(text)
    found = _list_characters(letters, stop)
    for _ in range(LONGEST):
        if not (names := found.name(text)):
            return
        which = np.array([name in heavy for name in names], bool)
        yield found, names, which
        found = _extend(letters, stop, found.choose(which), before=True)


def _extend(letters: Letters, stop: int, grams: Grams, before: bool = False) -> Grams:
    """The strings that are longer by the character after a gram, and by the one ``before`` it where that is asked.

    What begins with one of the grams is met there, all of it: before a gram only what does not is looked for.
    """
    number = np.arange(len(grams.counts), dtype=np.min_scalar_type(2 * len(grams.counts))).repeat(grams.counts)
    spots, keys, ends = grams.spots, number, letters[grams.spots + grams.length]
    if before:
        met = np.zeros(len(letters), bool)
        met[spots] = True
        first = spots - 1  # the last stop is before the first spot
        new = ~met[first]
        spots = np.concatenate((spots, first[new]))
        keys = np.concatenate((keys, number[new] + len(grams.counts)))
        ends = np.concatenate((ends, letters[first[new]]))
    whole = ends != stop
    return _group(grams.length + 1, spots[whole], ends[whole], keys[whole])


def _list_characters(letters: Letters, stop: int) -> Grams:
    spots = np.flatnonzero(letters != stop)
    return _group(1, spots, letters[spots])


def _group(length: int, spots: Integers, *keys: Letters) -> Grams:
    """Bring the spots with the same keys together; those of a gram stay in their order."""
    order = np.lexsort(keys)
    new = np.zeros(len(spots), bool)
    new[:1] = True
    for key in keys:
        ordered = key[order]
        new[1:] |= ordered[1:] != ordered[:-1]
    return Grams(length, spots[order], np.append(np.flatnonzero(new), len(spots)))


def _number_letters(text: str) -> tuple[Letters, int]:
    """A text with its characters numbered in few bits, which are sorted faster; and the number of the stop."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    used = np.zeros(sys.maxunicode + 1, bool)
    used[codes] = used[ord(STOP)] = True
    numbers = used.cumsum() - 1
    return numbers.astype(np.min_scalar_type(numbers[-1]))[codes], int(numbers[ord(STOP)])


def add_up(numbers: Integers | Flags) -> Integers:
    """The sums of the first of some numbers: of none, of one, and so on to that of all."""
    return np.concatenate(([0], numbers.cumsum()))
