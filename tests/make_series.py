"""An invented archive of several documents, for the pages that look across them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from build_pages.compose import compose
from build_pages.model.edition import Edition
from build_pages.model.entry import Entry
from build_pages.model.library import Library, Reading
from build_pages.model.record import Archive, Missing, ReceivedFile
from tests.make import make_record


def make_series(
    documents: Mapping[str, tuple[Sequence[str], Mapping[str, Any]]],
    entries: Iterable[Entry] = (),
    missing: Iterable[Missing] = (),
    usage: Mapping[str, int] | None = None,
) -> Edition:
    """Document id ▸ its lines and further fields of its record."""
    records, readings = [], {}
    for id, (lines, fields) in documents.items():
        file = ReceivedFile(file=f"{id}.txt", sha256="0" * 64, origin="invented", rights="none")
        readings[file.file] = Reading(file, "\n".join(lines), "UTF-8", 1)
        received = {"file": file.file, "lines": [1, len(lines)]}
        records.append(make_record(len(lines), {"id": id, "short": id, "received": received} | dict(fields)))
    return compose(
        Library(
            archive=Archive(title="库", lead="虚构"), readings=readings, records=tuple(records), entries=tuple(entries),
            missing=tuple(missing), usage=usage or {},
        )
    )  # fmt: skip
