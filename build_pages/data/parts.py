"""A table written document by document, so that none is held whole, and only what a document changed is made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from build_pages.data.fields import Table
from build_pages.data.table import Row, write_cells, write_head, write_lines
from build_pages.model.commitment import Commitment
from build_pages.model.edition import Edition
from build_pages.model.output import File, Part
from build_pages.store import Store

Rows = Callable[[Edition], Iterable[Row]]
Write = Callable[[Sequence[Row]], str]
_BATCH = 1000
"""Rows written at a time of a table that is no sum of its documents'."""


def split_edition(edition: Edition) -> dict[str, Edition]:
    """Document id ▸ an edition of it alone, with its commitments, and without the glossary."""
    bare = replace(edition, library=replace(edition.library, entries=()))
    promised: dict[str, list[Commitment]] = {one.id: [] for one in edition.documents}
    for commitment in edition.commitments:
        promised[commitment.paragraph.partition("#")[0]].append(commitment)
    return {one.id: replace(bare, documents=(one,), commitments=tuple(promised[one.id])) for one in edition.documents}


def plan_table(table: Table, rows: Rows, parts: Mapping[str, Edition], store: Store) -> Iterator[File]:
    """The files of a table whose rows are those of each part in turn."""
    keys = [_read_key(table, part, store) for part in parts.values()]

    def write_parts(head: str, write: Write) -> Iterator[Part]:
        yield Part(head.encode)
        for part, key in zip(parts.values(), keys, strict=True):
            yield Part(partial(_write, write, rows, part), key)

    for path, head, write in _list_formats(table):
        yield File(path, partial(write_parts, head, write), store.key(path, keys))


def plan_whole(table: Table, rows: Rows, edition: Edition) -> Iterator[File]:
    """The files of a table that is no sum of its documents'."""

    made = cache(lambda: list(rows(edition)))

    def write_batches(head: str, write: Write) -> Iterator[Part]:
        yield Part(head.encode)
        for at in range(0, len(made()), _BATCH):
            yield Part(write(made()[at : at + _BATCH]).encode)

    for path, head, write in _list_formats(table):
        yield File(path, partial(write_batches, head, write))


def _list_formats(table: Table) -> Iterator[tuple[str, str, Write]]:
    """The path of each file of a table, what it begins with, and what writes rows of it."""
    yield f"data/{table.name}.jsonl", "", write_lines
    if table.formats == "both":
        columns = table.columns
        yield f"data/{table.name}.csv", write_head(columns), partial(write_cells, columns)


def _read_key(table: Table, part: Edition, store: Store) -> str:
    (one,) = part.documents
    file = part.library.readings[one.document.record.received.file].file
    return store.key("rows", table.name, one.key, file, part.commitments if table.name == "commitments" else ())


def _write(write: Write, rows: Rows, part: Edition) -> bytes:
    return write(list(rows(part))).encode()
