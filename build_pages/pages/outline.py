"""The outline of a document: its stand-alone headings, two levels deep, as a tree for the page's frame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from build_pages.model.edition import Annotated
from build_pages.model.text import Section

DEEPEST = 2
REST = ("rests", "校勘记与文本依据")
"""Id and title of what stands behind every text."""


class Entry(TypedDict):
    """A heading as the outline shows it, with those under it."""

    id: str
    title: str
    items: list[Entry]


def draw_outline(one: Annotated) -> list[Entry]:
    """The headings of a document, a long one up to its first comma."""
    headings = [section for section in one.document.sections if not section.run_in]
    depths = read_depths(headings)
    outline: list[Entry] = []
    for heading in headings:
        title = heading.title.partition("，")[0].replace("　", " ").strip()
        entry: Entry = {"id": heading.id.partition("#")[2], "title": title, "items": []}
        if depths[heading] == 1:
            outline.append(entry)
        elif depths[heading] <= DEEPEST:
            outline[-1]["items"].append(entry)
    return [*outline, {"id": REST[0], "title": REST[1], "items": []}]


def read_depths(headings: Iterable[Section]) -> dict[Section | None, int]:
    """Heading ▸ how many headings of a higher level it stands under, itself included."""
    depths: dict[Section | None, int] = {None: 0}
    above: list[Section] = []
    for heading in headings:
        while above and above[-1].level >= heading.level:
            above.pop()
        above.append(heading)
        depths[heading] = len(above)
    return depths
