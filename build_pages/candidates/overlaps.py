"""Wordings to candidates: one decision settles what stands in the same words, in a row, or ends in the same word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from build_pages.candidates.passage import plain
from build_pages.candidates.texts import Use
from build_pages.candidates.wordings import Wording
from build_pages.find.segment import read_boundaries

MOST, MOST_BESIDE = 5, 3
"""Wordings of one candidate, and those among them that stand in the same words."""
UNLIKELY = 0.02
"""Less likely wordings are not worth standing beside another of the same words."""
UNSURE = 0.05, 0.25
"""How likely a name is that stands with others of its kind: a likelier one is a candidate of its own, a less likely one
would only hide them."""
WITH = 0.5
"""How much a wording of other words adds to a candidate's place on the list, measured by one of the same words."""
INSIDE = 0.4
"""The least share that one wording takes of another, if the two are variants."""
_JOINING = ("、", "和", "与", "及")
_LONGEST_GAP = 3


@dataclass(slots=True)
class Merged:
    """A wording; narrower, wider or crossing ones of the same places; and others that are settled with it."""

    wording: Wording
    beside: list[Wording] = field(default_factory=list)
    along: list[Wording] = field(default_factory=list)
    """Members of its rows, variants, names of its kind."""

    @property
    def worth(self) -> float:
        """How many entries it may bring."""
        return sum(one.likely for one in (self.wording, *self.beside)) + WITH * sum(one.likely for one in self.along)

    @property
    def full(self) -> bool:
        """Whether it shows as many wordings as one can take in."""
        return 1 + len(self.beside) + len(self.along) >= MOST


class _Table:
    """The candidates so far, by the places they take, the characters of their wordings, and their kinds."""

    __slots__ = ("_kinds", "_parts", "_taken", "_texts", "rows")

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._taken: dict[str, list[tuple[int, int, Merged]]] = defaultdict(list)
        self._parts: dict[str, dict[int, Merged]] = defaultdict(dict)
        self._kinds: dict[str, list[Merged]] = defaultdict(list)
        self.rows: list[Merged] = []

    def enter(self, one: Wording) -> None:
        """Give a wording its place: in a candidate's same words, along with one, or as a candidate of its own."""
        crossing = [self._crossing(use) for use in one.uses]
        if all(crossing):
            best = max((found for met in crossing for found in met), key=lambda found: found.wording.likely)
            if len(best.beside) < MOST_BESIDE and not best.full and one.likely > UNLIKELY:
                best.beside.append(one)
            return
        host = self._in_row(one, crossing) or self._variant(one) or self._of_kind(one)
        if host:
            host.along.append(one)
        else:
            host = self._open(one)
        for place, start, end in one.uses:
            self._taken[place].append((start, end, host))

    def _open(self, one: Wording) -> Merged:
        merged = Merged(one)
        for part in _parts(one):
            self._parts[part][len(self.rows)] = merged
        self._kinds[_kind(one)].append(merged)
        self.rows.append(merged)
        return merged

    def _crossing(self, use: Use) -> list[Merged]:
        place, start, end = use
        return [merged for a, b, merged in self._taken[place] if a < end and start < b]

    def _in_row(self, one: Wording, crossing: list[list[Merged]]) -> Merged | None:
        """The candidate in whose rows a wording stands, if each of its uses does, or crosses another."""
        near = [self._joined(use) for use in one.uses]
        if not all(joined or met for joined, met in zip(near, crossing, strict=True)):
            return None
        return next((host for joined in near for host in joined), None)

    def _joined(self, use: Use) -> list[Merged]:
        place, start, end = use
        text, near = self._texts.get(place, ""), []
        for a, b, merged in self._taken[place]:
            gap = text[b:start] if b <= start else text[end:a]
            if len(gap) <= _LONGEST_GAP and gap.strip("“”《》") in _JOINING and not merged.full:
                near.append(merged)
        return near

    def _variant(self, one: Wording) -> Merged | None:
        """The likeliest candidate whose wording holds most of this one, or the other way round."""
        met = {n: merged for part in _parts(one) for n, merged in self._parts[part].items() if not merged.full}
        return next((met[n] for n in sorted(met) if _is_variant(plain(met[n].wording.text), plain(one.text))), None)

    def _of_kind(self, one: Wording) -> Merged | None:
        """The likeliest candidate with room that ends in the same word, for a wording that is not likely by itself."""
        if not UNSURE[0] <= one.likely < UNSURE[1]:
            return None
        return next((merged for merged in self._kinds[_kind(one)] if not merged.full), None)


def merge(wordings: Iterable[Wording], texts: Mapping[str, str] | None = None) -> list[Merged]:
    """What may bring most entries first; no two candidates have all their uses in common words or rows.

    ``texts``: place ▸ its text, in which rows are seen.
    """
    table = _Table(texts or {})
    for one in sorted(wordings, key=lambda w: (-w.likely, -len(w.text), w.text)):
        table.enter(one)
    return sorted(table.rows, key=lambda merged: -merged.worth)


def _parts(one: Wording) -> set[str]:
    name = plain(one.text)
    return {name[n : n + 2] for n in range(len(name) - 1)}


def _is_variant(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short in long and len(short) >= INSIDE * len(long)


def _kind(one: Wording) -> str:
    """The last word of a name."""
    name = plain(one.text)
    return name[max(at for at in read_boundaries(name) if at < len(name)) :]
