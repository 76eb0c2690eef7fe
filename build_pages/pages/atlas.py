"""What every place, document and entry is called on a page, and the link that leads there. Made once for an edition."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from build_pages.addresses import document_path, entry_path, relative
from build_pages.find.entries import forms_of
from build_pages.model.edition import Annotated, Edition
from build_pages.model.entry import Entry
from build_pages.model.mention import Mention
from build_pages.model.record import Record
from build_pages.pages.words import say_date

HEADING = 14
"""Characters of a heading that name a section."""


class Spot(NamedTuple):
    """A place or an entry as a page names it; without ``url`` there is nothing to open."""

    text: str
    url: str = ""


class Stand(NamedTuple):
    """Where something stands."""

    where: str
    """The place within its document: 三(一)2, 第5段, 标题."""
    text: str
    """The name of the document, and the place."""
    url: str


class Face(NamedTuple):
    """A document as the pages of one folder show it."""

    name: str
    url: str
    date: str
    """In words: 2026年3月."""
    speaker: str


@dataclass(frozen=True, slots=True)
class Atlas:
    """Documents and entries by id; entries by form too."""

    documents: Mapping[str, Annotated]
    entries: Mapping[str, Entry]
    forms: Mapping[str, Entry]
    titles: Callable[[str], Mapping[str, str]]
    """Document ▸ section id ▸ its title."""
    faces: Callable[[str, str], Face]
    """Document and folder ▸ how the pages of the folder show it."""
    dates: Mapping[str, tuple[str, str]]
    """Document ▸ its date and id, by which documents are put in order."""

    def record(self, place: str) -> Record:
        """The record of the document that a place of the archive lies in."""
        return self.documents[place.partition("#")[0]].document.record

    def holds(self, place: str) -> bool:
        """Whether a place lies in a document of the archive, wherever in it."""
        return place.partition("#")[0] in self.documents

    def face(self, document: str, page: str) -> Face:
        """A document as a page shows it, and all others of its folder."""
        return self.faces(document, page[: page.rfind("/") + 1])

    def spot(self, place: str, page: str) -> Spot:
        """A place with its document, linked as closely as the document's page allows."""
        _, text, url = self.stand(place, page)
        return Spot(text, url)

    def stand(self, place: str, page: str) -> Stand:
        """Where a place stands, linked as ``spot`` does."""
        document, _, fragment = place.partition("#")
        name, url, *_ = self.face(document, page)
        if not fragment:
            return Stand("标题", name, url)
        if label := self.documents[document].labels.get(place):
            where = say_label(label)
            return Stand(where, f"{name} {where}", f"{url}#{fragment}")
        titles = self.titles(document)
        if title := titles.get(place):
            where = f"标题“{_clip(title)}”"
        else:
            where = f"收到的文本第{fragment.lstrip('ps').partition('-')[0]}行"
        anchored = place in titles or place in self.documents[document].labels
        return Stand(where, f"{name} {where}", f"{url}#{fragment}" if anchored else url)

    def entry(self, id: str, page: str) -> Spot:
        """An entry by its id."""
        return Spot(self.entries[id].name, relative(entry_path(self.entries[id]), page))


def draw_atlas(edition: Edition) -> Atlas:
    """The atlas of an edition."""
    documents = {one.id: one for one in edition.documents}
    forms: dict[str, Entry] = {}
    for entry in edition.library.entries:
        for form in forms_of(entry):
            forms.setdefault(form, entry)
    return Atlas(
        documents,
        edition.entries,
        forms,
        cache(lambda id: {section.id: section.title for section in documents[id].document.sections}),
        cache(lambda id, folder: _show(documents[id].document.record, folder)),
        {one.id: (one.document.record.date, one.id) for one in edition.documents},
    )


def _show(record: Record, folder: str) -> Face:
    url, speaker = relative(document_path(record.id), folder), record.speaker or record.issuer or ""
    return Face(name_document(record), url, say_date(record.date), speaker)


def say_label(label: str) -> str:
    """What a paragraph is called: 三(一)2, 第5段."""
    return f"第{label}段" if label.isdigit() else label


def read_uses(edition: Edition, id: str) -> tuple[Mention, ...]:
    """The uses of an entry; a short form inside a longer one of the same entry is no second use."""
    return tuple([use for use in edition.uses.get(id, ()) if use.within != id])


def name_document(record: Record) -> str:
    """What lists call a document."""
    return record.short or record.title


def say_when(date: str) -> str:
    """An EDTF date or interval in Chinese: 不晚于2026年2月6日, 2021年7月（存疑）.

    https://www.loc.gov/standards/datetime/ (level 0 and 1: intervals open on one side, ``?`` and ``~``).
    """
    start, slash, end = date.partition("/")
    if slash and start in ("", ".."):
        return f"不晚于{say_when(end)}"
    if slash and end in ("", ".."):
        return f"不早于{say_when(start)}"
    if slash:
        return f"{say_when(start)}至{say_when(end)}"
    doubt = {"?": "（存疑）", "~": "（约）", "%": "（约，存疑）"}.get(date[-1:], "")
    return say_date(re.sub("[?~%]$", "", date)) + doubt


def _clip(title: str) -> str:
    return title if len(title) <= HEADING else title[: HEADING - 1] + "…"
