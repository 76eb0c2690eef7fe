"""Take received files in: keep their bytes, read them, find their documents, write the records."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from build_pages.intake.arrival import Arrival, receive
from build_pages.intake.compile import compile_record, stated_date
from build_pages.intake.documents import find_documents
from build_pages.intake.draft import Draft
from build_pages.intake.place import read_place
from build_pages.intake.record import write_received, write_record
from build_pages.intake.shelf import DOCUMENTS, RECEIVED, Shelf
from build_pages.model.problem import Problem, SourceError
from build_pages.model.record import ReceivedFile, Record
from build_pages.rules import propose
from build_pages.rules.running_text import keep_text

_ORIGIN = "as handed over; print source unknown"
_RIGHTS = "not stated; say whose they are, or that the text is free (著作权法第五条)"


def take_in(root: Path, files: Sequence[Path]) -> Iterator[str]:
    """Take ``files`` into the archive at ``root``; yields one line a file, a document and an open question.

    All files are read and all records compiled before anything is written. Raises SourceError (codes I001–I010) with
    every file that cannot be taken in; then nothing is.
    """
    shelf = Shelf.open(root)
    arrivals = _receive(shelf, files)
    drafts = {arrival.name: find_documents(arrival.lines) for arrival in arrivals}
    if empty := [name for name, found in drafts.items() if not found]:
        say = "this file holds no text that can be seen; leave it out"
        raise SourceError(Problem(name, 1, "I001", say) for name in empty)
    records = _compile(shelf, arrivals, drafts)
    written = {f"{RECEIVED}/{arrival.name}": arrival.data for arrival in arrivals}
    written |= {f"{RECEIVED}/{a.reading}": a.read.text.encode() for a in arrivals if a.reading}
    written |= {f"{DOCUMENTS}/{record.id}.yml": write_record(record).encode() for record in records}
    shelf.add(written, write_received(_on_record(arrival) for arrival in arrivals))
    yield from _report(arrivals, records)


def _receive(shelf: Shelf, files: Sequence[Path]) -> tuple[Arrival, ...]:
    """Every file read, none twice and none in the place of another."""
    arrivals, problems = list[Arrival](), list[Problem]()
    hashes, names = dict(shelf.hashes), set(shelf.names)
    for path in files:
        try:
            arrival = receive(path)
        except SourceError as error:
            problems += error.problems
            continue
        if arrival.sha256 in hashes:
            say = f"these bytes are held already, as {hashes[arrival.sha256]}; leave this file out"
            problems.append(Problem(str(path), 1, "I010", say))
        elif {arrival.name, arrival.reading or arrival.name} & names:
            say = f"another file is held under the name {arrival.name}; rename this one"
            problems.append(Problem(str(path), 1, "I009", say))
        else:
            arrivals.append(arrival)
            hashes[arrival.sha256] = arrival.name
            names |= {arrival.name, arrival.reading or arrival.name}
    if problems:
        raise SourceError(problems)
    return tuple(arrivals)


def _compile(shelf: Shelf, arrivals: Sequence[Arrival], drafts: Mapping[str, Sequence[Draft]]) -> tuple[Record, ...]:
    """A record a document; each may witness for every other, and the texts held already for all."""
    texts = {
        f"{arrival.name}#{n}" if n else arrival.name: keep_text(arrival.lines, draft.parts, draft.structure)
        for arrival in arrivals
        for n, draft in enumerate(drafts[arrival.name])
    }
    records, taken, place = list[Record](), set(shelf.ids), read_place(shelf.place)
    for arrival in arrivals:
        page = stated_date(drafts[arrival.name])
        for n, draft in enumerate(drafts[arrival.name]):
            own = f"{arrival.name}#{n}" if n else arrival.name
            others = shelf.texts | {name: lines for name, lines in texts.items() if name != own}
            record = compile_record(draft, propose(texts[own], others), arrival.name, page, taken, place)
            records.append(record)
            taken.add(record.id)
    return tuple(records)


def _on_record(arrival: Arrival) -> ReceivedFile:
    reading_sha256 = hashlib.sha256(arrival.read.text.encode()).hexdigest() if arrival.reading else None
    return ReceivedFile(
        file=arrival.name, sha256=arrival.sha256, origin=_ORIGIN, rights=_RIGHTS, reading=arrival.reading,
        reading_sha256=reading_sha256,
    )  # fmt: skip


def _report(arrivals: Sequence[Arrival], records: Sequence[Record]) -> Iterator[str]:
    for arrival in arrivals:
        yield f"{RECEIVED}/{arrival.name}: {arrival.read.encoding}, {len(arrival.lines)} lines"
        for record in records:
            if record.received.file == arrival.name:
                path = f"{DOCUMENTS}/{record.id}.yml"
                made = sum(repair.applied for repair in record.repairs)
                doubtful = len(record.repairs) - made
                yield f"{path}: {record.title}; {len(record.joins)} lines joined, {made} repairs, {doubtful} to decide"
                yield from (f"{path}: TODO {text}" for text in record.todo)
