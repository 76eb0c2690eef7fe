"""Scores of themes: one point for each signal in a text, three for each in its heading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_pages.find.words import Match, Words
from build_pages.model.theme import Theme

IN_HEADING = 3
LEAST = 3
"""Points the first theme needs before it is accepted."""
LEAD = 2
"""Points by which it must lead."""
FURTHER = 3
"""A further theme has at least three points, and a third of those of the first."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Points by theme and by part of a theme; those without any are left out."""

    themes: Mapping[str, int]
    parts: Mapping[str, int]

    def first(self) -> str | None:
        """The theme to accept: at least three points and two more than the next; None where a person must decide."""
        ranked = sorted(self.themes.items(), key=lambda item: -item[1])
        if not ranked or ranked[0][1] < LEAST:
            return None
        second = ranked[1][1] if len(ranked) > 1 else 0
        return ranked[0][0] if ranked[0][1] >= second + LEAD else None

    def further(self, primary: str | None) -> tuple[str, ...]:
        """The themes besides ``primary`` that the text speaks of, strongest first."""
        most = max(self.themes.values(), default=0)
        named = [(-n, id) for id, n in self.themes.items() if id != primary and n >= FURTHER and 3 * n >= most]
        return tuple(id for _, id in sorted(named))

    def part(self, parts: Sequence[str]) -> str | None:
        """The one of ``parts`` with the most points; None where none leads."""
        ranked = sorted(((self.parts.get(part, 0), part) for part in parts), reverse=True)
        if not ranked or not ranked[0][0] or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        return ranked[0][1]


Hit = tuple[int, str, str]
"""Where a signal begins, the theme it speaks for, and the part of it, or the theme again."""


class Signals:
    """The signals of all themes, ready to be counted; ``parts`` are those of each theme."""

    def __init__(self, themes: Sequence[Theme]) -> None:
        self.parts = {theme.id: tuple(part.id for part in theme.parts) for theme in themes}
        owners: dict[str, list[tuple[str, str]]] = {}
        for theme in themes:
            for word, owner in ({**dict.fromkeys(theme.not_in, ""), **_owners(theme)}).items():
                owners.setdefault(word, []).append((theme.id, owner))
        self._owners = tuple(owners.values())
        self._words = Words(tuple(owners))

    def find(self, text: str) -> tuple[Hit, ...]:
        """The signals in a text; of those of one theme that overlap the first counts, of two there the longer."""
        ends: dict[str, int] = {}
        hits: list[Hit] = []
        for n, start, end in sorted(self._words.find(text), key=_from_the_left):
            for theme, owner in self._owners[n]:
                if start >= ends.get(theme, 0):
                    ends[theme] = end
                    hits += [(start, theme, owner)] if owner else []
        return tuple(hits)

    def score(self, text: str, heading: str = "", hits: Sequence[Hit] | None = None) -> Scores:
        """The points of a text under a heading, which may be part of the text; ``hits`` are its signals if known."""
        if hits is None or (heading and text.startswith(heading)):
            hits = self.find(text.removeprefix(heading))
        return tally(hits, self.find(heading))


def tally(hits: Iterable[Hit], headed: Iterable[Hit] = ()) -> Scores:
    """The points of the signals of a text and of its heading."""
    themes: dict[str, int] = {}
    parts: dict[str, int] = {}
    for weight, found in ((1, hits), (IN_HEADING, headed)):
        for _, theme, owner in found:
            themes[theme] = themes.get(theme, 0) + weight
            if owner != theme:
                parts[owner] = parts.get(owner, 0) + weight
    return Scores(themes, parts)


def _owners(theme: Theme) -> dict[str, str]:
    """Signal ▸ the part it speaks for, or the theme."""
    own = dict.fromkeys(theme.signals, theme.id)
    return own | {signal: part.id for part in theme.parts for signal in part.signals}


def _from_the_left(match: Match) -> tuple[int, int]:
    _, start, end = match
    return start, -end
