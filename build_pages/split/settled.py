"""What a record settles about run-in headings: some added, some denied, some given a level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_pages.edit.passage import find_received
from build_pages.model.record import Settled
from build_pages.model.text import Passage
from build_pages.split.numbering import Number, read_number, read_spoken_number
from build_pages.split.run_in import RunIn


def settle_run_ins(passage: Passage, found: Sequence[RunIn]) -> tuple[RunIn, ...]:
    """The run-in headings of a passage after what its record settles on stretches of its lines."""
    by_start = {run_in.start: run_in for run_in in found}
    for item in passage.settled:
        span = (
            find_received(passage, item.quote, item.line, item.occurrence)
            if item.quote and item.is_ in ("heading", "text")
            else None
        )
        if not span:
            continue
        if item.is_ == "text":
            by_start.pop(span[0], None)
        else:
            run_in = by_start.get(span[0]) or _run_in(passage.text, item, *span)
            by_start[span[0]] = replace(run_in, level=item.level)
    return tuple(by_start[start] for start in sorted(by_start))


def _run_in(text: str, item: Settled, start: int, end: int) -> RunIn:
    printed = text[start:end]
    number = read_number(printed) or read_spoken_number(printed)
    if item.number is not None:
        number = Number(item.number, "settled") if item.number else None
    return RunIn(start, end, number, printed[len(number.printed) if number else 0 :], start > 0)
