"""Rows of statistics."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_pages.data.origin import origin
from build_pages.indicators.evidence import place_of_figure
from build_pages.model.edition import Edition


def figure_rows(edition: Edition) -> Iterator[dict[str, Any]]:
    """One row a figure, in the order of dates and of the text."""
    for one in edition.documents:
        record = one.document.record
        for id, figure in one.figures.items():
            place = place_of_figure(id)
            yield {
                "id": id, **origin(record, place), "start": figure.start, "end": figure.end,
                "quote": one.places[place].text[figure.start : figure.end],
                "subject": figure.subject, "indicator": one.ties.get(id), "value": figure.value,
                "unit": figure.unit, "scale": figure.scale, "relation": figure.relation, "measure": figure.measure,
                "direction": figure.direction, "period": figure.period, "status": figure.status,
                "qualifier": figure.qualifier, "modality": figure.modality,
                "transcription": record.transcription,
            }  # fmt: skip
