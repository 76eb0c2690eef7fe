"""Paragraphs that stand in one received line: a whole report in one line, its paragraphs told apart by blanks only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from build_pages.edit.passage import line_at, received_text
from build_pages.model.record import Repair
from build_pages.model.text import Change, Passage, Placed

LONG = 800
"""Code points from which on a line may hold several paragraphs."""
_BLANKS = re.compile(r"(?<=\S)(?:[ \u00a0]{2,}|\u3000{1,}[ \u3000]*|\t+)(?=\S)")
_BEFORE_NUMBER = re.compile(r"(?<=[。！])(?=(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]))")


def break_long(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Each passage, or the several that a long one holds; the blanks between them become changes of the earlier one."""
    for passage in passages:
        gaps = _find_gaps(passage.text) if len(passage.text) > LONG else []
        if gaps:
            yield from _cut(passage, gaps)
        else:
            yield passage


def _find_gaps(text: str) -> list[tuple[int, int]]:
    """Where the paragraphs of a long text part: at runs of blanks, and before a section number behind a full stop."""
    blanks = [found.span() for found in _BLANKS.finditer(text)]
    numbers = [found.span() for found in _BEFORE_NUMBER.finditer(text)]
    return sorted(blanks + numbers) if len(blanks) > 1 or len(numbers) > 2 else []


def _cut(passage: Passage, gaps: list[tuple[int, int]]) -> Iterator[Passage]:
    start, given = 0, 0
    waiting = list(passage.changes)
    for end, following in [*gaps, (len(passage.text), len(passage.text))]:
        line = line_at(passage, start)
        changes = []
        while waiting and waiting[0].end <= end:
            placed = waiting.pop(0)
            changes.append(replace(placed, start=placed.start - start, end=placed.end - start))
        piece = replace(passage, text=passage.text[start:end], line=line, changes=tuple(changes))
        given += len(received_text(piece))
        if following > end:
            piece = _with_gap(piece, passage.text[end:following], given)
            given += following - end
        yield replace(piece, last_line=line_at(passage, end - 1))
        start = following


def _with_gap(piece: Passage, found: str, at: int) -> Passage:
    """A piece with the blanks behind it; ``at`` is where they stand in the received line."""
    cause = Repair(line=piece.line, found=found, replacement="", rule="break", method="normalisation", decided="rule")
    end = len(piece.text)
    gap = Placed(end, end, Change(piece.line, at, at + len(found), found, "", cause))
    return replace(piece, changes=(*piece.changes, gap))
