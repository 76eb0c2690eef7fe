"""The open data: every part of an edition as JSON Lines, sorted, the same bytes for the same source."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from build_pages.data.apparatus import furniture_rows, repair_rows
from build_pages.data.figures import figure_rows, figures_csv
from build_pages.data.glossary import glossary_rows, mention_rows
from build_pages.data.texts import document_rows, paragraph_rows, section_rows, sentence_rows
from build_pages.model.edition import Edition

Row = dict[str, Any]
_TABLES: Mapping[str, Callable[[Edition], Iterator[Row]]] = {
    "documents": document_rows,
    "sections": section_rows,
    "paragraphs": paragraph_rows,
    "sentences": sentence_rows,
    "repairs": repair_rows,
    "furniture": furniture_rows,
    "mentions": mention_rows,
    "figures": figure_rows,
    "glossary": glossary_rows,
}


def plan_data(edition: Edition) -> dict[str, str]:
    """Path below the output ▸ text, for every data file."""
    files = {f"data/{name}.jsonl": _lines(rows(edition)) for name, rows in _TABLES.items()}
    return files | {"data/figures.csv": figures_csv(edition)}


def _lines(rows: Iterable[Row]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
