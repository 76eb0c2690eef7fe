"""Stand-off spans to HTML, written once. Text is data: every character arrives as itself."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

_SPECIAL = re.compile("[&<>\"'\t\n\r]")
"""What text may not hold as it is; most holds none."""


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
        written = [f' {name}="{_quote(value)}"' if value else f" {name}" for name, value in self.attributes]
        return f"<{self.tag}{''.join(written)}>"


def _quote(value: str) -> str:
    return html.escape(value) if _SPECIAL.search(value) else value


def escape(text: str) -> str:
    """Text as HTML that neither a browser nor Python-Markdown can read otherwise; tabs survive as entities."""
    if not _SPECIAL.search(text):
        return text
    return html.escape(text).replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")


def weave(text: str, inlines: Iterable[Inline]) -> str:
    """The text with its inline elements, none empty; of two that cross, the later is split where the earlier ends."""
    say = escape if _SPECIAL.search(text) else str
    pieces: list[str] = []
    open_: list[Inline] = []
    at = 0
    for inline in _nest(inlines):
        while open_ and open_[-1].end <= inline.start:
            closed = open_.pop()
            pieces += (say(text[at : closed.end]), f"</{closed.tag}>")
            at = closed.end
        pieces += (say(text[at : inline.start]), inline.opening)
        open_.append(inline)
        at = inline.start
    while open_:
        closed = open_.pop()
        pieces += (say(text[at : closed.end]), f"</{closed.tag}>")
        at = closed.end
    return "".join((*pieces, say(text[at:])))


def _nest(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """The elements outer before inner, none crossing another and no link in a link (the inner one becomes a span)."""
    waiting = sorted(inlines, key=_order, reverse=True)
    open_: list[Inline] = []
    while waiting:
        one = waiting.pop()
        while open_ and open_[-1].end <= one.start:
            open_.pop()
        if open_:
            if one.end > open_[-1].end:
                waiting.append(replace(one, start=open_[-1].end))
                waiting.sort(key=_order, reverse=True)
                one = replace(one, end=open_[-1].end)
            if one.link and any(outer.link for outer in open_):
                kept = tuple(pair for pair in one.attributes if pair[0] != "href")
                one = replace(one, tag="span", attributes=kept, link=False)
        open_.append(one)
        yield one


def _order(inline: Inline) -> tuple[int, int, bool, str, tuple[tuple[str, str], ...]]:
    return inline.start, -inline.end, not inline.link, inline.tag, inline.attributes
