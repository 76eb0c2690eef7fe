"""Stand-off spans to HTML, written once. Text is data: every character arrives as itself."""

from __future__ import annotations

import heapq
import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Inline:
    """An element around ``start`` to ``end`` of a text; ``attributes`` are written as given."""

    start: int
    end: int
    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    link: bool = False
    """It may not stand inside another link, and nothing that links may stand in it."""

    @property
    def opening(self) -> str:
        """The opening tag."""
        attributes = "".join(
            f' {name}="{html.escape(value)}"' if value else f" {name}" for name, value in self.attributes
        )
        return f"<{self.tag}{attributes}>"


def escape(text: str) -> str:
    """Text as HTML that neither a browser nor Python-Markdown can read otherwise; tabs survive as entities."""
    return html.escape(text).replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")


def weave(text: str, inlines: Iterable[Inline]) -> str:
    """The text with its inline elements, none empty; of two that cross, the later is split where the earlier ends."""
    pieces: list[str] = []
    open_: list[Inline] = []
    at = 0

    def close() -> int:
        inline = open_.pop()
        pieces.extend((escape(text[at : inline.end]), f"</{inline.tag}>"))
        return inline.end

    for inline in _nest(inlines):
        while open_ and open_[-1].end <= inline.start:
            at = close()
        pieces += [escape(text[at : inline.start]), inline.opening]
        open_.append(inline)
        at = inline.start
    while open_:
        at = close()
    return "".join([*pieces, escape(text[at:])])


def _nest(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """The elements outer before inner, none crossing another and no link in a link (the inner one becomes a span)."""
    waiting = [(_order(inline), inline) for inline in inlines]
    heapq.heapify(waiting)
    open_: list[Inline] = []
    while waiting:
        _, one = heapq.heappop(waiting)
        while open_ and open_[-1].end <= one.start:
            open_.pop()
        if open_ and one.end > open_[-1].end:
            rest = replace(one, start=open_[-1].end)
            heapq.heappush(waiting, (_order(rest), rest))
            one = replace(one, end=open_[-1].end)
        if one.link and any(outer.link for outer in open_):
            one = replace(
                one, tag="span", attributes=tuple(pair for pair in one.attributes if pair[0] != "href"), link=False
            )
        open_.append(one)
        yield one


def _order(inline: Inline) -> tuple[int, int, bool, str, tuple[tuple[str, str], ...]]:
    return inline.start, -inline.end, not inline.link, inline.tag, inline.attributes
