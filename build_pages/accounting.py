"""The proof that nothing is lost: every received line given back from the edition, its changes and its furniture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_pages.edit import Edited, edit
from build_pages.edit.passage import received_text
from build_pages.model.library import Library
from build_pages.model.problem import Problem
from build_pages.model.record import Record
from build_pages.model.text import Passage


def account(library: Library) -> Iterator[Problem]:
    """A problem (A001) for each line that is not given back, an open one (A002) for text no document claims."""
    claimed: dict[str, set[int]] = {name: set() for name in library.readings}
    for record in library.records:
        lines = library.readings[record.received.file].lines
        given = give_back(record, edit(record, lines))
        for number, text in given.items():
            if text != lines[number - 1]:
                path = f"source/documents/{record.id}.yml"
                yield Problem(path, 1, "A001", f"mend the repairs of received line {number}: it cannot be given back")
        claimed[record.received.file] |= given.keys()
    for name, reading in library.readings.items():
        for number, line in enumerate(reading.lines, 1):
            if line.strip() and number not in claimed[name]:
                say = f"claim this line for a document, or settle it as furniture: {line.strip()[:20]!r}"
                yield Problem(f"source/received/{name}", number, "A002", say, open=True)


def give_back(record: Record, edited: Edited) -> Mapping[int, str]:
    """Line ▸ its received characters, as the edition and its records alone tell them."""
    lines = dict.fromkeys((n for first, last in record.received.stretches for n in range(first, last + 1)), "")
    for change in edited.changes:
        if "\n" not in change.found:
            lines[change.line] += change.found  # all there is of a line that leaves no text
    lines |= {furniture.line: furniture.text for furniture in edited.furniture if furniture.whole}
    return lines | _given_by(edited.passages)


def _given_by(passages: Iterable[Passage]) -> dict[int, str]:
    """Line ▸ what the passages on it give back, one after the other."""
    lines: dict[int, str] = {}
    for passage in passages:
        for number, text in enumerate(received_text(passage).split("\n"), passage.line):
            if text:
                lines[number] = lines.get(number, "") + text
    return lines
