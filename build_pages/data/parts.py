"""A table written document by document, so that none is held whole, and only what a document changed is made again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import count, islice
from typing import NamedTuple

from build_pages.data.fields import Table
from build_pages.data.table import Row, write_cells, write_head, write_lines
from build_pages.model.edition import Edition
from build_pages.model.output import File, Part
from build_pages.spool import Spool
from build_pages.store import Store

Rows = Callable[[Edition], Iterable[Row]]
Name = Hashable
"""What rows go by that are written together."""
Write = Callable[[Sequence[Row]], bytes]
_BATCH = 1000
"""Rows written at a time of a table that is no sum of its documents'."""


class _Format(NamedTuple):
    """A file of a table: its path, what it begins with, what writes rows of it."""

    path: str
    head: bytes
    write: Write


class _Sheets:
    """Rows in the formats of a table: they are made once, and what is written of them in later formats is put aside."""

    def __init__(self, formats: Sequence[_Format]) -> None:
        self._formats = formats
        self._spool = Spool()
        self._aside: dict[tuple[int, Name], tuple[int, int]] = {}  # number of a format and name ▸ where in the spool

    def write(self, number: int, name: Name, rows: Sequence[Row]) -> bytes:
        """Rows in the so-many-th format; in those behind it they are put aside under their name."""
        for later in range(number + 1, len(self._formats)):
            self._aside[later, name] = self._spool.put(self._formats[later].write(rows))
        return self._formats[number].write(rows)

    def take(self, number: int, name: Name) -> bytes:
        """What was put aside, once; raises KeyError where nothing is."""
        return self._spool.read(*self._aside.pop((number, name)))

    def list_aside(self, number: int) -> list[Name]:
        """The names of all that is put aside in a format, in the order of writing."""
        return [name for format, name in self._aside if format == number]


def split_edition(edition: Edition) -> dict[str, Edition]:
    """Document id ▸ an edition of it alone, without the glossary."""
    bare = replace(edition, library=replace(edition.library, entries=()))
    return {one.id: replace(bare, documents=(one,)) for one in edition.documents}


def plan_table(table: Table, rows: Rows, parts: Mapping[str, Edition], store: Store) -> Iterator[File]:
    """The files of a table whose rows are those of each part in turn."""
    formats = _list_formats(table)
    keys = [_read_key(table, part, store) for part in parts.values()]
    sheets = _Sheets(formats)

    def write(number: int, part: Edition) -> bytes:
        (one,) = part.documents
        try:
            return sheets.take(number, one.id)
        except KeyError:
            return sheets.write(number, one.id, list(rows(part)))

    def write_parts(number: int) -> Iterator[Part]:
        yield Part(lambda: formats[number].head)
        for part, key in zip(parts.values(), keys, strict=True):
            yield Part(partial(write, number, part), key)

    for number, format in enumerate(formats):
        yield File(format.path, partial(write_parts, number), store.key(format.path, keys))


def plan_whole(table: Table, rows: Rows, edition: Edition) -> Iterator[File]:
    """The files of a table that is no sum of its documents', written batch by batch."""
    formats = _list_formats(table)
    sheets = _Sheets(formats)

    def write_batches(number: int) -> Iterator[Part]:
        yield Part(lambda: formats[number].head)
        if aside := sheets.list_aside(number):
            yield from (Part(partial(sheets.take, number, name)) for name in aside)
            return
        made, names = iter(rows(edition)), count()
        while batch := list(islice(made, _BATCH)):
            yield Part(partial(sheets.write, number, next(names), batch))

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
