"""What an import finds of one document before its fields are worked out."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_pages.model.record import Settled


@dataclass(frozen=True, slots=True)
class Draft:
    """A document in a reading: its stretches of lines, what its lines are, and its words by role, trimmed."""

    parts: tuple[tuple[int, int], ...]
    structure: tuple[Settled, ...]
    title: str = ""
    subtitle: str = ""
    head: tuple[tuple[str, str], ...] = ()
    """(role, trimmed text) of the lines above the text, and of furniture below it."""
    body: tuple[str, ...] = field(default=(), repr=False)
    """The lines with text, trimmed."""

    def said(self, role: str) -> tuple[str, ...]:
        """What the lines of one role say."""
        return tuple(text for kind, text in self.head if kind == role)
