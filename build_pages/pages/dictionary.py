"""The data dictionary: every data file with its format, rows, size and fields, and the rights of what is in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_pages.addresses import document_path, relative
from build_pages.data.fields import Field, Table, read_tables
from build_pages.data.origin import state_rights
from build_pages.exports.feed import has_feed
from build_pages.formats import BIBTEX, CSL, DICTIONARY, FEED, RIS, bibliography_path
from build_pages.model.edition import Edition
from build_pages.model.output import Size
from build_pages.model.page import Page

TITLE = "字段说明"
TYPES = {
    "string": "文字", "integer": "整数", "number": "数", "boolean": "是否", "list": "列表", "array": "列表",
    "object": "对象",
}  # fmt: skip
_SCALES = ((1_000_000, "MB"), (1_000, "KB"), (1, "B"))


@dataclass(frozen=True, slots=True)
class File:
    """A file to download: its address relative to the page, what to call it, its rows, and its size in words."""

    url: str
    name: str
    rows: int
    size: str


@dataclass(frozen=True, slots=True)
class Row:
    """A field as the dictionary lists it; ``name`` of a part is ``field.part``."""

    name: str
    type: str
    about: str
    values: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A table of the open data with its files (``count`` of them, where they are too many to list) and fields."""

    id: str
    title: str
    description: str
    files: tuple[File, ...]
    count: int
    fields: tuple[Row, ...]


def make_dictionary(edition: Edition, data: Mapping[str, Size]) -> Page:
    """The page for the data files of an edition: path ▸ size."""
    listed = tuple(_list_tables(data))
    named = {file.url for table in listed for file in table.files}
    others = [path for path in sorted(data) if path not in named and not path.startswith("data/indicators/")]
    others += [bibliography_path(format_) for format_ in (RIS, BIBTEX, CSL) if edition.documents]
    others += ["llms.txt", *([FEED] if has_feed(edition) else ())]
    context = {
        "tables": listed,
        "others": tuple(others),
        "archive": edition.library.archive,
        "documents": tuple(_rights(edition)),
        "description": f"{edition.library.archive.title}：每个数据文件的格式、行数、大小与字段，以及权利。",
    }
    return Page(DICTIONARY, "data.md.j2", TITLE, context)


def _list_tables(data: Mapping[str, Size]) -> Iterator[Listed]:
    for table in read_tables().values():
        paths = [path for path in (f"data/{table.name}.jsonl", f"data/{table.name}.csv") if path in data]
        many = [] if paths else [path for path in data if path.startswith("data/indicators/")]
        if paths or many:
            rows = data[paths[0]].lines - paths[0].endswith(".csv") if paths else 0  # but for the header
            files = tuple(_file(path, rows, data[path].bytes) for path in paths)
            yield Listed(
                table.name, table.title, table.description, files, len(many), tuple(_rows(table))
            )  # fmt: skip


def _file(path: str, rows: int, size: int) -> File:
    return File(path, path.rpartition(".")[2].upper(), rows, say_size(size))


def say_size(size: int) -> str:
    """Bytes in words: 950 B, 12 KB, 3.4 MB (decimal)."""
    unit, name = next((scale for scale in _SCALES if size >= scale[0]), _SCALES[-1])
    number = size / unit
    return f"{number:.1f} {name}" if number < 10 and unit > 1 else f"{number:.0f} {name}"


def _rows(table: Table) -> Iterator[Row]:
    for field in table.fields:
        yield _row(field.name, field)
        for part in field.parts:
            yield _row(f"{field.name}.{part.name}", part)


def _row(name: str, field: Field) -> Row:
    type_ = TYPES.get(field.type, field.type) + ("，可空" if field.optional else "")
    return Row(name, type_, field.about, "、".join(field.enum))


def _rights(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """Title, address and rights of each document."""
    for one in edition.documents:
        record = one.document.record
        address = relative(document_path(one.id), DICTIONARY)
        yield record.short or record.title, address, state_rights(edition, record)
