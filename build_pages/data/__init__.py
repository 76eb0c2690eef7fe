"""The open data: every part of an edition as JSON Lines, sorted, the same bytes for the same source."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from build_pages.data import package
from build_pages.data.apparatus import furniture_rows, repair_rows
from build_pages.data.commitments import commitment_rows
from build_pages.data.discrepancies import discrepancy_rows
from build_pages.data.figures import figure_rows, figures_csv
from build_pages.data.glossary import glossary_rows, mention_rows
from build_pages.data.indicators import indicator_files, indicator_rows
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
    "indicators": indicator_rows,
    "commitments": commitment_rows,
    "discrepancies": discrepancy_rows,
}


def plan_data(edition: Edition) -> dict[str, str]:
    """Path below the output ▸ text, for every data file."""
    files = {f"data/{name}.jsonl": _lines(rows(edition)) for name, rows in _TABLES.items()}
    files |= {"data/figures.csv": figures_csv(edition)} | indicator_files(edition)
    return files | {package.PATH: package.make_package(edition, list(files))}


def _lines(rows: Iterable[Row]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
