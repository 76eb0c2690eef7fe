"""What no single file can know: ids, lines, quotes and references that must agree across the source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import fields
from itertools import pairwise
from pathlib import Path
from typing import Any

from build_pages.edit.changes import LINE_END, find_occurrence
from build_pages.model.entry import Entry
from build_pages.model.library import Reading
from build_pages.model.mention import Figure
from build_pages.model.problem import Problem
from build_pages.model.record import Record, Ruling
from build_pages.rules.characters import INVISIBLE
from build_pages.rules.normalise import NORMALISERS
from build_pages.source.held import Held
from build_pages.source.matching import check_matching
from build_pages.source.plain import names_page

# the level of EDTF that a document's date needs: a year, month or day, perhaps doubtful; XXXX where nothing is known
_EDTF = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[?~%]?|XXXX")
_UNSEEN = re.compile(f"[{INVISIBLE}]")


def check_library(
    readings: Mapping[str, Held[Reading]],
    records: Sequence[Held[Record]],
    entries: Sequence[Held[Entry]],
    rulings: Mapping[str, Sequence[Held[Ruling]]],
    unread: Set[str],
) -> Iterator[Problem]:
    """Every disagreement between the records, each at the line that must change.

    ``unread`` are the paths of files with mistakes of their own: what refers to them is not judged.
    """
    documents = {held.value.id for held in records} | _ids(unread, "documents")
    for record in records:
        yield from _check_id(record, record.value.id)
        yield from _check_date(record)
    for entry in entries:
        yield from _check_id(entry, entry.value.id)
    for record in records:
        if not {"source/received.yml", f"source/received/{record.value.received.file}"} & unread:
            yield from _check_lines(record, readings)
    yield from _check_overlaps(records)
    yield from _check_references(entries, documents, _ids(unread, "glossary"))
    yield from check_matching(entries)
    for name, ruled in rulings.items():
        for ruling in ruled if name not in documents else ():
            yield ruling.problem("D001", f"name this file after a document; there is none with the id {name!r}")
        for ruling in ruled:
            yield from _check_ruling(ruling, {held.value.id for held in entries} | _ids(unread, "glossary"))


def _check_ruling(held: Held[Ruling], entries: Set[str]) -> Iterator[Problem]:
    target = held.value.target
    if target is not None and held.value.kind == "mention" and target not in entries:
        yield held.problem("G004", f"there is no entry {target!r}", ("target",))
    for name in sorted(held.value.set.keys() - {field.name for field in fields(Figure)}):
        yield held.problem("Y003", f"remove {name!r}: a figure has no such attribute", ("set", name))


def check_pages(names: Iterable[str]) -> Iterator[Problem]:
    """Hand-written pages that would take the place of the home page."""
    if "index" in names:
        yield Problem("source/pages/index.md", 1, "D001", "give this page another name: the home page is made")


def _ids(paths: Set[str], folder: str) -> set[str]:
    """The ids that the files below a folder of the source are named after."""
    return {Path(path).stem for path in paths if path.startswith(f"source/{folder}/")}


def _check_id(held: Held[Any], id: str) -> Iterator[Problem]:
    if not names_page(id):
        yield held.problem("D001", f"write the id {id!r} in ASCII letters, digits and hyphens", ("id",))
    elif Path(held.text.path).stem != id:
        yield held.problem("D001", f"name this file {id + '.yml'!r}, after its id", ("id",))


def _check_date(held: Held[Record]) -> Iterator[Problem]:
    if not _EDTF.fullmatch(held.value.date):
        say = f"write the date as 2026-02-06, 2026-02 or 2026, not {held.value.date!r}"
        yield held.problem("Y003", say, ("date",))


def _check_lines(held: Held[Record], readings: Mapping[str, Held[Reading]]) -> Iterator[Problem]:
    record = held.value
    received = record.received
    if received.file not in readings:
        yield held.problem("D002", f"{received.file} is not on source/received.yml", ("received", "file"))
        return
    lines = readings[received.file].value.lines
    if not received.stretches:
        yield held.problem("D002", "say which lines of the file the document is: lines or parts", ("received",))
        return
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
        elif quote is not None and (not quote or find_occurrence(lines[line - 1], quote, occurrence) < 0):
            yield held.problem("D004", f"line {line} does not hold {quote!r} {occurrence} times", steps)
    yield from _check_repairs(record, lines, held)
    doubtful = covered if _UNSEEN.search(readings[received.file].value.text) else ()
    yield from _check_normalise(held, {n: lines[n - 1] for n in sorted(doubtful)})


def _check_normalise(held: Held[Record], lines: Mapping[int, str]) -> Iterator[Problem]:
    """Normalisers that there are none of, and one that is missing where a line of the document hides characters."""
    normalise = held.value.normalise
    hidden = next((n for n, line in lines.items() if _UNSEEN.search(line)), 0)
    if hidden and "blanks" not in normalise:
        say = f"add blanks to normalise: line {hidden} holds characters that nobody sees"
        yield held.problem("D007", say, ("normalise",))
    for n, name in enumerate(normalise):
        if name not in NORMALISERS:
            yield held.problem("D005", f"write one of {', '.join(sorted(NORMALISERS))}, not {name!r}", ("normalise", n))


def _check_repairs(record: Record, lines: Sequence[str], held: Held[Record]) -> Iterator[Problem]:
    """Applied repairs of one line that want the same characters."""
    spans = []
    for n, repair in enumerate(record.repairs):
        if repair.applied and repair.found not in ("", LINE_END) and repair.line <= len(lines):
            at = find_occurrence(lines[repair.line - 1], repair.found, repair.occurrence)
            spans.append((repair.line, at, at + len(repair.found), n))
    for (line, _, end, one), (next_line, start, _, other) in pairwise(sorted(spans)):
        if line == next_line and start < end:
            say = f"line {line}: another repair already changes these characters; make one of the two"
            yield held.problem("D004", say, ("repairs", max(one, other)))


def _quotes(record: Record) -> Iterator[tuple[tuple[str | int, ...], int, str | None, int]]:
    """Each line that a record names: the steps to it, the line, what it must hold and how often."""
    for n, item in enumerate(record.structure):
        yield ("structure", n), item.line, item.quote or None, item.occurrence
    for n, repair in enumerate(record.repairs):
        found = None if repair.found == LINE_END else repair.found
        yield ("repairs", n), repair.line, found, repair.occurrence
    for n, line in enumerate(record.joins):
        yield ("joins", n), line, None, 1


def _check_overlaps(records: Sequence[Held[Record]]) -> Iterator[Problem]:
    taken = sorted(
        (
            (held.value.received.file, first, last, held.value.id, held)
            for held in records
            for first, last in held.value.received.stretches
        ),
        key=lambda row: row[:4],
    )
    farthest: dict[str, tuple[int, str]] = {}
    for file, first, last, id, held in taken:
        reached, owner = farthest.get(file, (0, ""))
        if first <= reached:
            say = f"line {first} of {file} already belongs to {owner}; give each line to one document"
            yield held.problem("D003", say, ("received",))
        farthest[file] = max((reached, owner), (last, id))


def _check_references(entries: Sequence[Held[Entry]], documents: Set[str], unread: Set[str]) -> Iterator[Problem]:
    known: dict[str, list[Held[Entry]]] = defaultdict(list)
    for held in entries:
        known[held.value.id].append(held)
    for twins in known.values():
        for held in twins[1:]:
            yield held.problem("G001", f"the id {held.value.id!r} stands twice; give one of the two another", ("id",))
    for held in entries:
        entry = held.value
        for key, n, target in _targets(entry):
            if target not in known and target not in unread:
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
    yield from (("roles", n, (role.place,)) for n, role in enumerate(entry.roles))
    if entry.put_forward:
        yield "put_forward", 0, entry.put_forward.from_
    if entry.english:
        yield "english", 0, entry.english.from_
