"""The open data: every part of an edition as JSON Lines, and as CSV what a person opens in a spreadsheet.

Sorted, and the same bytes for the same source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_pages.data import package, skos
from build_pages.data.apparatus import furniture_rows, repair_rows
from build_pages.data.commitments import commitment_rows
from build_pages.data.discrepancies import discrepancy_rows
from build_pages.data.fields import read_tables
from build_pages.data.figures import figure_rows
from build_pages.data.glossary import glossary_rows, mention_rows
from build_pages.data.indicators import indicator_rows, plan_values
from build_pages.data.parts import Rows, plan_table, plan_whole, split_edition
from build_pages.data.texts import document_rows, paragraph_rows, section_rows, sentence_rows
from build_pages.model.edition import Edition
from build_pages.model.output import File
from build_pages.store import NOTHING_KEPT, Store

_BY_DOCUMENT: Mapping[str, Rows] = {
    "documents": document_rows,
    "sections": section_rows,
    "paragraphs": paragraph_rows,
    "sentences": sentence_rows,
    "repairs": repair_rows,
    "furniture": furniture_rows,
    "mentions": mention_rows,
    "figures": figure_rows,
    "commitments": commitment_rows,
}
"""Tables whose rows are those of each document in turn."""
_WHOLE: Mapping[str, Rows] = {
    "glossary": glossary_rows,
    "indicators": indicator_rows,
    "discrepancies": discrepancy_rows,
}


def plan_data(edition: Edition, store: Store = NOTHING_KEPT) -> Iterator[File]:
    """Every data file, one table after the other; the descriptor of them all comes last."""
    paths = []
    for file in _plan(edition, store):
        paths.append(file.path)
        yield file
    yield File(package.PATH, lambda: package.make_package(edition, sorted(paths)))


def _plan(edition: Edition, store: Store) -> Iterator[File]:
    tables, parts = read_tables(), split_edition(edition)
    for name, rows in _BY_DOCUMENT.items():
        yield from plan_table(tables[name], rows, parts, store)
    for name, rows in _WHOLE.items():
        yield from plan_whole(tables[name], rows, edition)
    yield from plan_values(edition)
    yield File(skos.PATH, lambda: skos.glossary_turtle(edition))
