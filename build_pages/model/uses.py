"""The concordance: where every entry is spoken of, as columns of numbers. Mentions are made when they are asked for."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from build_pages.model.mention import Mention, MentionKind


class Uses(Mapping[str, tuple[Mention, ...]]):
    """Entry id ▸ its mentions in the order they were given; entries in the order of their ids."""

    __slots__ = ("_columns", "_words")

    def __init__(self, mentions: Iterable[Mention] = ()) -> None:
        """Gather mentions. Each is kept as six numbers, the first four of which say words."""
        numbers: dict[str | None, int] = {}
        columns: dict[str, array[int]] = {}
        for m in mentions:
            words = (m.paragraph, m.quote, m.kind, m.within)
            span = (-1, -1) if m.start is None or m.end is None else (m.start, m.end)
            row = (*(numbers.setdefault(word, len(numbers)) for word in words), *span)
            columns.setdefault(m.target, array("i")).extend(row)
        self._words, self._columns = tuple(numbers), dict(sorted(columns.items()))

    def __getitem__(self, key: str) -> tuple[Mention, ...]:
        return tuple(self._read(key, self._columns[key]))

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    def _read(self, target: str, numbers: array[int]) -> Iterator[Mention]:
        words = self._words
        for place, quote, kind, within, start, end in zip(*[iter(numbers)] * 6, strict=True):
            spanned = start >= 0
            yield Mention(
                cast(str, words[place]), start if spanned else None, end if spanned else None, cast(str, words[quote]),
                cast(MentionKind, words[kind]), target, words[within],
            )  # fmt: skip
