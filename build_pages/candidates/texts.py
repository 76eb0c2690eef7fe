"""The texts that wordings stand in, and what entries hold in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_pages.candidates.passage import Passage

Span = tuple[int, int]
Use = tuple[str, int, int]
"""Place, start, end."""


class Texts:
    """The words of each place, what entries cover in it, and the place of the map that the texts are about."""

    __slots__ = ("about", "covered", "passages")

    def __init__(self, passages: Mapping[str, Passage], covered: Mapping[str, Sequence[Span]], about: str) -> None:
        self.passages, self.covered, self.about = passages, covered, about

    def read(self, use: Use) -> tuple[str, int, int, Sequence[Span]]:
        """The text of a use, where the use starts and ends in it, and the spans there that entries cover."""
        place, start, end = use
        return self.passages[place].text, start, end, self.covered[place]


def lies_within(start: int, end: int, covered: Sequence[Span]) -> bool:
    """Whether an entry covers the whole of a span, or more."""
    return any(a <= start and end <= b for a, b in covered)


def meets(start: int, end: int, covered: Sequence[Span]) -> list[Span]:
    """What entries cover in a span or across its edges; one that holds the whole of it says nothing of its parts."""
    return [(a, b) for a, b in covered if a < end and start < b and not (a <= start and end <= b)]


def share_held(text: str, start: int, end: int, covered: Sequence[Span]) -> float:
    """The share of a span's characters, quotation marks and 、 aside, that entries within it or across it hold."""
    counted = {at for at in range(start, end) if text[at] not in "“”、"}
    held = {at for a, b in meets(start, end, covered) for at in range(a, b)} & counted
    return len(held) / max(1, len(counted))
