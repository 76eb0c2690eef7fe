"""Many wordings beside many: how many pairs of characters any two share, counted at once.

A pair of characters in a wording is one number, pair · wordings + wording: sorted, all wordings that have a pair lie
together, in their order, and so do those of a range of wordings among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Integers: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]

_BITS = 21
"""Of a code point."""
_NONE = (1 << _BITS) - 1
"""No code point: what stands behind a character that is the whole wording."""
_AT_ONCE = 100
"""Wordings looked for together: what they share with all others must fit into memory."""


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """What wordings looked for share with others: in each array one number for every two that share anything."""

    wanted: Integers
    """Which is looked for; ascending."""
    found: Integers
    """Which shares something with it; ascending for each."""
    common: Integers
    """How many pairs of characters they share."""
    size: Integers
    """How many pairs the one looked for has."""


class Wordings:
    """Wordings by their pairs of characters, see ``likeness.pairs``; they are numbered in the order they are given."""

    def __init__(self, words: Sequence[str]) -> None:
        self._length = max(1, len(words))
        pairs, owners = _read_pairs(words)
        signs = _sort_out(np.concatenate((pairs >> _BITS, pairs & _NONE)))[0]
        self._numbers = np.zeros(_NONE + 1, np.int64)  # of each sign; 0 is one that stands nowhere
        self._numbers[signs] = np.arange(1, len(signs) + 1)
        self._signs = len(signs) + 1
        self._keys = _sort_out(self._number(pairs) * self._length + owners)[0]
        self.sizes: Integers = np.bincount(self._keys % self._length, minlength=len(words))

    def share(
        self, wanted: Sequence[str], enough: Callable[[Shared], Flags], within: Sequence[range] | None = None
    ) -> Iterator[tuple[int, int, int]]:
        """Which of those ``wanted`` and which wording share ``enough``, in order, and how many pairs.

        ``within`` are the numbers of the wordings that count for each of those wanted; without it all do.
        """
        for shared, kept in self._portion(wanted, enough, within):
            columns = shared.wanted[kept], shared.found[kept], shared.common[kept]
            yield from zip(*(column.tolist() for column in columns), strict=True)

    def count(
        self, wanted: Sequence[str], enough: Callable[[Shared], Flags], within: Sequence[range] | None = None
    ) -> list[int]:
        """For each of those ``wanted`` how many wordings share ``enough`` with it, see ``share``."""
        numbers = np.zeros(len(wanted), np.int64)
        for shared, kept in self._portion(wanted, enough, within):
            numbers += np.bincount(shared.wanted[kept], minlength=len(wanted))
        found: list[int] = numbers.tolist()
        return found

    def count_rarest(self, words: Sequence[str]) -> list[int]:
        """For each of some words how many wordings have the rarest of its pairs: no more can have them all.

        Of a word without characters, all have what there is of it.
        """
        pairs, owners = _read_pairs(words)
        keys = self._number(pairs) * self._length
        rarest = np.full(len(words), self._length)
        np.minimum.at(rarest, owners, self._keys.searchsorted(keys + self._length) - self._keys.searchsorted(keys))
        found: list[int] = rarest.tolist()
        return found

    def _portion(
        self, wanted: Sequence[str], enough: Callable[[Shared], Flags], within: Sequence[range] | None
    ) -> Iterator[tuple[Shared, Flags]]:
        for at in range(0, len(wanted), _AT_ONCE):
            portion = slice(at, at + _AT_ONCE)
            limits = within[portion] if within else [range(self._length)] * len(wanted[portion])
            shared = self._share(wanted[portion], limits, at)
            yield shared, enough(shared)

    def _share(self, wanted: Sequence[str], within: Sequence[range], first: int) -> Shared:
        """What wordings share with those ``wanted``, which are numbered from ``first`` on."""
        pairs, owners = _read_pairs(wanted)
        pairs, owners = np.divmod(_sort_out(pairs * len(wanted) + owners)[0], len(wanted))
        keys = self._number(pairs) * self._length
        limits = np.array([(one.start, one.stop) for one in within])[owners].T
        begins, ends = self._keys.searchsorted(keys + limits)
        lengths = ends - begins
        # all stretches of keys one behind the other, each with the wording looked for in place of the pair
        at = (ends - lengths.cumsum()).repeat(lengths) + np.arange(lengths.sum())
        both, count = _sort_out(self._keys[at] + (owners * self._length - keys).repeat(lengths))
        asking, found = np.divmod(both, self._length)
        return Shared(asking + first, found, count, np.bincount(owners, minlength=len(wanted))[asking])

    def _number(self, pairs: Integers) -> Integers:
        """Pairs of code points as small numbers."""
        numbers: Integers = self._numbers[pairs >> _BITS] * self._signs + self._numbers[pairs & _NONE]
        return numbers


def _sort_out(numbers: Integers) -> tuple[Integers, Integers]:
    """Each of some numbers once, ascending, and how often it is there; puts ``numbers`` themselves in order.

    ``np.unique`` does the same for any array, and takes far longer.
    """
    numbers.sort()
    fresh = np.ones(len(numbers), np.bool_)
    np.not_equal(numbers[1:], numbers[:-1], out=fresh[1:])
    first = np.flatnonzero(fresh)
    return numbers[first], np.diff(first, append=len(numbers))


def _read_pairs(words: Sequence[str]) -> tuple[Integers, Integers]:
    """The pairs of code points of wordings, see ``likeness.pairs``, with the number of the wording of each."""
    signs = np.frombuffer("".join(words).encode("utf-32-le", "surrogatepass"), "<u4").astype(np.int64)
    lengths = np.fromiter(map(len, words), np.int64, len(words))
    owners = np.arange(len(words)).repeat(lengths)
    inside, alone = owners[:-1] == owners[1:], np.flatnonzero(lengths == 1)
    single = signs[lengths.cumsum()[alone] - 1]
    pairs = np.concatenate(((signs[:-1] << _BITS | signs[1:])[inside], single << _BITS | _NONE))
    return pairs, np.concatenate((owners[:-1][inside], alone))
