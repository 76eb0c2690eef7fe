"""A file of the output before it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

Content = str | bytes


@dataclass(frozen=True, slots=True)
class File:
    """A file to be written: its path below the output and what makes its content."""

    path: str
    make: Callable[[], Content]
    key: str = ""
    """The digest of all that it is made from; "" where that is not known, and it is made at every build."""


def as_files(contents: Mapping[str, Content]) -> Iterator[File]:
    """Contents that are there already, by path, as files."""
    for path, content in contents.items():
        yield File(path, lambda content=content: content)  # type: ignore[misc]
