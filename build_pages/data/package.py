"""The descriptor of the open data, datapackage.json: Data Package version 2 (https://datapackage.org/standard/)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from build_pages.addresses import document_path, indicator_csv
from build_pages.model.edition import Edition

PATH = "datapackage.json"
_SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"
_LISTS: Mapping[str, str] = {"figures-csv": "data/figures.csv", "indicator-values": "data/indicator-values.csv"}
"""Resources that are CSV, by name; the others are JSON Lines under their own name."""


@cache
def read_fields() -> Mapping[str, Any]:
    """Resource ▸ its title, description and fields, as written in ``fields.yml``."""
    fields: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_name("fields.yml").read_text("utf-8"))
    return fields


def make_package(edition: Edition, paths: Sequence[str]) -> str:
    """The descriptor of the data files among ``paths``."""
    archive, records = edition.library.archive, edition.library.records
    descriptor = {
        "$schema": _SCHEMA, "name": "policy-archive", "title": f"{archive.title} {archive.subtitle}".strip(),
        "description": archive.lead, "homepage": archive.repository or None,
        "sources": [{"title": record.title, "path": document_path(record.id)} for record in records],
        "resources": list(_resources(sorted(paths))),
    }  # fmt: skip
    kept = {key: value for key, value in descriptor.items() if value}
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def _resources(paths: Sequence[str]) -> Iterator[dict[str, Any]]:
    for name, about in read_fields().items():
        files = _files(name, paths)
        if files:
            csv = files[0].endswith(".csv")
            yield {
                "name": name, "title": about["title"], "description": about["description"],
                "path": files if len(files) > 1 else files[0], "format": "csv" if csv else "jsonl",
                "mediatype": "text/csv" if csv else "application/jsonl", "encoding": "utf-8",
                "schema": {"fields": [_field(*pair) for pair in about["fields"].items()], "missingValues": [""]},
            }  # fmt: skip


def _files(name: str, paths: Sequence[str]) -> list[str]:
    if name == "indicator-files":
        folder = indicator_csv("")[: -len(".csv")]
        return [path for path in paths if path.startswith(folder)]
    return [path for path in paths if path == _LISTS.get(name, f"data/{name}.jsonl")]


def _field(name: str, about: Mapping[str, Any]) -> dict[str, Any]:
    """A field's descriptor; a type that ends in ? may be missing."""
    type_ = about["type"]
    field = {"name": name, "type": type_.rstrip("?"), "description": about["about"]}
    constraints: dict[str, Any] = {"enum": about["enum"]} if "enum" in about else {}
    if type_ not in ("string",) and not type_.endswith("?"):
        constraints["required"] = True
    return field | ({"constraints": constraints} if constraints else {})
