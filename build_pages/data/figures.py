"""Rows of statistics, as JSON Lines and as CSV with a byte order mark (so that Excel reads it as UTF-8)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_pages.addresses import place_path
from build_pages.data.table import write_csv
from build_pages.model.edition import Edition

COLUMNS = (
    "id", "document", "date", "speaker", "paragraph", "start", "end", "quote", "subject", "indicator", "value", "unit",
    "scale", "relation", "measure", "direction", "period", "status", "qualifier", "modality", "transcription", "url",
)  # fmt: skip


def figure_rows(edition: Edition) -> Iterator[dict[str, Any]]:
    """One row a figure, in the order of dates and of the text."""
    for one in edition.documents:
        record = one.document.record
        for id, figure in one.figures.items():
            place = id.rpartition("-n")[0]
            yield {
                "id": id, "document": one.id, "date": record.date, "speaker": record.speaker, "paragraph": place,
                "start": figure.start, "end": figure.end, "quote": one.places[place].text[figure.start : figure.end],
                "subject": figure.subject, "indicator": edition.ties.get(id), "value": figure.value,
                "unit": figure.unit, "scale": figure.scale, "relation": figure.relation, "measure": figure.measure,
                "direction": figure.direction, "period": figure.period, "status": figure.status,
                "qualifier": figure.qualifier, "modality": figure.modality,
                "transcription": record.transcription, "url": place_path(place),
            }  # fmt: skip


def figures_csv(edition: Edition) -> str:
    """The same rows as CSV."""
    return write_csv(COLUMNS, figure_rows(edition))
