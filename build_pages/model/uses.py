"""The concordance: where every entry is spoken of, as columns of numbers. Mentions are made when they are asked for."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import NamedTuple, cast, overload

from build_pages.model.mention import Mention, MentionKind

_WIDTH = 6
"""Numbers of a mention. The first four say its words: place, quote, kind, what it is within; then start and end."""


class Columns(NamedTuple):
    """The mentions of some documents: words, and by target the numbers of each mention one after the other."""

    words: tuple[str | None, ...]
    numbers: Mapping[str, array[int]]


def write_columns(mentions: Iterable[Mention]) -> Columns:
    """Write mentions as columns, in their order."""
    words: dict[str | None, int] = {}
    columns: dict[str, array[int]] = {}
    for m in mentions:
        said = (words.setdefault(word, len(words)) for word in (m.paragraph, m.quote, m.kind, m.within))
        span = (-1, -1) if m.start is None or m.end is None else (m.start, m.end)
        columns.setdefault(m.target, array("i")).extend((*said, *span))
    return Columns(tuple(words), columns)


class Uses(Mapping[str, Sequence[Mention]]):
    """Entry id ▸ its mentions in the order they were written; entries in the order of their ids."""

    def __init__(self, parts: Iterable[Columns]) -> None:
        """The mentions of several stretches of an archive, one after the other."""
        found: dict[str, list[_Part]] = defaultdict(list)
        for words, columns in parts:
            for target, numbers in columns.items():
                found[target].append((words, numbers))
        self._found = dict(sorted(found.items()))

    def __getitem__(self, key: str) -> Sequence[Mention]:
        return _Mentions(key, self._found[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


_Part = tuple[tuple[str | None, ...], "array[int]"]


class _Mentions(Sequence[Mention]):
    """The mentions of one entry."""

    __slots__ = ("_ends", "_parts", "_target")

    def __init__(self, target: str, parts: Sequence[_Part]) -> None:
        self._target, self._parts = target, parts
        self._ends = list(accumulate(len(numbers) // _WIDTH for _, numbers in parts))

    def __len__(self) -> int:
        return self._ends[-1]

    @overload
    def __getitem__(self, at: int) -> Mention: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Mention, ...]: ...
    def __getitem__(self, at: int | slice) -> Mention | tuple[Mention, ...]:
        if isinstance(at, slice):
            return tuple(self)[at]
        n = range(len(self))[at]
        part = bisect_right(self._ends, n)
        words, numbers = self._parts[part]
        first = (n - (self._ends[part - 1] if part else 0)) * _WIDTH
        return next(_read(self._target, words, numbers[first : first + _WIDTH]))

    def __iter__(self) -> Iterator[Mention]:
        return chain.from_iterable(_read(self._target, *part) for part in self._parts)


def _read(target: str, words: Sequence[str | None], numbers: array[int]) -> Iterator[Mention]:
    for place, quote, kind, within, start, end in zip(*[iter(numbers)] * _WIDTH, strict=True):
        spanned = start >= 0
        yield Mention(
            cast(str, words[place]), start if spanned else None, end if spanned else None, cast(str, words[quote]),
            cast(MentionKind, words[kind]), target, words[within],
        )  # fmt: skip
