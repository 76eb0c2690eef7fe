"""The documents as an Atom feed (RFC 4287), newest first. It needs the site's address: its ids are the addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from build_pages.formats import FEED
from build_pages.ledger.editions import last_changed
from build_pages.model.edition import Edition
from build_pages.model.record import Record
from build_pages.pages.citation import Reference, plain_date
from build_pages.pages.words import say_date

_ATOM = "http://www.w3.org/2005/Atom"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 allows in no text (https://www.w3.org/TR/xml/#charsets)."""


def has_feed(edition: Edition) -> bool:
    """Whether the site has an address and a dated document: a feed must name both."""
    return bool(edition.address) and any(_changed(one.document.record) for one in edition.documents)


def write_feed(edition: Edition, references: Sequence[Reference]) -> str:
    """The feed of an edition that ``has_feed``; "" otherwise. What has no date at all is not in it."""
    if not has_feed(edition):
        return ""
    records = [one.document.record for one in edition.documents]
    dated = [(_changed(record), record, one) for record, one in zip(records, references, strict=True)]
    dated = sorted((row for row in dated if row[0]), key=lambda row: (row[0], row[2].id), reverse=True)
    archive = edition.library.archive
    feed = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": "zh-Hans"})
    _add(feed, "id", edition.address)
    _add(feed, "title", archive.title)
    _add(feed, "subtitle", archive.lead)
    _add(feed, "updated", _stamp(max(date for date, _, _ in dated)))
    _add(_add(feed, "author"), "name", archive.title)
    _add(feed, "link", rel="self", type="application/atom+xml", href=edition.address + FEED)
    _add(feed, "link", rel="alternate", type="text/html", href=edition.address)
    for date, record, reference in dated:
        _add_entry(feed, date, record, reference)
    ElementTree.indent(feed, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(feed, encoding="unicode")}\n'


def _changed(record: Record) -> str:
    """The day of the edition that stands, or, before the first, the document's own date as far as it is known."""
    return last_changed(record) or plain_date(record.date)


def _stamp(date: str) -> str:
    """A date as RFC 3339 wants it: the beginning of its day, month or year."""
    year, month, day = (*date.split("-"), "01", "01")[:3]
    return f"{year}-{month}-{day}T00:00:00Z"


def _add_entry(feed: ElementTree.Element, date: str, record: Record, reference: Reference) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", reference.url)
    _add(entry, "title", reference.title)
    _add(entry, "updated", _stamp(date))
    if plain_date(record.date):
        _add(entry, "published", _stamp(plain_date(record.date)))
    if reference.author:
        _add(_add(entry, "author"), "name", reference.author)
    _add(entry, "category", term=record.kind, label=reference.genre)
    _add(entry, "link", rel="alternate", type="text/html", href=reference.url)
    facts = (reference.genre, reference.author, say_date(record.date), record.occasion or "")
    _add(entry, "summary", "，".join(filter(None, facts)))
    if reference.rights:
        _add(entry, "rights", reference.rights)


def _add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, name, attributes)
    element.text = _NO_XML.sub("", text) or None
    return element
