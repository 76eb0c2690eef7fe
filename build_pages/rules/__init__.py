"""What can be set right in a received text, and on what grounds.

``normalise`` holds what is applied to a whole text without changing a word; the other rules propose: lines to join, and
repairs one by one. A rule decides only what is certain; what is doubtful, or conjecture, it flags for a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from build_pages.model.record import Repair
from build_pages.rules.broken_lines import join_broken
from build_pages.rules.evidence import Evidence
from build_pages.rules.lost_plus import restore_plus
from build_pages.rules.lost_stop import flag_lost_stop
from build_pages.rules.misread import flag_misread
from build_pages.rules.misread_dash import restore_dash
from build_pages.rules.printed_twice import drop_repeated
from build_pages.rules.unbalanced import flag_quotes

_LARGEST = 500_000
"""Characters of a text up to which single words are looked at; the longest report of the genre has 60,000."""
_MOST = 500
"""Repairs that one rule proposes for one text at most: a text that needs more needs another copy."""


@dataclass(frozen=True, slots=True)
class Proposals:
    """What the rules would put on the record of a text."""

    joins: tuple[int, ...]
    repairs: tuple[Repair, ...]


def propose(lines: Sequence[str], others: Mapping[str, Sequence[str]]) -> Proposals:
    """Lines to join and repairs, in the order of the text.

    ``lines`` are those of a whole reading, line 1 first, what is no text (titles, captions, other documents) given as
    empty lines; ``others`` are the readings that may witness, by the name to cite them by.
    """
    evidence = Evidence(lines, others)
    repeated = tuple(drop_repeated(evidence))
    dropped = {repair.line for repair in repeated}
    kept = ["" if number in dropped else line for number, line in enumerate(lines, 1)]
    joins = tuple(join_broken(kept))
    found = [*repeated]
    if sum(map(len, kept)) <= _LARGEST:
        found += _propose_words(Evidence(kept, others), frozenset(joins))
    return Proposals(joins, tuple(_settle_overlaps(lines, found)))


def _propose_words(evidence: Evidence, joins: frozenset[int]) -> Iterator[Repair]:
    rules = (
        restore_plus(evidence),
        restore_dash(evidence),
        flag_lost_stop(evidence),
        flag_misread(evidence),
        flag_quotes(evidence, joins),
    )
    return chain.from_iterable(islice(rule, _MOST) for rule in rules)


def _settle_overlaps(lines: Sequence[str], found: Sequence[Repair]) -> Iterator[Repair]:
    """The repairs in the order of the text; where two overlap, what is decided stays, else what comes first."""
    taken: dict[int, list[tuple[int, int]]] = {}
    kept: list[tuple[int, int, Repair]] = []
    for repair in sorted(found, key=lambda repair: not repair.decided):
        start = _place(lines[repair.line - 1], repair)
        spans = taken.setdefault(repair.line, [])
        if start >= 0 and not any(start < b and a < start + len(repair.found) for a, b in spans):
            spans.append((start, start + len(repair.found)))
            kept.append((repair.line, start, repair))
    yield from (repair for _, _, repair in sorted(kept, key=lambda item: item[:2]))


def _place(line: str, repair: Repair) -> int:
    """Where the repair stands in its line; -1 where its occurrences overlap, so that they cannot be counted."""
    start = -1
    for _ in range(repair.occurrence):
        start = line.find(repair.found, start + 1)
    return start if line.count(repair.found) >= repair.occurrence else -1
