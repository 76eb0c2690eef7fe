"""Scores of themes: one point for each signal in a text, three for each in its heading."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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


class Signals:
    """The signals of all themes, ready to be counted."""

    def __init__(self, themes: Sequence[Theme]) -> None:
        self.themes = tuple(themes)
        self._owners = {theme.id: _owners(theme) for theme in themes}
        self._patterns = {theme.id: _pattern(theme) for theme in themes}

    def score(self, text: str, heading: str = "") -> Scores:
        """The points of a text under a heading, which may be part of the text."""
        themes: dict[str, int] = {}
        parts: dict[str, int] = {}
        for weight, words in ((1, text.removeprefix(heading)), (IN_HEADING, heading)):
            for theme, pattern in self._patterns.items():
                for match in pattern.finditer(words):
                    owner = self._owners[theme].get(match[0])
                    if owner is None:
                        continue
                    themes[theme] = themes.get(theme, 0) + weight
                    if owner != theme:
                        parts[owner] = parts.get(owner, 0) + weight
        return Scores(themes, parts)


def _owners(theme: Theme) -> dict[str, str]:
    """Signal ▸ the part it speaks for, or the theme."""
    own = dict.fromkeys(theme.signals, theme.id)
    return own | {signal: part.id for part in theme.parts for signal in part.signals}


def _pattern(theme: Theme) -> re.Pattern[str]:
    words = sorted({*_owners(theme), *theme.not_in}, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, words)) or r"(?!)")
