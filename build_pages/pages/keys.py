"""What pages rest on, as digests: a page that rests on nothing new need not be made again.

A key may change without need, and then costs time; it must never stay where the page would not.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from build_pages.addresses import document_path
from build_pages.circles import read_centres
from build_pages.model.edition import Annotated, Edition
from build_pages.model.entry import Entry
from build_pages.pages.cards import Card, make_cards
from build_pages.pages.traces import Trace, trace
from build_pages.store import NOTHING_KEPT, Store, digest, digest_text

_PLACE = re.compile(r"(?<![\w.-])[\w.-]+(?=#)")
"""The document of a place that an entry names: 2026-report#p37."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The digests that the keys of an edition's pages are made of; where nothing is kept every key is ""."""

    store: Store = NOTHING_KEPT
    cards: Mapping[str, Card] = field(default_factory=dict)
    """Entry id ▸ its card, with links from the folder of documents."""
    rest: str = ""
    """Of all in the library that is neither document nor entry."""
    traces: Mapping[str, Trace] = field(default_factory=dict)
    """Document id ▸ its trace, in the order of dates."""
    uses: Mapping[str, str] = field(default_factory=dict)
    """Entry id ▸ the digest of its uses."""
    documents: Mapping[str, str] = field(default_factory=dict)
    """Document id ▸ the digest of it, of the entries it uses, and of all documents of its circle."""
    entries: Mapping[str, str] = field(default_factory=dict)
    """Entry id ▸ the digest of the entry, its card and where it is first and last used."""
    anchors: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Entry id ▸ the anchors of the documents in which it names a place."""
    faces: str = ""
    """Of the faces of all documents."""
    names: str = ""
    """Of what lists say of entries, and of which there are."""
    users: str = ""
    """Of which entries each document uses."""
    whole: str = ""
    """Of all documents and entries."""

    def of_document(self, one: Annotated, kind: str) -> str:
        """For a page that shows one document, with the cards of its entries and the values of its circle."""
        if not self.traces:
            return ""
        return self.store.key(kind, self.documents[one.id], self.rest)

    def of_entry(self, entry: Entry, tied: Sequence[str]) -> str:
        """For the page of an entry that is ``tied`` to others."""
        if not self.traces:
            return ""
        uses = self.uses.get(entry.id)
        sought = self.whole if entry.items else ""  # all texts are searched for the words of items
        others = [self.entries[id] for id in tied]
        named = [self.anchors[id] for id in (entry.id, *tied)]
        return self.store.key("entry", self.entries[entry.id], others, named, uses, sought, self.faces, self.rest)

    def of_indicator(self, id: str) -> str:
        """For the page of an indicator."""
        if not self.traces:
            return ""
        values = [trace.values[id] for trace in self.traces.values() if id in trace.values]
        return self.store.key("indicator", id, values, self.faces, self.rest)

    def of_series(self, series: str, documents: Iterable[str]) -> str:
        """For the page of what changes in a series from document to document, and which others say it too."""
        if not self.traces:
            return ""
        said = [self.traces[id].said for id in documents]
        return self.store.key("changes", series, said, self.users, self.names, self.faces, self.rest)


NO_KEYS = Keys()


def read_keys(edition: Edition, store: Store) -> Keys:
    """The digests of an edition."""
    if not all(one.key for one in edition.documents):
        return NO_KEYS
    traced = trace(edition.documents, store)
    traces = traced.traces
    cards = make_cards(edition, document_path("index"), Counter(chain.from_iterable(traced.used.values())))
    written = {entry.id: repr(entry) for entry in edition.library.entries}
    entries = {id: digest_text(f"{text} {cards.get(id)} {_span(edition, id)}") for id, text in written.items()}
    anchors = {id: [traces[id].anchors for id in _PLACE.findall(text) if id in traces] for id, text in written.items()}
    listed = [(one.id, one.name, one.kind, one.category, one.explain, one.forms) for one in edition.library.entries]
    return Keys(
        store=store,
        cards=cards,
        rest=_digest_rest(edition),
        traces=traces,
        uses=traced.uses,
        documents=_digest_documents(edition, traced.used, entries),
        entries=entries,
        anchors=anchors,
        faces=digest([trace.face for trace in traces.values()]),
        names=digest(listed, edition.library.usage),
        users=digest([trace.spoken for trace in traces.values()]),
        whole=digest([one.key for one in edition.documents], list(entries.values())),
    )


def _span(edition: Edition, id: str) -> tuple[str, ...]:
    """The places of the first and the last use."""
    uses = edition.uses.get(id, ())
    ends = (next((use.paragraph for use in way if use.within != id), "") for way in (uses, reversed(uses)))
    return tuple(ends)


def _digest_rest(edition: Edition) -> str:
    library = edition.library
    files = [(name, reading.file, reading.encoding, reading.size) for name, reading in library.readings.items()]
    rest = replace(library, records=(), readings={}, entries=(), rulings={}, codings={})
    return digest(rest, files, edition.address)


def _digest_documents(
    edition: Edition, used: Mapping[str, Sequence[str]], entries: Mapping[str, str]
) -> Mapping[str, str]:
    centres = read_centres(edition.library)
    held: dict[str, list[str]] = defaultdict(list)
    for one in edition.documents:
        held[centres[one.id]].append(one.key)
    circles = {centre: digest(keys) for centre, keys in held.items()}
    return {
        one.id: digest_text("".join((one.key, circles[centres[one.id]], *(entries[id] for id in used[one.id]))))
        for one in edition.documents
    }
