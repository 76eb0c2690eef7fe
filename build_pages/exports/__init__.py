"""Files for other programs and other places: references, texts to download, feed, sitemap, llms.txt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from build_pages.exports.feed import write_feed
from build_pages.exports.llms import write_llms
from build_pages.exports.plain_text import to_markdown, to_text
from build_pages.exports.references import WRITERS
from build_pages.exports.sitemap import SITEMAP, write_robots, write_sitemap
from build_pages.formats import FEED, MARKDOWN, TEXT, bibliography_path, download_path
from build_pages.model.edition import Annotated, Edition
from build_pages.model.page import Page
from build_pages.pages.citation import Reference, refer


def plan_exports(edition: Edition, pages: Iterable[Page], data: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """Path below the output and text of each, written one after the other: together they are as long as the archive.

    ``data`` are the paths of the data files. What cannot be made is left out.
    """
    return ((path, text) for path, text in _write_all(edition, tuple(pages), tuple(data)) if text)


def make_reference(one: Annotated, edition: Edition) -> Reference:
    """How a document of the edition is referred to."""
    record = one.document.record
    rights = edition.library.readings[record.received.file].file.rights
    return refer(record, edition.library.archive, rights, edition.address)


def _write_all(edition: Edition, pages: Sequence[Page], data: Sequence[str]) -> Iterator[tuple[str, str]]:
    references = [make_reference(one, edition) for one in edition.documents]
    for format_, write in WRITERS.items():
        yield bibliography_path(format_), write(references)
    for one, reference in zip(edition.documents, references, strict=True):
        yield from _beside(one, reference)
    yield FEED, write_feed(edition, references)
    yield SITEMAP, write_sitemap(edition, pages)
    yield "robots.txt", write_robots(edition)
    yield "llms.txt", write_llms(edition, references, pages, data)


def _beside(one: Annotated, reference: Reference) -> Iterator[tuple[str, str]]:
    """The files beside the page of a document."""
    yield download_path(one.id, TEXT), to_text(one, reference)
    yield download_path(one.id, MARKDOWN), to_markdown(one, reference)
    for format_, write in WRITERS.items():
        yield download_path(one.id, format_), write([reference])
