"""Rows of commitments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_pages.addresses import place_path
from build_pages.data.origin import origin
from build_pages.model.edition import Edition


def commitment_rows(edition: Edition) -> Iterator[dict[str, Any]]:
    """One row a promised figure, or a promise without one, in the order of dates and of the text."""
    for one in edition.documents:
        for c in edition.commitments.get(one.id, ()):
            yield {
                "id": c.id, **origin(one.document.record, c.paragraph), "start": c.start, "end": c.end,
                "quote": c.quote, "voice": c.voice, "relayed": c.relayed, "period": c.period,
                "figure": c.figure, "indicator": one.ties.get(c.figure) if c.figure else None,
                "theme": one.codings[c.paragraph].theme, "stage": c.stage[0] if c.stage else None,
                "baseline": c.baseline, "answer": c.answer, "answer_figure": c.answer_figure,
                "answer_paragraph": c.answer_paragraph, "answer_quote": c.answer_quote or None,
                "answer_url": place_path(c.answer_paragraph) if c.answer_paragraph else None,
                "comparability": c.comparability, "why": c.why,
            }  # fmt: skip
