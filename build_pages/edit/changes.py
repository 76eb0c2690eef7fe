"""Where the repairs, normalisations and furniture of a record stand in one received line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_pages.model.record import Record, Repair, Settled
from build_pages.model.text import Change
from build_pages.rules.normalise import normalise_line

LINE_END = "⏎"
TEXT_ROLES = ("title", "subtitle", "heading", "text")
"""What a line or a stretch of it can be that stays in the edition; everything else is furniture."""


def settle_line(settled: Sequence[Settled]) -> tuple[Settled | None, tuple[Settled, ...]]:
    """What a whole line is, if that is settled, and the stretches of it that are furniture."""
    whole = next((item for item in settled if not item.quote), None)
    return whole, tuple(item for item in settled if item.quote and item.is_ not in TEXT_ROLES)


def find_changes(number: int, received: str, record: Record, stretches: Sequence[Settled]) -> tuple[Change, ...]:
    """Every change of one received line, sorted, without overlap; what is on record goes before normalisations."""
    recorded = [*_repairs(number, received, record.repairs), *_furniture(number, received, stretches)]
    taken = sorted((change.start, change.end) for change in recorded)
    for start, end, replacement, rule in normalise_line(received, record.normalise):
        if not any(start < b and a < end for a, b in taken):
            found = received[start:end]
            cause = Repair(
                line=number, found=found, replacement=replacement, rule=rule, method="normalisation", decided="rule"
            )
            recorded.append(Change(number, start, end, found, replacement, cause))
    return tuple(sorted(recorded, key=lambda change: (change.start, change.end)))


def find_occurrence(text: str, quote: str, occurrence: int) -> int:
    """The offset of the n-th ``quote`` (n from 1) in ``text``, -1 where there are fewer."""
    at = -1
    for _ in range(occurrence):
        at = text.find(quote, at + 1)
        if at < 0:
            break
    return at


def _repairs(number: int, received: str, repairs: Sequence[Repair]) -> Iterator[Change]:
    for repair in repairs:
        if repair.line == number and repair.applied and repair.found != LINE_END:
            at = find_occurrence(received, repair.found, repair.occurrence)
            if at >= 0:
                yield Change(number, at, at + len(repair.found), repair.found, repair.replacement, repair)


def _furniture(number: int, received: str, stretches: Sequence[Settled]) -> Iterator[Change]:
    for item in stretches:
        at = find_occurrence(received, item.quote, item.occurrence)
        if at >= 0:
            yield Change(number, at, at + len(item.quote), item.quote, "", item.is_, item.why)
