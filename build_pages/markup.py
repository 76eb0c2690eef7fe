"""Stand-off spans to HTML, written once. Text is data: every character arrives as itself."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

_SPECIAL = re.compile("[&<>\"'\t\n\r]")
"""What text may not hold as it is; most holds none."""
_HREF = re.compile(' href="[^"]*"')
"""The attribute that makes a link, as ``attribute`` writes it."""


class Inline(NamedTuple):
    """An element around ``start`` to ``end`` of a text; ``attributes`` as ``attribute`` writes them."""

    start: int
    end: int
    tag: str
    attributes: str = ""
    link: bool = False
    """It may not stand inside another link, and nothing that links may stand in it."""


def attribute(name: str, value: str) -> str:
    """An attribute as it stands in an opening tag; one without a value is but named."""
    return f' {name}="{_quote(value)}"' if value else f" {name}"


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
    open_: list[tuple[int, str]] = []
    at = 0
    for start, end, tag, attributes, _ in _nest(inlines):
        while open_ and open_[-1][0] <= start:
            closed, closing = open_.pop()
            pieces += (say(text[at:closed]), closing)
            at = closed
        pieces += (say(text[at:start]), f"<{tag}{attributes}>")
        open_.append((end, f"</{tag}>"))
        at = start
    while open_:
        closed, closing = open_.pop()
        pieces += (say(text[at:closed]), closing)
        at = closed
    return "".join((*pieces, say(text[at:])))


def _nest(inlines: Iterable[Inline]) -> Iterable[Inline]:
    """The elements outer before inner, none crossing another and no link in a link (the inner one becomes a span)."""
    ordered = sorted(inlines)
    apart = all(one.end <= other.start for one, other in pairwise(ordered))
    return ordered if apart else _part(ordered)


def _part(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """What ``_nest`` gives, of elements that overlap."""
    waiting = sorted(inlines, key=_order, reverse=True)
    open_: list[Inline] = []
    while waiting:
        one = waiting.pop()
        while open_ and open_[-1].end <= one.start:
            open_.pop()
        if open_:
            if one.end > open_[-1].end:
                waiting.append(one._replace(start=open_[-1].end))
                waiting.sort(key=_order, reverse=True)
                one = one._replace(end=open_[-1].end)
            if one.link and any(outer.link for outer in open_):
                one = one._replace(tag="span", attributes=_HREF.sub("", one.attributes), link=False)
        open_.append(one)
        yield one


def _order(inline: Inline) -> tuple[int, int, bool, str, str]:
    return inline.start, -inline.end, not inline.link, inline.tag, inline.attributes
