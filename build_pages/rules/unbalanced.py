"""Quotation marks without their partner, flagged: where the lost one stood is a person's to say."""

from __future__ import annotations

from collections.abc import Iterator, Set

from build_pages.model.record import Repair
from build_pages.rules.evidence import Evidence, occurrence

_AROUND = 8
"""Characters shown on each side of the mark."""


def flag_quotes(evidence: Evidence, joins: Set[int]) -> Iterator[Repair]:
    """A doubtful repair for each double quotation mark that opens twice or closes twice in a paragraph.

    A paragraph is a line, or lines that ``joins`` binds together; a mark left open at its end is flagged too.
    """
    waiting: tuple[int, int] | None = None
    for number, line in enumerate(evidence.text, 1):
        for at, char in enumerate(line):
            if char == "“":
                if waiting:
                    yield _flag(evidence, *waiting)
                waiting = (number, at)
            elif char == "”":
                if not waiting:
                    yield _flag(evidence, number, at)
                waiting = None
        if line.strip() and number not in joins:
            if waiting:
                yield _flag(evidence, *waiting)
            waiting = None


def _flag(evidence: Evidence, number: int, at: int) -> Repair:
    line = evidence.text[number - 1]
    start, end = max(0, at - _AROUND), min(len(line), at + 1 + _AROUND)
    found = line[start:end]
    return Repair(
        line=number, found=found, replacement=line[start:at] + line[at + 1 : end],
        occurrence=occurrence(line, start, found), rule="unbalanced-quotes", method="理校", confidence="doubt",
        note="引号不成对，或脱其一，或为他字之误",
    )  # fmt: skip
