"""The descriptor of the open data, datapackage.json: Data Package version 2 (https://datapackage.org/standard/)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from build_pages.addresses import document_path, indicator_csv
from build_pages.data import skos
from build_pages.data.fields import Field, Table, read_tables
from build_pages.data.origin import state_rights
from build_pages.data.table import LIST_SIGN
from build_pages.model.edition import Edition

PATH = "datapackage.json"
_SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"
_AS_CSV = (
    f"与 JSON Lines 相同的各行，UTF-8 带 BOM，Excel 可直接打开。空格即无值；一格多项以“{LIST_SIGN.strip()}”分隔；"
    "对象的各部分自成一列（start.offset）；其余嵌套的值写作 JSON；以 = 或 @ 起首的文字前加一撇。"
)
_MANY_FILES = "indicator-files"


def make_package(edition: Edition, paths: Sequence[str]) -> str:
    """The descriptor of the data files among ``paths``.

    ``rights``, of the archive's own words and of each source, is a property of ours, as the standard allows: its
    ``licenses`` names licences alone, and a source has none there.
    """
    archive, records = edition.library.archive, edition.library.records
    descriptor = {
        "$schema": _SCHEMA, "name": "policy-archive", "title": f"{archive.title} {archive.subtitle}".strip(),
        "description": archive.lead, "version": archive.version, "homepage": archive.repository or None,
        "rights": archive.rights,
        "sources": [
            {"title": record.title, "path": document_path(record.id), "rights": state_rights(edition, record)}
            for record in records
        ],
        "resources": list(_resources(sorted(paths))),
    }  # fmt: skip
    kept = {key: value for key, value in descriptor.items() if value}
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def _resources(paths: Sequence[str]) -> Iterator[dict[str, Any]]:
    """A resource for each format a table is published in, and one for the glossary as a vocabulary."""
    for table in read_tables().values():
        if table.formats != "table" and f"data/{table.name}.jsonl" in paths:
            fields = [_field(field.name, field, lines=True) for field in table.fields]
            yield _resource(table, table.name, "jsonl", f"data/{table.name}.jsonl", fields)
        files = _csv_files(table, paths)
        if table.formats != "lines" and files:
            name = f"{table.name}-csv" if table.formats == "both" else table.name
            columns = [_field(*pair, lines=False) for field in table.fields for pair in field.columns()]
            yield _resource(table, name, "csv", files if len(files) > 1 else files[0], columns)
    if skos.PATH in paths:
        yield {
            "name": "glossary-skos", "title": "词条（SKOS）", "description": "词条为一部 SKOS 词表，Turtle 格式。",
            "path": skos.PATH, "format": "ttl", "mediatype": "text/turtle", "encoding": "utf-8",
        }  # fmt: skip


def _resource(table: Table, name: str, format_: str, path: str | list[str], fields: list[Any]) -> dict[str, Any]:
    csv = format_ == "csv"
    return {
        "name": name, "title": f"{table.title}（CSV）" if csv else table.title,
        "description": f"{table.description}{_AS_CSV}" if csv else table.description, "path": path, "format": format_,
        "mediatype": "text/csv" if csv else "application/jsonl", "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""]},
    }  # fmt: skip


def _csv_files(table: Table, paths: Sequence[str]) -> list[str]:
    if table.name == _MANY_FILES:
        folder = indicator_csv("")[: -len(".csv")]
        return [path for path in paths if path.startswith(folder)]
    return [path for path in paths if path == f"data/{table.name}.csv"]


def _field(name: str, field: Field, *, lines: bool) -> dict[str, Any]:
    """A field's descriptor. Texts may be empty, and so may what nests in a CSV; a list is an array in JSON."""
    type_ = "array" if lines and field.type == "list" else field.type
    described: dict[str, Any] = {"name": name, "type": type_, "description": field.about}
    if type_ == "list":
        described["delimiter"] = LIST_SIGN
    constraints: dict[str, Any] = {"enum": list(field.enum)} if field.enum else {}
    if not field.optional and type_ not in (("string",) if lines else ("string", "list", "array", "object")):
        constraints["required"] = True
    return described | ({"constraints": constraints} if constraints else {})
