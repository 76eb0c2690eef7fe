"""What no single file can know: ids, lines, quotes and references that must agree across the source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from build_pages.edit.changes import LINE_END
from build_pages.model.entry import Entry
from build_pages.model.library import Reading
from build_pages.model.problem import Problem
from build_pages.model.record import Record, Ruling
from build_pages.rules.normalise import NORMALISERS
from build_pages.source.held import Held
from build_pages.source.matching import check_matching


def check_library(
    readings: Mapping[str, Held[Reading]],
    records: Sequence[Held[Record]],
    entries: Sequence[Held[Entry]],
    rulings: Mapping[str, Sequence[Held[Ruling]]],
) -> Iterator[Problem]:
    """Every disagreement between the records, each at the line that must change."""
    for record in records:
        yield from _check_id(record, record.value.id)
    for entry in entries:
        yield from _check_id(entry, entry.value.id)
    for record in records:
        yield from _check_lines(record, readings)
    yield from _check_overlaps(records)
    yield from _check_references(entries, {held.value.id for held in records})
    yield from check_matching(entries)
    ids = {held.value.id for held in records}
    for name, ruled in rulings.items():
        for ruling in ruled if name not in ids else ():
            yield ruling.problem("D001", f"name this file after a document; there is none with the id {name!r}")


def _check_id(held: Held[Any], id: str) -> Iterator[Problem]:
    if not id.isascii() or not id or set(id) & set("/\\#?%\"' "):
        yield held.problem("D001", f"write the id {id!r} in ASCII letters, digits and hyphens", ("id",))
    elif Path(held.text.path).stem != id:
        yield held.problem("D001", f"name this file {id}.yml, after its id", ("id",))


def _check_lines(held: Held[Record], readings: Mapping[str, Held[Reading]]) -> Iterator[Problem]:
    record = held.value
    received = record.received
    if received.file not in readings:
        yield held.problem("D002", f"{received.file} is not on source/received.yml", ("received", "file"))
        return
    lines = readings[received.file].value.lines
    if not received.stretches:
        yield held.problem("D002", "say which lines of the file the document is: lines or parts", ("received",))
    for first, last in received.stretches:
        if not 1 <= first <= last <= len(lines):
            yield held.problem(
                "D002", f"{received.file} has the lines 1–{len(lines)}, not {first}–{last}", ("received",)
            )
            return
    covered = {n for first, last in received.stretches for n in range(first, last + 1)}
    for steps, line, quote, occurrence in _quotes(record):
        if line not in covered:
            yield held.problem("D002", f"line {line} is not in this document", steps)
        elif quote and lines[line - 1].count(quote) < occurrence:
            yield held.problem("D004", f"line {line} does not hold {quote!r} {occurrence} times", steps)
    for n, name in enumerate(record.normalise):
        if name not in NORMALISERS:
            yield held.problem("D005", f"write one of {', '.join(sorted(NORMALISERS))}, not {name!r}", ("normalise", n))


def _quotes(record: Record) -> Iterator[tuple[tuple[str | int, ...], int, str, int]]:
    """Each line that a record names: the steps to it, the line, what it must hold and how often."""
    for n, item in enumerate(record.structure):
        yield ("structure", n), item.line, item.quote, item.occurrence
    for n, repair in enumerate(record.repairs):
        found = "" if repair.found == LINE_END else repair.found
        yield ("repairs", n), repair.line, found, repair.occurrence
    for n, line in enumerate(record.joins):
        yield ("joins", n), line, "", 1


def _check_overlaps(records: Sequence[Held[Record]]) -> Iterator[Problem]:
    taken = sorted(
        (
            (held.value.received.file, first, last, held.value.id, held)
            for held in records
            for first, last in held.value.received.stretches
        ),
        key=lambda row: row[:4],
    )
    for (file, _, last, id, _), (other_file, first, _, _, held) in pairwise(taken):
        if file == other_file and first <= last:
            yield held.problem(
                "D003", f"line {first} of {file} already belongs to {id}; give each line to one document", ("received",)
            )


def _check_references(entries: Sequence[Held[Entry]], documents: set[str]) -> Iterator[Problem]:
    known: dict[str, list[Held[Entry]]] = defaultdict(list)
    for held in entries:
        known[held.value.id].append(held)
    for twins in known.values():
        for held in twins[1:]:
            yield held.problem("G001", f"the id {held.value.id!r} stands twice; give one of the two another", ("id",))
    for held in entries:
        entry = held.value
        for key, n, target in _targets(entry):
            if target not in known:
                yield held.problem("G004", f"there is no entry {target!r}", (key, n))
        for key, n, statement_from in _grounds(entry):
            for ground in statement_from:
                if ground not in entry.sources and ground.partition("#")[0] not in documents:
                    yield held.problem("G005", f"{ground!r} is neither a key of sources: nor a place", (key, n))


def _targets(entry: Entry) -> Iterator[tuple[str, int, str]]:
    yield from (("relations", n, relation.to) for n, relation in enumerate(entry.relations))
    yield from (("items", n, item.see) for n, item in enumerate(entry.items) if item.see)


def _grounds(entry: Entry) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    yield "meaning", 0, entry.meaning.from_
    yield from (("items", n, item.from_) for n, item in enumerate(entry.items))
    yield from (("relations", n, relation.from_) for n, relation in enumerate(entry.relations))
    if entry.put_forward:
        yield "put_forward", 0, entry.put_forward.from_
