"""Where the label of a mark stands: beside it, or above or below, wherever it covers nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

RADIUS = 6
ARROW = 22
TICK = 20
SIZE = 13
"""Size of the type in px; a Chinese sign is as wide, others are narrower."""
_NARROW = 0.58
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    @staticmethod
    def around_symbol(x: float, y: float, bound: str) -> Box:
        """What a mark with its bound covers."""
        side = TICK if bound == "about" else RADIUS + 1
        above, below = (ARROW + RADIUS if bound == way else RADIUS + 1 for way in ("up", "down"))
        return Box(x - side, y - above, x + side, y + below)

    def meets(self, other: Box) -> bool:
        """Whether two rectangles have more than an edge in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def within(self, other: Box) -> bool:
        """Whether it lies wholly in another."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.top <= self.top and self.bottom <= other.bottom


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a label is written, and what it covers."""

    x: float
    y: float
    anchor: Anchor
    box: Box


def place_label(text: str, x: float, y: float, symbol: Box, taken: Sequence[Box], plot: Box) -> Spot:
    """The first place around a mark that lies in the plot and covers nothing taken; else the one on the right."""
    spots = list(_spots(measure(text), x, y, symbol, plot))
    free = (spot for spot in spots if spot.box.within(plot) and not any(spot.box.meets(box) for box in taken))
    return next(free, spots[0])


def measure(text: str) -> float:
    """The width of a label in px, near enough."""
    return sum(SIZE if ord(char) > 0x2E7F or char in "≥≤" else SIZE * _NARROW for char in text)


def _spots(width: float, x: float, y: float, symbol: Box, plot: Box) -> Iterator[Spot]:
    """Right, left, above and below of a mark, then further up and down; pushed in from the edges."""
    yield _spot(symbol.right + 3, y + 5, "start", width)
    yield _spot(symbol.left - 3, y + 5, "end", width)
    middle = min(max(x, plot.left + width / 2), plot.right - width / 2)
    for away in (0, SIZE + 3, 2 * (SIZE + 3)):
        yield _spot(middle, symbol.top - 4 - away, "middle", width)
        yield _spot(middle, symbol.bottom + SIZE + away, "middle", width)


def _spot(x: float, y: float, anchor: Anchor, width: float) -> Spot:
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return Spot(round(x, 1), round(y, 1), anchor, Box(left, y - SIZE + 2, left + width, y + 3))
