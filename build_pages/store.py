"""What earlier builds made, kept by what it was made from. Any of it may be lost or damaged: then it is made anew."""

from __future__ import annotations

import hashlib
import importlib.metadata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar, cast

from build_pages.depot import Depot
from build_pages.pickling import dump, load

T = TypeVar("T")

KEPT = Path(".cache/build")
"""Where the store of an archive lies below its root."""
_LIBRARIES = ("jieba", "ahocorasick-rs", "jinja2", "markupsafe", "opencc", "pypinyin", "numpy", "orjson")
"""Other people's code that decides what is found and written."""


class Store:
    """A folder of things made, each under the digest of its ingredients; without a folder nothing is kept.

    ``at_hand`` holds things in memory too, for a process that builds again and again: what was used up to a sweep.
    """

    def __init__(self, folder: Path | None, at_hand: dict[str, object] | None = None) -> None:
        self._depot = Depot(folder) if folder else None
        self._at_hand = at_hand
        self._used = set[str]()
        self._code = (
            digest(list(_read_code()), [importlib.metadata.version(name) for name in _LIBRARIES]) if folder else ""
        )

    @property
    def keeps(self) -> bool:
        """Whether there is a folder to keep things in."""
        return self._depot is not None

    def key(self, *ingredients: object) -> str:
        """The digest of what something is made from, the code that makes it included."""
        return digest(self._code, *ingredients) if self._depot else ""

    def recall(self, key: str, make: Callable[[], T]) -> T:
        """What was kept under ``key``, else what ``make`` makes, which is kept."""
        kept = self.find(key)
        if kept is not None:
            return cast(T, kept)
        made = make()
        self.keep(key, made)
        return made

    def find(self, key: str) -> object | None:
        """What was kept under ``key``; None where nothing was, or where it was damaged."""
        if self._depot is None:
            return None
        if self._at_hand is not None and key in self._at_hand:
            self._used.add(key)
            return self._at_hand[key]
        data = self._depot.find(key)
        return None if data is None else self._hold(key, load(data))

    def keep(self, key: str, made: object) -> None:
        """Keep something under ``key``, where there is a folder and room in it."""
        if self._depot:
            self._hold(key, made)
            self._depot.keep(key, dump(made))

    def _hold(self, key: str, made: object) -> object:
        if self._at_hand is not None:
            self._used.add(key)
            self._at_hand[key] = made
        return made

    def sweep(self, since: float) -> None:
        """Drop what was neither made nor recalled since a time (seconds of the clock), in memory by this store."""
        if self._at_hand is not None:
            for key in self._at_hand.keys() - self._used:
                del self._at_hand[key]
        if self._depot:
            self._depot.sweep(since)


NOTHING_KEPT = Store(None)


def digest(*parts: object) -> str:
    """The SHA-256 of values that pickle always writes the same way: no sets, no mappings of other orders."""
    return hashlib.sha256(dump(parts)).hexdigest()


def digest_text(text: str) -> str:
    """The SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def _read_code() -> Iterator[bytes]:
    """Everything that decides what is made: this package with the tables in it, and the templates."""
    package = Path(__file__).parent
    for folder in (package, package.parent / "templates"):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                yield path.read_bytes()
