"""Where a row comes from: every row of the open data names document, date, speaker and address, to be cited by them."""

from __future__ import annotations

from typing import Any

from build_pages.addresses import place_path
from build_pages.model.edition import Edition
from build_pages.model.record import Record


def origin(record: Record, place: str) -> dict[str, Any]:
    """Document, date (EDTF), speaker, place (a paragraph, a heading, or a document) and its address below the site."""
    return {
        "document": record.id, "date": record.date, "speaker": record.speaker, "paragraph": place,
        "url": place_path(place),
    }  # fmt: skip


def state_rights(edition: Edition, record: Record) -> str:
    """What is known of a document's rights: its record's word, or else that on the file it was received in."""
    return record.rights or edition.library.readings[record.received.file].file.rights
