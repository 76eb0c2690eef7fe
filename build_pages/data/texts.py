"""Rows of documents, sections, paragraphs and sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_pages.addresses import document_path, place_path
from build_pages.data.origin import origin, state_rights
from build_pages.data.table import copy
from build_pages.model.edition import Annotated, Edition
from build_pages.model.record import Revision


def _count_characters(text: str) -> int:
    """Code points that are not blank."""
    return sum(map(len, text.split()))


def document_rows(edition: Edition) -> Iterator[dict[str, Any]]:
    """One row a document, in the order of dates."""
    for one in edition.documents:
        record = one.document.record
        file = edition.library.readings[record.received.file].file
        stretches = record.received.stretches
        yield {
            "id": record.id, "title": record.title, "subtitle": record.subtitle, "english": record.english,
            "kind": record.kind, "series": record.series, "year": record.year, "completeness": record.completeness,
            "transcription": record.transcription, "date": record.date, "date_basis": record.date_basis,
            "speaker": record.speaker, "role": record.role, "issuer": record.issuer, "occasion": record.occasion,
            "inferred": sorted(record.inferred), "rights": state_rights(edition, record), "draft": is_draft(one),
            "received": {
                "file": file.file, "sha256": file.sha256,
                "lines": [min(first for first, _ in stretches), max(last for _, last in stretches)],
                "parts": [list(stretch) for stretch in stretches],
            },
            "url": document_path(record.id),
            "characters": sum(_count_characters(place.text) for place in one.places.values()),
            "begins_mid_text": record.begins_mid_text,
            "version": record.version, "editions": [_edition(revision) for revision in record.editions],
        }  # fmt: skip


def _edition(revision: Revision) -> dict[str, Any]:
    return {key: getattr(revision, key) for key in ("version", "date", "what", "why", "anchors")}


def is_draft(one: Annotated) -> bool:
    """Whether somebody still has to decide something before the document is quoted."""
    return one.document.record.draft or bool(one.document.record.todo)


def section_rows(edition: Edition) -> Iterator[dict[str, Any]]:
    """One row a section, in the order of the text; ``characters`` counts what stands directly under it."""
    for one in edition.documents:
        under = dict.fromkeys((section.id for section in one.document.sections), 0)
        for paragraph in one.document.paragraphs:
            if paragraph.section:
                under[paragraph.section] += _count_characters(paragraph.text)
        for section in one.document.sections:
            yield {
                "id": section.id, "document": one.id, "parent": section.parent, "level": section.level,
                "number": section.number, "heading": section.heading, "run_in": section.run_in,
                "start": {"paragraph": section.paragraph, "offset": section.offset},
                "received_lines": list(section.lines), "url": place_path(section.id), "characters": under[section.id],
            }  # fmt: skip


def paragraph_rows(edition: Edition) -> Iterator[dict[str, Any]]:
    """One row a paragraph, in the order of the text."""
    for one in edition.documents:
        for paragraph in one.document.paragraphs:
            coded = one.codings[paragraph.id]
            yield {
                "id": paragraph.id, "document": one.id, "date": one.document.record.date,
                "speaker": one.document.record.speaker, "section": paragraph.section, "text": copy(paragraph.text),
                "received_lines": list(paragraph.lines), "theme": coded.theme, "subtheme": coded.part,
                "themes": list(coded.further), "frame": coded.frame, "url": place_path(paragraph.id),
            }  # fmt: skip


def sentence_rows(edition: Edition) -> Iterator[dict[str, Any]]:
    """One row a sentence: its place in its paragraph, counted from 1."""
    for one in edition.documents:
        for paragraph in one.document.paragraphs:
            from_ = origin(one.document.record, paragraph.id)
            for n, (start, end, coded) in enumerate(one.sentences[paragraph.id], 1):
                yield {
                    **from_, "n": n, "start": start, "end": end,
                    "quote": copy(paragraph.text[start:end]),  # a slice that is all of a text is that text
                    "theme": coded.theme, "frame": coded.frame,
                }  # fmt: skip
