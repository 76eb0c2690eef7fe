"""What the texts attest: a question to all of them, and the name and line of the first that answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Evidence:
    """One text under repair, and the other texts by name; lines as received."""

    text: Sequence[str]
    others: Mapping[str, Sequence[str]] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def own(self) -> str:
        """The text under repair as one string, a line feed after each line."""
        return "\n".join(self.text)

    @cached_property
    def joined(self) -> Mapping[str, str]:
        """Name ▸ another text as one string."""
        return {name: "\n".join(lines) for name, lines in self.others.items()}

    def count(self, phrase: str) -> int:
        """How often all texts have ``phrase`` inside one line."""
        if phrase not in self._counts:
            self._counts[phrase] = self.own.count(phrase) + sum(text.count(phrase) for text in self.joined.values())
        return self._counts[phrase]

    def elsewhere(self, phrase: str) -> bool:
        """Whether another text has ``phrase``."""
        return any(phrase in text for text in self.joined.values())

    def attested(self, phrase: str) -> str:
        """Where ``phrase`` stands: 第n行 of the text itself, or name and line of another; empty where nowhere."""
        if (at := self.own.find(phrase)) >= 0:
            return f"第{self.own.count(chr(10), 0, at) + 1}行作“{phrase}”"
        for name, text in self.joined.items():
            if (at := text.find(phrase)) >= 0:
                return f"{name} 第{text.count(chr(10), 0, at) + 1}行作“{phrase}”"
        return ""


def occurrence(line: str, start: int, found: str) -> int:
    """Which one the ``found`` at ``start`` is among all in the line, from 1, overlapping ones counted."""
    return sum(1 for at in _places(line, found) if at <= start)


def _places(line: str, found: str) -> Iterator[int]:
    at = line.find(found)
    while at >= 0:
        yield at
        at = line.find(found, at + 1)
