"""Edited lines into passages, and passages back into received characters."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from build_pages.edit.changes import find_occurrence
from build_pages.model.record import Repair, Settled
from build_pages.model.text import Change, Passage, Placed

_MARK = re.compile(r"\s*(#+)\s")


@dataclass(frozen=True, slots=True)
class EditedLine:
    """One received line with its changes, and what was settled on it."""

    number: int
    received: str
    changes: tuple[Change, ...]
    settled: tuple[Settled, ...] = ()


def join_lines(lines: Sequence[EditedLine], joins: Set[int]) -> tuple[Passage, ...]:
    """One passage a line, or one for a line in ``joins`` and the next that has text; lines left blank make none."""
    passages: list[Passage] = []
    pending: Passage | None = None
    for line in lines:
        passage = _apply(line)
        if not passage.text:
            continue
        if pending:
            passage = _join(pending, passage)
        pending = passage if line.number in joins else None
        if not pending:
            passages.append(passage)
    return tuple([*passages, pending] if pending else passages)


def received_text(passage: Passage) -> str:
    """The received characters of a passage, line ends included."""
    pieces, at = [], 0
    for placed in passage.changes:
        pieces += [passage.text[at : placed.start], placed.change.found]
        at = placed.end
    return "".join([*pieces, passage.text[at:]])


def line_at(passage: Passage, offset: int) -> int:
    """The received line that the character at ``offset`` of a passage stands on."""
    line = passage.line
    for placed in passage.changes:
        if placed.start > offset:
            break
        if "\n" in placed.change.found:
            line = placed.change.line + placed.change.found.count("\n")
    return line


def find_received(passage: Passage, quote: str, line: int | None = None, occurrence: int = 1) -> tuple[int, int] | None:
    """Where the received ``quote``, the n-th from the beginning of ``line`` on, stands in a passage's edited text.

    None where it does not; without ``line`` the whole passage is looked through.
    """
    received = received_text(passage)
    lines = received.split("\n")[: (line or passage.line) - passage.line]
    begin = sum(len(one) + 1 for one in lines)
    at = find_occurrence(received[begin:], quote, occurrence)
    if at < 0:
        return None
    return _edited_offset(passage, begin + at), _edited_offset(passage, begin + at + len(quote))


def _edited_offset(passage: Passage, received: int) -> int:
    shift = 0
    for placed in passage.changes:
        start = placed.start + shift
        if received < start + len(placed.change.found):
            return min(placed.end, received - shift) if received >= start else received - shift
        shift += len(placed.change.found) - (placed.end - placed.start)
    return received - shift


def _apply(line: EditedLine) -> Passage:
    pieces: list[str] = []
    placed: list[Placed] = []
    at = length = 0
    for change in line.changes:
        kept = line.received[at : change.start]
        start = length + len(kept)
        length = start + len(change.replacement)
        pieces += [kept, change.replacement]
        placed.append(Placed(start, length, change))
        at = change.end
    text = "".join([*pieces, line.received[at:]])
    mark = _MARK.match(line.received)
    return Passage(text, line.number, line.number, tuple(placed), line.settled, len(mark[1]) if mark else 0)


def _join(first: Passage, second: Passage) -> Passage:
    """The second passage set behind the first; the line ends between them are a change of their own."""
    gap = "\n" * (second.line - first.last_line)
    cause = Repair(line=first.last_line, found="⏎", replacement="", rule="join", method="normalisation", decided="rule")
    at = len(first.text)
    seam = Placed(at, at, Change(first.last_line, -1, -1, gap, "", cause))
    moved = tuple(Placed(p.start + at, p.end + at, p.change) for p in second.changes)
    return replace(
        first, text=first.text + second.text, last_line=second.last_line,
        changes=(*first.changes, seam, *moved), settled=first.settled + second.settled,
    )  # fmt: skip
