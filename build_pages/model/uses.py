"""The concordance: where every entry is spoken of, as columns of numbers. Mentions are made when they are asked for."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import cast

from build_pages.model.mention import Mention, MentionKind


class Uses(Mapping[str, tuple[Mention, ...]]):
    """Entry id ▸ its mentions in the order they were given; entries in the order of their ids."""

    def __init__(self, list_mentions: Callable[[], Iterable[Mention]]) -> None:
        """The mentions are gathered when something is first asked of them."""
        self._list_mentions = list_mentions

    def __getitem__(self, key: str) -> tuple[Mention, ...]:
        words, columns = self._gathered
        return tuple(_read(key, columns[key], words))

    def __iter__(self) -> Iterator[str]:
        return iter(self._gathered[1])

    def __len__(self) -> int:
        return len(self._gathered[1])

    @cached_property
    def _gathered(self) -> tuple[tuple[str | None, ...], dict[str, array[int]]]:
        """Words, and by target its mentions as six numbers each, of which the first four say words."""
        numbers: dict[str | None, int] = {}
        columns: dict[str, array[int]] = {}
        for m in self._list_mentions():
            words = (m.paragraph, m.quote, m.kind, m.within)
            span = (-1, -1) if m.start is None or m.end is None else (m.start, m.end)
            row = (*(numbers.setdefault(word, len(numbers)) for word in words), *span)
            columns.setdefault(m.target, array("i")).extend(row)
        return tuple(numbers), dict(sorted(columns.items()))


def _read(target: str, numbers: array[int], words: tuple[str | None, ...]) -> Iterator[Mention]:
    for place, quote, kind, within, start, end in zip(*[iter(numbers)] * 6, strict=True):
        spanned = start >= 0
        yield Mention(
            cast(str, words[place]), start if spanned else None, end if spanned else None, cast(str, words[quote]),
            cast(MentionKind, words[kind]), target, words[within],
        )  # fmt: skip
