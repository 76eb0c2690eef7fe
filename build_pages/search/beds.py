"""Where the units of a document lie among the positions of the index, so that a position says what it stands in.

A unit has a number, which is that of its received line and so tells its anchor, and a grade, which tells whether it is
a paragraph and about how long. Each number has room for one unit of each grade, each unit for ``1 << bits`` characters:

    position of a character = (number × 4 + grade) << bits | offset

A unit never fills its room, so that no string runs on into the next. The positions of the next document follow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_pages.search.sheets import Unit

GRADES = (100, 250)
"""Characters from which on a paragraph is of the second and of the third grade; what is no paragraph is of none."""
_ANCHOR = re.compile(r"[ps]([1-9]\d*)|")


@dataclass(frozen=True, slots=True)
class Bed:
    """The units of a document by number, in ascending order; ``size`` is the number after the last.

    ``odd`` are the anchors of units that no line tells apart: theirs are the last numbers.
    """

    units: tuple[tuple[int, Unit], ...]
    size: int
    odd: tuple[str, ...]


def make_bed(units: Sequence[Unit]) -> Bed:
    """Give each unit of a document its number."""
    regular: dict[int, Unit] = {}
    odd: list[Unit] = []
    for unit in units:
        match = _ANCHOR.fullmatch(unit.anchor)
        number = int(match[1] or 0) if match else -1
        if number < 0 or number in regular:
            odd.append(unit)
        else:
            regular[number] = unit
    size = max(regular, default=-1) + 1
    numbered = (*sorted(regular.items(), key=lambda pair: pair[0]), *enumerate(odd, size))
    return Bed(numbered, size + len(odd), tuple(unit.anchor for unit in odd))


def grade(unit: Unit) -> int:
    """0 for a heading or the head of a document, 1 to 3 for a paragraph, longer ones more."""
    if not unit.anchor.startswith("p"):
        return 0
    return 1 + sum(len(unit.text) >= least for least in GRADES)
