"""What machines read in the head of a page: tags for reference managers, linked data, and the files beside it.

Zotero's rules (translators *Embedded Metadata* and *RDF*, 2026-06) decide the tags. ``z:itemType`` names the item type;
without it ``citation_title`` makes a journal article. ``citation_technical_report_institution`` makes a report, and
fills its institution. A name with a blank or comma is parted into first and last name, so a body so named is no author
but the institution alone. ``citation_author`` would replace the presenter of a speech. ``DC.description`` would go to
Extra; ``DC.type`` goes to the type of report or presentation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypedDict

from build_pages.addresses import document_path, indicator_csv, indicator_path, relative
from build_pages.exports.feed import has_feed
from build_pages.formats import DICTIONARY, FEED, FORMATS, download_path
from build_pages.model.edition import Annotated, Edition
from build_pages.model.page import Page
from build_pages.pages.citation import LANGUAGE, Reference, refer
from build_pages.pages.linked_data import Facts, describe_archive, describe_data, describe_document

_CSV, _LINES, _ATOM = "text/csv", "application/jsonl", "application/atom+xml"


class Alternate(TypedDict):
    """A file that holds what the page shows: its address relative to the page, its name and media type."""

    href: str
    title: str
    type: str


class Head(TypedDict):
    """``tags`` are names and contents of ``meta`` elements, in order; ``linked_data`` is JSON-LD."""

    tags: tuple[tuple[str, str], ...]
    alternates: tuple[Alternate, ...]
    linked_data: Facts | None


def add_heads(pages: Iterable[Page], edition: Edition) -> tuple[Page, ...]:
    """The pages, each with its head in the front matter; one that needs none keeps it empty."""
    heads = dict(_heads(edition))
    return tuple(replace(page, head=heads[page.path]) if page.path in heads else page for page in pages)


def _heads(edition: Edition) -> Iterator[tuple[str, Head]]:
    """Path ▸ head, of the pages that have one."""
    archive, address = edition.library.archive, edition.address
    feed = (Alternate(href=FEED, title=archive.title, type=_ATOM),) if has_feed(edition) else ()
    yield "index.html", Head(tags=(), alternates=feed, linked_data=describe_archive(archive, "index.html", address))
    above = tuple(Alternate(href=f"../{FEED}", title=one["title"], type=_ATOM) for one in feed)
    yield "documents/index.html", Head(tags=(), alternates=above, linked_data=None)
    for one in edition.documents:
        yield document_path(one.id), _document_head(one, edition)
    figures = (("data/figures.csv", _CSV), ("data/figures.jsonl", _LINES))
    yield "figures/index.html", _data_head("figures/index.html", "数字", figures, edition)
    yield DICTIONARY, _data_head(DICTIONARY, "", (*figures, ("datapackage.json", "application/json")), edition)
    for indicator in edition.library.indicators:
        path = indicator_path(indicator.id)
        yield path, _data_head(path, indicator.name, ((indicator_csv(indicator.id), _CSV),), edition)


def _document_head(one: Annotated, edition: Edition) -> Head:
    record, archive, page = one.document.record, edition.library.archive, document_path(one.id)
    rights = edition.library.readings[record.received.file].file.rights
    reference = refer(record, archive, rights, edition.address)
    alternates = tuple(
        Alternate(href=relative(download_path(one.id, kind), page), title=kind.name, type=kind.media)
        for kind in FORMATS
    )
    facts = describe_document(record, reference, archive, edition.address)
    return Head(tags=make_tags(reference, located=bool(edition.address)), alternates=alternates, linked_data=facts)


def _data_head(page: str, name: str, files: Iterable[tuple[str, str]], edition: Edition) -> Head:
    archive, files = edition.library.archive, tuple(files)
    title = f"{archive.title}：{name}" if name else archive.title
    alternates = tuple(
        Alternate(href=relative(path, page), title=path.rpartition("/")[2], type=media) for path, media in files
    )
    facts = describe_data(title, f"{title}。{archive.lead}", files, archive, page, edition.address)
    return Head(tags=(), alternates=alternates, linked_data=facts)


def make_tags(one: Reference, *, located: bool) -> tuple[tuple[str, str], ...]:
    """Dublin Core (https://www.dublincore.org/specifications/dublin-core/dc-html/), Highwire and Zotero's own tags of
    a document; ``located`` says whether its address is absolute.
    """
    parted = one.corporate and any(sign in one.author for sign in " ,;")
    author = "" if parted else one.author
    tags = {
        "z:itemType": one.form.zotero,
        "DC.title": one.title, "DC.creator": author, "DC.date": one.date, "DC.type": one.genre,
        "DC.language": LANGUAGE, "DC.publisher": one.institution, "DC.source": one.published_in,
        "DC.rights": one.rights,
        "citation_title": one.title, "citation_date": one.date, "citation_language": LANGUAGE,
        "citation_public_url": one.url if located else "",
    } | _own_tags(one, author)  # fmt: skip
    return tuple((name, content) for name, content in tags.items() if content)


def _own_tags(one: Reference, author: str) -> dict[str, str]:
    """The tags of a report, a speech, or another document."""
    if one.form.zotero == "report":
        return {"citation_author": author, "citation_technical_report_institution": one.institution}
    if one.form.zotero == "presentation":
        return {"z:presenters": author, "z:meetingName": one.occasion}
    return {"citation_author": author, "citation_publisher": one.institution}
