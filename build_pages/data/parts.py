"""A table written document by document, so that only what a document changed is written again."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial

from build_pages.data.fields import Table
from build_pages.data.table import Row, begin_csv, write_table
from build_pages.model.commitment import Commitment
from build_pages.model.edition import Edition
from build_pages.model.output import File
from build_pages.store import Store

Rows = Callable[[Edition], Iterable[Row]]


@dataclass(frozen=True, slots=True)
class Size:
    """How many rows a data file has, and how many bytes."""

    rows: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Measured:
    """A data file with its size, which is known without making it again."""

    file: File
    size: Size


@dataclass(frozen=True, slots=True)
class Part:
    """Rows as UTF-8: as lines of JSON and as those of a CSV without its header, which may be wanted or not."""

    rows: int
    lines: bytes
    cells: bytes


def split_edition(edition: Edition) -> dict[str, Edition]:
    """Document id ▸ an edition of it alone, with its commitments."""
    promised: dict[str, list[Commitment]] = {one.id: [] for one in edition.documents}
    for commitment in edition.commitments:
        promised[commitment.paragraph.partition("#")[0]].append(commitment)
    return {
        one.id: replace(edition, documents=(one,), commitments=tuple(promised[one.id])) for one in edition.documents
    }


def plan_table(table: Table, rows: Rows, parts: Mapping[str, Edition], store: Store) -> Iterator[Measured]:
    """The files of a table whose rows are those of each part in turn; the store keeps what each gave."""
    keys = {id: _read_key(table, part, store) for id, part in parts.items()}
    whole = store.key(table.name, list(keys.values()))
    written = cache(lambda: [store.recall(keys[id], partial(_write, table, rows, part)) for id, part in parts.items()])
    count, lines, cells = store.recall(store.key("size", whole), lambda: _measure(written()))
    yield _file(f"data/{table.name}.jsonl", lambda: [part.lines for part in written()], whole, Size(count, lines))
    if table.formats == "both":
        header = io.StringIO()
        begin_csv(table.columns, header)
        head = header.getvalue().encode()
        yield _file(
            f"data/{table.name}.csv", lambda: [head, *(part.cells for part in written())], whole,
            Size(count, cells + len(head)),
        )  # fmt: skip


def write_whole(table: Table, rows: Iterable[Row]) -> Iterator[Measured]:
    """The files of a table that is no sum of its documents'."""
    lines, cells = io.StringIO(), io.StringIO() if table.formats == "both" else None
    count = write_table(rows, table.columns, lines, cells)
    for ending, text in (("jsonl", lines), ("csv", cells)):
        if text:
            yield measure(f"data/{table.name}.{ending}", text.getvalue(), count)


def measure(path: str, text: str, rows: int = 0) -> Measured:
    """A text as a data file."""
    return Measured(File(path, lambda: text), Size(rows, len(text.encode())))


def _file(path: str, make: Callable[[], list[bytes]], key: str, size: Size) -> Measured:
    return Measured(File(path, lambda: b"".join(make()), key), size)


def _read_key(table: Table, part: Edition, store: Store) -> str:
    (one,) = part.documents
    file = part.library.readings[one.document.record.received.file].file
    return store.key("rows", table.name, one.key, file, part.commitments if table.name == "commitments" else ())


def _write(table: Table, rows: Rows, part: Edition) -> Part:
    lines, cells = io.StringIO(), io.StringIO() if table.formats == "both" else None
    count = write_table(rows(part), table.columns, lines, cells, headed=False)
    return Part(count, lines.getvalue().encode(), cells.getvalue().encode() if cells else b"")


def _measure(parts: Iterable[Part]) -> tuple[int, int, int]:
    """Rows, and bytes of each format."""
    sizes = [(part.rows, len(part.lines), len(part.cells)) for part in parts]
    return sum(rows for rows, _, _ in sizes), sum(lines for _, lines, _ in sizes), sum(cells for _, _, cells in sizes)
