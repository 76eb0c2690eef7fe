"""Rows of repairs and furniture: with the edition's text they give back every received character."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from build_pages.addresses import place_path
from build_pages.edit.changes import LINE_END, find_occurrence
from build_pages.model.edition import Annotated, Edition
from build_pages.model.record import Repair
from build_pages.model.text import Change


def repair_rows(edition: Edition) -> Iterator[dict[str, Any]]:
    """One row a word-level repair, applied or only proposed; one row a normalisation of a document, with its places."""
    for one in edition.documents:
        lines = edition.library.readings[one.document.record.received.file].lines
        yield from _normalisations(one)
        for repair in one.document.record.repairs:
            if repair.method != "normalisation":
                at = find_occurrence(lines[repair.line - 1], repair.found, repair.occurrence)
                places = [] if repair.found == LINE_END else [[repair.line, at, at + len(repair.found)]]
                yield _row(one, repair, places[0] if places else None, 1, places)


def _normalisations(one: Annotated) -> Iterator[dict[str, Any]]:
    by_rule: dict[str, list[Change]] = defaultdict(list)
    for change in one.document.changes:
        if isinstance(change.cause, Repair) and change.cause.method == "normalisation":
            by_rule[change.cause.rule].append(change)
    for rule, changes in sorted(by_rule.items()):
        places = [[change.line, change.start, change.end, change.found, change.replacement] for change in changes]
        cause = changes[0].cause
        assert isinstance(cause, Repair)
        row = _row(one, cause, None, len(changes), places)
        yield row | {"rule": rule, "found": None, "replacement": None}


def _row(one: Annotated, repair: Repair, place: list[int] | None, count: int, places: list[Any]) -> dict[str, Any]:
    line, start, end = place or (None, None, None)
    paragraph = paragraph_on(one, line)
    return {
        "document": one.id, "file": one.document.record.received.file, "line": line, "start": start, "end": end,
        "method": repair.method, "rule": repair.rule, "found": repair.found, "replacement": repair.replacement,
        "confidence": repair.confidence, "applied": repair.applied, "decided": repair.decided or None,
        "witness": repair.witness or None, "note": repair.note or None, "paragraph": paragraph,
        "url": place_path(paragraph or one.id), "count": count, "places": places,
    }  # fmt: skip


def paragraph_on(one: Annotated, line: int | None) -> str | None:
    """The paragraph that rests on a received line."""
    if line is None:
        return None
    return next((p.id for p in one.document.paragraphs if p.lines[0] <= line <= p.lines[1]), None)


def furniture_rows(edition: Edition) -> Iterator[dict[str, Any]]:
    """One row a received line, or a stretch of one, that is kept out of the text."""
    for one in edition.documents:
        for furniture in one.document.furniture:
            if furniture.text.strip():
                yield {
                    "document": one.id, "file": one.document.record.received.file, "line": furniture.line,
                    "start": furniture.start, "text": furniture.text, "role": furniture.role,
                    "why": furniture.why or furniture.role,
                }  # fmt: skip
