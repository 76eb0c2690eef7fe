"""What a source that can be built still leaves open: TODOs, undecided repairs, and what the rules would now propose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from build_pages.edit.changes import find_occurrence
from build_pages.model.library import Library
from build_pages.model.problem import Problem
from build_pages.model.record import Record, Repair
from build_pages.rules import propose
from build_pages.rules.running_text import keep_text
from build_pages.source.held import Held


def list_questions(library: Library, records: Sequence[Held[Record]]) -> Iterator[Problem]:
    """Each open question, at the line of the record that can answer it; the rules are asked anew."""
    texts = {held.value.id: _text_of(held.value, library) for held in records}
    for held in records:
        yield from _undecided(held)
        others = {id: lines for id, lines in texts.items() if id != held.value.id}
        yield from _proposed(held, texts[held.value.id], others)


def _text_of(record: Record, library: Library) -> tuple[str, ...]:
    lines = library.readings[record.received.file].lines
    return keep_text(lines, record.received.stretches, record.structure)


def _undecided(held: Held[Record]) -> Iterator[Problem]:
    for n, todo in enumerate(held.value.todo):
        yield _ask(held, "T001", f"decide: {todo}", ("todo", n))
    for n, repair in enumerate(held.value.repairs):
        if not repair.decided:
            yield _ask(held, "T002", f"decide on received line {repair.line}: {_say(repair)}", ("repairs", n))


def _proposed(held: Held[Record], lines: Sequence[str], others: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    record = held.value
    proposals = propose(lines, others)
    for line in sorted(set(proposals.joins) - set(record.joins)):
        if not any(item.line == line for item in record.structure):
            yield _ask(held, "P001", f"add {line} to joins: the line is broken, or settle it under structure", ())
    for repair in proposals.repairs:
        if not any(_meet(repair, known, lines[repair.line - 1]) for known in record.repairs):
            say = f"the rules now propose on received line {repair.line}: {_say(repair)}; add it, decided or rejected"
            yield _ask(held, "P001", say, ())


def _meet(one: Repair, other: Repair, line: str) -> bool:
    """Whether two repairs are about the same characters of a line."""
    start, start_other = (find_occurrence(line, repair.found, repair.occurrence) for repair in (one, other))
    apart = start >= start_other + len(other.found) or start_other >= start + len(one.found)
    return one.line == other.line and not apart


def _say(repair: Repair) -> str:
    return f"{repair.found[:40]!r} → {repair.replacement[:40]!r} ({repair.rule}, {repair.method})"


def _ask(held: Held[Record], code: str, message: str, steps: tuple[str | int, ...]) -> Problem:
    return Problem(held.text.path, held.text.line(steps), code, message, open=True)
