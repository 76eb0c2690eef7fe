"""A formula unpacked: each item with the entry that explains it, or the places where the archive says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_pages.model.entry import Entry, Item
from build_pages.pages.atlas import Atlas, Spot

SHORTEST = 3
"""Characters below which an item is too short to be looked for in the text."""
MOST = 3
"""Places shown for one item."""


@dataclass(frozen=True, slots=True)
class Part:
    """An item; ``entry`` explains it, ``places`` are where its words stand when no entry does."""

    item: Item
    entry: Spot | None
    places: tuple[Spot, ...]


def unpack(entry: Entry, atlas: Atlas, page: str) -> tuple[Part, ...]:
    """The items of an entry in the order of the formula."""
    return tuple(_part(item, entry, atlas, page) for item in entry.items)


def _part(item: Item, entry: Entry, atlas: Atlas, page: str) -> Part:
    known = atlas.entries.get(item.see) or next(
        (atlas.forms[words] for words in _wordings(item.text) if words in atlas.forms), None
    )
    if known is not None and known is not entry:
        return Part(item, atlas.entry(known.id, page), ())
    found = next((places for words in _wordings(item.text) if (places := list(_places(words, atlas)))), [])
    return Part(item, None, tuple(atlas.spot(place, page) for place in found[:MOST]))


def _wordings(text: str) -> Iterator[str]:
    """The item's words, whole; then the name and the explanation it is made of."""
    yield from (words for words in (text, *text.split("：")) if len(words) >= SHORTEST)


def _places(words: str, atlas: Atlas) -> Iterator[str]:
    for one in atlas.documents.values():
        yield from (place.id for place in one.places.values() if words in place.text)
