"""Received lines to edited passages: the repairs on record applied, every character traceable to its line.

Only what is on record is done: the normalisations the record names, the joins and the decided repairs, and the
furniture it points at. Nothing is found here; ``rules`` propose.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from build_pages.edit.breaks import break_long
from build_pages.edit.changes import TEXT_ROLES, find_changes, settle_line
from build_pages.edit.passage import EditedLine, join_lines
from build_pages.model.record import Record, Repair, Settled
from build_pages.model.text import Change, Furniture, Passage


@dataclass(frozen=True, slots=True)
class Edited:
    """What one document's lines are after editing."""

    passages: tuple[Passage, ...]
    furniture: tuple[Furniture, ...]
    changes: tuple[Change, ...]


def edit(record: Record, lines: Sequence[str]) -> Edited:
    """Edit the ``lines`` of a reading (the whole of it; ``record.received`` says which are the document's)."""
    settled: dict[int, list[Settled]] = defaultdict(list)
    for item in record.structure:
        settled[item.line].append(item)
    edited: list[EditedLine] = []
    furniture: list[Furniture] = []
    changes: list[Change] = []
    for number in (n for first, last in record.received.stretches for n in range(first, last + 1)):
        received = lines[number - 1]
        here = tuple(settled.get(number, ()))
        role, stretches = settle_line(here)
        if role and role.is_ not in TEXT_ROLES:
            furniture.append(Furniture(number, 0, received, role.is_, role.why, whole=True))
            continue
        line_changes = find_changes(number, received, record, stretches)
        furniture += [
            Furniture(c.line, c.start, c.found, c.cause, c.why) for c in line_changes if not isinstance(c.cause, Repair)
        ]
        changes += line_changes
        edited.append(EditedLine(number, received, line_changes, here))
    passages = tuple(break_long(join_lines(edited, frozenset(record.joins))))
    seams = (p.change for passage in passages for p in passage.changes if _is_seam(p.change))
    return Edited(passages, tuple(furniture), tuple(sorted((*changes, *seams), key=lambda c: (c.line, c.start))))


def _is_seam(change: Change) -> bool:
    """Whether a change joins lines or parts a line: made between passages, not within a line."""
    return isinstance(change.cause, Repair) and change.cause.rule in ("join", "break")
