"""Wordings of the same words, or of one row, to one candidate: the likeliest speaks, the others stand beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from build_pages.candidates.evidence import Use
from build_pages.candidates.wordings import Wording

MOST_BESIDE, MOST_IN_ROW = 3, 4
UNLIKELY = 0.02
"""Less likely wordings are not worth standing beside another."""
IN_ROW = 0.5
"""How much a member of the row adds to a candidate's place on the list: one decision often settles them all."""
_JOINING = ("、", "和", "与", "及")
_LONGEST_GAP = 3


@dataclass(slots=True)
class Merged:
    """A wording, narrower, wider or crossing ones of the same places, and others of the rows it stands in."""

    wording: Wording
    beside: list[Wording] = field(default_factory=list)
    row: list[Wording] = field(default_factory=list)

    @property
    def worth(self) -> float:
        """How many entries it may bring."""
        return sum(one.likely for one in (self.wording, *self.beside)) + IN_ROW * sum(one.likely for one in self.row)


Taken = dict[str, list[tuple[int, int, Merged]]]


def merge(wordings: Iterable[Wording], texts: dict[str, str] | None = None) -> list[Merged]:
    """What may bring most entries first; no two candidates have all their uses in common words or rows.

    ``texts``: place ▸ its text, in which rows are seen.
    """
    merged: list[Merged] = []
    taken: Taken = defaultdict(list)
    for one in sorted(wordings, key=lambda w: (-w.likely, -len(w.text), w.text)):
        crossing = [_crossing(use, taken) for use in one.uses]
        if all(crossing):
            best = min((m for found in crossing for m in found), key=lambda m: -m.wording.likely)
            if len(best.beside) < MOST_BESIDE and one.likely > UNLIKELY:
                best.beside.append(one)
            continue
        host = _host(one, crossing, taken, texts or {})
        if host is None:
            host = Merged(one)
            merged.append(host)
        else:
            host.row.append(one)
        for place, start, end in one.uses:
            taken[place].append((start, end, host))
    return sorted(merged, key=lambda m: -m.worth)


def _host(one: Wording, crossing: list[list[Merged]], taken: Taken, texts: dict[str, str]) -> Merged | None:
    """The candidate in whose rows a wording stands, if each of its uses does, or crosses another."""
    found = [_in_row(use, taken, texts.get(use[0], "")) for use in one.uses]
    if not all(near or met for near, met in zip(found, crossing, strict=True)):
        return None
    return next((host for near in found for host in near), None)


def _in_row(use: Use, taken: Taken, text: str) -> list[Merged]:
    place, start, end = use
    near = []
    for a, b, merged in taken[place]:
        gap = text[b:start] if b <= start else text[end:a] if end <= a else ""
        if len(gap) <= _LONGEST_GAP and gap.strip("“”《》") in _JOINING and len(merged.row) < MOST_IN_ROW:
            near.append(merged)
    return near


def _crossing(use: Use, taken: Taken) -> list[Merged]:
    place, start, end = use
    return [merged for a, b, merged in taken[place] if a < end and start < b]
