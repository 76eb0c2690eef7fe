"""A table written document by document, so that none is held whole, and only what a document changed is made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import NamedTuple

from build_pages.data.fields import Table
from build_pages.data.table import Row, write_cells, write_head, write_lines
from build_pages.model.edition import Edition
from build_pages.model.output import File, Part
from build_pages.spool import Spool
from build_pages.store import Store

Rows = Callable[[Edition], Iterable[Row]]
Write = Callable[[Sequence[Row]], bytes]
_BATCH = 1000
"""Rows written at a time of a table that is no sum of its documents'."""


class _Format(NamedTuple):
    """A file of a table: its path, what it begins with, what writes rows of it."""

    path: str
    head: bytes
    write: Write


class _Sheets:
    """Parts of a table in its formats: the rows of a part are made once, later formats of it are put aside."""

    def __init__(self, rows: Rows, formats: Sequence[_Format]) -> None:
        self._rows, self._formats = rows, formats
        self._spool = Spool()
        self._aside: dict[
            tuple[int, str], tuple[int, int]
        ] = {}  # number of a format and document id ▸ where in the spool

    def write(self, number: int, part: Edition) -> bytes:
        """The rows of a part in the so-many-th format."""
        (one,) = part.documents
        if place := self._aside.pop((number, one.id), None):
            return self._spool.read(*place)
        rows = list(self._rows(part))
        for later in range(number + 1, len(self._formats)):
            self._aside[later, one.id] = self._spool.put(self._formats[later].write(rows))
        return self._formats[number].write(rows)


def split_edition(edition: Edition) -> dict[str, Edition]:
    """Document id ▸ an edition of it alone, without the glossary."""
    bare = replace(edition, library=replace(edition.library, entries=()))
    return {one.id: replace(bare, documents=(one,)) for one in edition.documents}


def plan_table(table: Table, rows: Rows, parts: Mapping[str, Edition], store: Store) -> Iterator[File]:
    """The files of a table whose rows are those of each part in turn."""
    formats = _list_formats(table)
    keys = [_read_key(table, part, store) for part in parts.values()]
    sheets = _Sheets(rows, formats)

    def write_parts(number: int) -> Iterator[Part]:
        yield Part(lambda: formats[number].head)
        for part, key in zip(parts.values(), keys, strict=True):
            yield Part(partial(sheets.write, number, part), key)

    for number, format in enumerate(formats):
        yield File(format.path, partial(write_parts, number), store.key(format.path, keys))


def plan_whole(table: Table, rows: Rows, edition: Edition) -> Iterator[File]:
    """The files of a table that is no sum of its documents'; its rows are made once, as for ``_Sheets``."""
    formats, spool = _list_formats(table), Spool()
    aside: dict[int, list[tuple[int, int]]] = {}  # number of a format ▸ where in the spool its batches are

    def write_batches(number: int) -> Iterator[Part]:
        yield Part(lambda: formats[number].head)
        if number in aside:
            yield from [Part(partial(spool.read, *place)) for place in aside.pop(number)]
            return
        aside.update((later, []) for later in range(number + 1, len(formats)))
        made = iter(rows(edition))
        while batch := list(islice(made, _BATCH)):
            for later in range(number + 1, len(formats)):
                aside[later].append(spool.put(formats[later].write(batch)))
            yield Part(partial(formats[number].write, batch))

    for number, format in enumerate(formats):
        yield File(format.path, partial(write_batches, number))


def _list_formats(table: Table) -> Sequence[_Format]:
    """JSON Lines, and CSV where people open the table in a spreadsheet."""
    lines = _Format(f"data/{table.name}.jsonl", b"", write_lines)
    if table.formats != "both":
        return (lines,)
    columns = table.columns
    return lines, _Format(f"data/{table.name}.csv", write_head(columns), partial(write_cells, columns))


def _read_key(table: Table, part: Edition, store: Store) -> str:
    (one,) = part.documents
    file = part.library.readings[one.document.record.received.file].file
    promised = part.commitments.get(one.id, ()) if table.name == "commitments" else ()
    return store.key("rows", table.name, one.key, file, promised)
