"""The card of an entry: what a reader needs where the word stands, at most twelve lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_pages.addresses import entry_path, place_path, relative
from build_pages.model.edition import Edition
from build_pages.model.entry import Entry, Item
from build_pages.model.mention import Mention
from build_pages.model.record import Record
from build_pages.pages.words import BASIS, CATEGORY, LEVEL, say_date

MOST_ITEMS = 6
MOST_CHARACTERS = 60
"""Of a meaning; what is longer ends at a stop before, or is cut, and the card says 全文见词条."""


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """One entry as a card on the pages of one folder; ``url`` and ``first_url`` are relative to it.

    There is one of each entry: it is told from others by what it is, not by what it says.
    """

    id: str
    kind: str
    name: str
    chip: str
    english: str
    official: bool
    meaning: str
    items: tuple[Item, ...]
    more: bool
    basis: str
    role: str
    role_date: str
    role_source: str
    first: str
    first_url: str
    count: int
    documents: int
    speeches: int
    url: str


def make_cards(edition: Edition, page: str, users: Mapping[str, int]) -> dict[str, Card]:
    """Entry id ▸ its card, for every entry in use, with links from the folder of ``page``.

    ``users``: entry id ▸ how many documents use it.
    """
    records = {one.id: one.document.record for one in edition.documents}
    return {id: _make_card(edition.entries[id], uses, users[id], records, page) for id, uses in edition.uses.items()}


def count_users(edition: Edition) -> Mapping[str, int]:
    """Entry id ▸ how many documents use it."""
    return {id: len({use.paragraph.partition("#")[0] for use in uses}) for id, uses in edition.uses.items()}


def _make_card(entry: Entry, uses: Sequence[Mention], users: int, records: Mapping[str, Record], page: str) -> Card:
    role = max(entry.roles, key=lambda r: r.date, default=None)
    source = records.get(role.place.partition("#")[0]) if role else None
    meaning = shorten(entry.meaning.text)
    return Card(
        id=entry.id, kind=entry.kind, name=entry.name,
        chip=" · ".join(filter(None, (CATEGORY.get(entry.category, entry.category), LEVEL.get(entry.level or "", "")))),
        english=entry.english.text if entry.english else "",
        official=bool(entry.english and entry.english.basis == "official"),
        meaning=meaning, items=entry.items[:MOST_ITEMS],
        more=len(entry.items) > MOST_ITEMS or meaning != entry.meaning.text,
        basis=BASIS[entry.meaning.basis], role=role.text if role else "", role_date=role.date if role else "",
        role_source=(source.short or source.title) if source else "",
        first=say_date(records[uses[0].paragraph.partition("#")[0]].date),
        first_url=relative(place_path(uses[0].paragraph), page),
        count=len(uses), documents=users,
        speeches=sum(record.speaker == entry.name for record in records.values()) if entry.kind == "person" else 0,
        url=relative(entry_path(entry), page),
    )  # fmt: skip


def shorten(text: str) -> str:
    """At most ``MOST_CHARACTERS`` of a text, up to a stop where there is one in its second half."""
    if len(text) <= MOST_CHARACTERS:
        return text
    stop = max(text.rfind(mark, MOST_CHARACTERS // 2, MOST_CHARACTERS) for mark in "。；")
    return text[: stop + 1] if stop > 0 else text[: MOST_CHARACTERS - 1] + "…"
