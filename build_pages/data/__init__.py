"""The open data: every part of an edition as JSON Lines, and as CSV what a person opens in a spreadsheet.

Sorted, and the same bytes for the same source.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from build_pages.data import package, skos
from build_pages.data.apparatus import furniture_rows, repair_rows
from build_pages.data.commitments import commitment_rows
from build_pages.data.discrepancies import discrepancy_rows
from build_pages.data.fields import read_tables
from build_pages.data.figures import figure_rows
from build_pages.data.glossary import glossary_rows, mention_rows
from build_pages.data.indicators import indicator_files, indicator_rows
from build_pages.data.table import Output, write_table
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
    outputs: dict[str, io.StringIO] = {}
    write_data(edition, lambda path: outputs.setdefault(path, io.StringIO()))
    return {path: output.getvalue() for path, output in outputs.items()}


def write_data(edition: Edition, start: Callable[[str], Output]) -> None:
    """Write every data file to what ``start`` gives for its path; of a table no more than a row is held at a time."""
    paths: list[str] = []

    def begin(path: str) -> Output:
        paths.append(path)
        return start(path)

    for name, rows in _TABLES.items():
        table = read_tables()[name]
        csv = begin(f"data/{name}.csv") if table.formats == "both" else None
        write_table(rows(edition), table.columns, begin(f"data/{name}.jsonl"), csv)
    for path, text in (indicator_files(edition) | {skos.PATH: skos.glossary_turtle(edition)}).items():
        begin(path).write(text)
    start(package.PATH).write(package.make_package(edition, paths))
