"""The level of each stand-alone heading, inferred from the styles a document uses and the order they come in."""

from __future__ import annotations

from collections.abc import Sequence

from build_pages.split.headings import Heading
from build_pages.split.numbering import rank


def level_headings(headings: Sequence[Heading]) -> tuple[int, ...]:
    """A level from 1 for each heading, in order; a settled level stands and the others nest around it."""
    marks = sorted({heading.passage.mark for heading in headings if heading.passage.mark})
    if marks and all(heading.passage.mark for heading in headings):
        return tuple(heading.level or marks.index(heading.passage.mark) + 1 for heading in headings)
    plain = -1.0 if _restarts(headings) else min((rank(h.number) for h in headings if h.number), default=-1.0)
    levels: list[int] = []
    stack: list[tuple[float, int]] = []
    for heading in headings:
        height = rank(heading.number) if heading.number else plain
        while stack and stack[-1][0] >= height:
            stack.pop()
        level = heading.level or (stack[-1][1] + 1 if stack else 1)
        stack.append((height, level))
        levels.append(level)
    return tuple(levels)


def _restarts(headings: Sequence[Heading]) -> bool:
    """Whether unnumbered headings stand above the numbered ones: the count begins anew under them."""
    counted = last = 0
    seen_plain = False
    for heading in headings:
        if heading.number is None:
            seen_plain = True
        elif heading.number.style == "han" and heading.number.value is not None:
            if seen_plain and counted and heading.number.value <= last:
                return True
            counted, last, seen_plain = counted + 1, heading.number.value, False
    return counted == 0
