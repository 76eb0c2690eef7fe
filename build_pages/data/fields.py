"""What the fields of the data files mean, read from ``fields.yml``: the columns of the CSVs, and the descriptor's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

Formats = Literal["lines", "both", "table"]
"""JSON Lines, CSV beside them, CSV alone."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its type as the descriptor names it (``list`` for one of plain values), and whether it may be null.

    ``parts`` are the fields of an object that has columns of its own; ``table`` is false for what no CSV has.
    """

    name: str
    type: str
    about: str
    optional: bool
    enum: tuple[str, ...]
    parts: tuple[Field, ...]
    table: bool

    def columns(self, inside: str = "") -> Iterator[tuple[str, Field]]:
        """The field's columns in a CSV: itself, or its parts under ``name.part``."""
        name = f"{inside}{self.name}"
        if self.parts:
            for part in self.parts:
                yield from part.columns(name + ".")
        elif self.table:
            yield name, self


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the open data and the files it is published as."""

    name: str
    title: str
    description: str
    formats: Formats
    fields: tuple[Field, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The header of its CSV."""
        return tuple(name for field in self.fields for name, _ in field.columns())


@cache
def read_tables() -> Mapping[str, Table]:
    """Every table by its name, in the order of ``fields.yml``."""
    read: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_name("fields.yml").read_text("utf-8"))
    return {
        name: Table(name, about["title"], about["description"], about.get("formats", "lines"), _fields(about["fields"]))
        for name, about in read.items()
    }


def _fields(written: Mapping[str, Any]) -> tuple[Field, ...]:
    return tuple(
        Field(
            name=name,
            type=about["type"].rstrip("?"),
            about=about["about"],
            optional=about["type"].endswith("?"),
            enum=tuple(about.get("enum", ())),
            parts=_fields(about.get("parts", {})),
            table=about.get("table", True),
        )
        for name, about in written.items()
    )
