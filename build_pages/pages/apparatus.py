"""The apparatus of a document: every word-level repair on record, where it stands, and what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_pages.edit.changes import LINE_END, find_occurrence
from build_pages.edit.passage import find_received, received_text
from build_pages.model.edition import Annotated
from build_pages.model.record import Repair
from build_pages.model.text import Paragraph, Passage, Placed, Section
from build_pages.pages.words import CONFIDENCE, RULES

LEAST = 2
"""Characters that a doubtful reading shows at least: an insertion alone has no place to put a line under."""


@dataclass(frozen=True, slots=True)
class Note:
    """A repair as the apparatus lists it; ``start`` to ``end`` is its stretch of the place's edited text, if found."""

    id: str
    repair: Repair
    place: str
    start: int
    end: int

    @property
    def confidence(self) -> str:
        """How sure it is, in the words of the page."""
        return CONFIDENCE[self.repair.confidence]

    @property
    def rule(self) -> str:
        """The rule that found it, in the words of the page."""
        return RULES.get(self.repair.rule, self.repair.rule)

    @property
    def grounds(self) -> str:
        """What it rests on."""
        return "；".join(filter(None, (self.repair.witness, self.repair.note)))


def list_notes(one: Annotated) -> tuple[Note, ...]:
    """The word-level repairs of a document, in the order of its record; rejected ones are left out."""
    kept = [r for r in one.document.record.repairs if r.method != "normalisation" and not r.rejected]
    return tuple(_note(f"r{n}", repair, one) for n, repair in enumerate(kept, 1))


def count_rules(one: Annotated) -> tuple[tuple[str, int], ...]:
    """Each normalisation of the document and how often it was made."""
    causes = (change.cause for change in one.document.changes)
    counts = Counter(cause.rule for cause in causes if isinstance(cause, Repair) and cause.method == "normalisation")
    return tuple((RULES.get(rule, rule), count) for rule, count in sorted(counts.items()))


def _note(id: str, repair: Repair, one: Annotated) -> Note:
    for place, text, lines, changes in _texts(one):
        if lines[0] <= repair.line <= lines[1]:
            span = _applied(repair, text, changes) or _received(repair, Passage(text, *lines, changes))
            if span:
                return Note(id, repair, place, *span)
    return Note(id, repair, "", 0, 0)


def _texts(one: Annotated) -> Iterator[tuple[str, str, tuple[int, int], tuple[Placed, ...]]]:
    texts: tuple[Paragraph | Section, ...] = (*one.document.paragraphs, *one.document.sections)
    for text in texts:
        if isinstance(text, Paragraph):
            yield text.id, text.text, text.lines, text.changes
        elif not text.run_in:
            yield text.id, text.title, text.lines, text.changes


def _applied(repair: Repair, text: str, changes: tuple[Placed, ...]) -> tuple[int, int] | None:
    """Where the edition reads the replacement; what was left out is shown at its neighbour."""
    placed = next((p for p in changes if p.change.cause == repair), None)
    if not placed or not text:
        return None
    start = placed.start if placed.end > placed.start else max(0, placed.start - 1)
    return start, max(placed.end, start + 1)


def _received(repair: Repair, passage: Passage) -> tuple[int, int] | None:
    """Where the edited text keeps what is doubted: the differing part, or the characters around it."""
    if repair.found == LINE_END:
        return None
    lines = [f"{line}\n" for line in received_text(passage).split("\n")]
    before, line = "".join(lines[: repair.line - passage.line]), "".join(lines[repair.line - passage.line :][:1])
    at = find_occurrence(line, repair.found, repair.occurrence)
    if at < 0:
        return None
    head, tail = _differing(repair.found, repair.replacement)
    start = find_received(passage, before + line[: at + head])
    end = find_received(passage, before + line[: at + tail])
    return (start[1], end[1]) if start and end and start[1] < end[1] else None


def _differing(found: str, replacement: str) -> tuple[int, int]:
    """The stretch of ``found`` that ``replacement`` changes, widened to ``LEAST`` characters."""
    shorter = min(len(found), len(replacement))
    head = next((n for n in range(shorter) if found[n] != replacement[n]), shorter)
    rest = shorter - head
    tail = next((n for n in range(rest) if found[-1 - n] != replacement[-1 - n]), rest)
    start, end = head, len(found) - tail
    if start == end:
        start, end = max(0, start - 1), min(len(found), end + 1)
    while end - start < min(LEAST, len(found)):
        start, end = (start - 1, end) if start else (0, end + 1)
    return start, end
