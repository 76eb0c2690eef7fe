"""Documents in stretches: where there are thousands, what is kept of each is kept of a stretch together.

An edit then does one stretch anew, and nothing has to be gone through document by document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

_STRETCH = 50


def cut(documents: Sequence[T]) -> Iterator[Sequence[T]]:
    """The documents of each stretch, in their order."""
    return (documents[at : at + _STRETCH] for at in range(0, len(documents), _STRETCH))
