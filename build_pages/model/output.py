"""A file of the output before it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a file that is too long to be held: what makes it, and, as a file has one, the key of that."""

    make: Callable[[], bytes]
    key: str = ""


Content = str | bytes | Iterable[Part]
"""A text is written as UTF-8, parts one after the other."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to be written: its path below the output and what makes its content."""

    path: str
    make: Callable[[], Content]
    key: str = ""
    """The digest of all that it is made from; "" where that is not known, and it is made at every build."""


@dataclass(frozen=True, slots=True)
class Size:
    """How long a file is that was written, or found to be right."""

    lines: int
    bytes: int


def as_files(contents: Iterable[tuple[str, Content]]) -> Iterator[File]:
    """Contents, each with its path, as files; each is asked for when the one before it is done with."""
    for path, content in contents:
        yield File(path, lambda content=content: content)  # type: ignore[misc]
