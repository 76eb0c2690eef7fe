"""What has an address: every page, and in documents and tables of figures each paragraph, heading and figure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from build_pages.addresses import document_path, place_path
from build_pages.formats import DICTIONARY
from build_pages.model.edition import Annotated, Edition
from build_pages.pages import plan
from build_pages.pages.figures import figures_path

LENGTH = 12
"""Hexadecimal digits of a fingerprint, 48 bits: of 10¹⁴ texts that change one goes unnoticed."""


def list_addresses(edition: Edition) -> Mapping[str, str]:
    """Address ▸ the fingerprint of the text that stands there, "" for other pages and for figures; sorted."""
    found = {page.path: "" for page in plan(edition) if page.template.endswith(".md.j2")} | {DICTIONARY: ""}
    for one in edition.documents:
        found |= {address: fingerprint(text) for address, text in _texts(one)}
        found |= {f"{figures_path(one.id)}#{id.partition('#')[2] or id}": "" for id in one.figures}
    return dict(sorted(found.items()))


def fingerprint(text: str) -> str:
    """The beginning of the SHA-256 of a text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def _texts(one: Annotated) -> Iterator[tuple[str, str]]:
    """The texts of a document as published: its title, its headings and its paragraphs."""
    record = one.document.record
    yield document_path(one.id), record.title + record.subtitle
    for section in one.document.sections:
        yield place_path(section.id), section.title
    for paragraph in one.document.paragraphs:
        yield place_path(paragraph.id), paragraph.text
