"""Mappings that take little room: what is found in thousands of documents fits into memory."""

from __future__ import annotations

import zlib
from collections.abc import ItemsView, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeVar, cast

from build_pages.pickling import dump, load

T = TypeVar("T")

OPEN = 200
"""Packed mappings that stay open at a time, those asked for last."""


class Packed(Mapping[str, T]):
    """A mapping kept as bytes, a tenth of its size, and read when it is asked for; its order stays."""

    __slots__ = ("_data",)

    def __init__(self, mapping: Mapping[str, T]) -> None:
        """Pack a mapping."""
        self._data = zlib.compress(dump(dict(mapping)), 1)

    def __getitem__(self, key: str) -> T:
        return cast(T, _open(self._data)[key])

    def __iter__(self) -> Iterator[str]:
        return iter(_open(self._data))

    def __len__(self) -> int:
        return len(_open(self._data))

    def items(self) -> ItemsView[str, T]:
        """Keys and values, as fast as those of a dictionary."""
        return _open(self._data).items()


@lru_cache(OPEN)
def _open(data: bytes) -> dict[str, Any]:
    return cast(dict[str, Any], load(zlib.decompress(data)))


class Joined(Mapping[str, T]):
    """What several documents hold by place, as one mapping: a place or a figure begins with its document's id."""

    __slots__ = ("_parts",)

    def __init__(self, parts: Mapping[str, Mapping[str, T]]) -> None:
        """Join mappings by the id of their document."""
        self._parts = parts

    def __getitem__(self, key: str) -> T:
        document = key.partition("#")[0]
        return self._parts[document if document in self._parts else document.rpartition("-n")[0]][key]  # in its head

    def __iter__(self) -> Iterator[str]:
        return (key for part in self._parts.values() for key in part)

    def __len__(self) -> int:
        return sum(map(len, self._parts.values()))
