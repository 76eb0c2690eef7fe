"""The edited text: passages as ``edit`` leaves them, and the tree of sections over paragraphs that ``split`` makes.

Text is immutable from ``edit`` on. Offsets are code points, half-open; lines are 1-based in the received reading.
"""

from __future__ import annotations

from dataclasses import dataclass

from build_pages.model.record import Record, Repair, Role, Settled


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of a received line that the edition reads otherwise: ``cause`` is a repair or a kind of furniture."""

    line: int
    start: int
    end: int
    found: str
    replacement: str
    cause: Repair | Role
    why: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A change where it stands in the edited text: ``start`` to ``end`` there read ``change.replacement``."""

    start: int
    end: int
    change: Change


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of edited text from one received line, or from several that were broken and are joined.

    Putting back ``found`` at every placed change gives the received characters, line ends included.
    """

    text: str
    line: int
    last_line: int
    changes: tuple[Placed, ...] = ()
    settled: tuple[Settled, ...] = ()
    mark: int = 0
    """Number of # signs of a Markdown heading; 0 for none."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Received text that is kept out of the edition, and why."""

    line: int
    start: int
    text: str
    role: Role
    why: str
    whole: bool = False
    """It is the whole of its line."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a document, from a stand-alone heading or from a run-in one (which stays in its paragraph)."""

    id: str
    parent: str | None
    level: int
    number: str
    heading: str
    run_in: bool
    lines: tuple[int, int]
    paragraph: str | None = None
    """The paragraph it starts in (run-in) or the first one under it; None for a heading without text."""
    offset: int = 0
    """Where in that paragraph it starts."""
    changes: tuple[Placed, ...] = ()

    @property
    def title(self) -> str:
        """The heading as printed."""
        return self.number + self.heading


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``section`` is the one in force where it begins."""

    id: str
    text: str
    lines: tuple[int, int]
    section: str | None = None
    changes: tuple[Placed, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the archive: its record and its edited text."""

    record: Record
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    furniture: tuple[Furniture, ...] = ()
    changes: tuple[Change, ...] = ()
    """Every applied change in the order of the received text."""

    @property
    def id(self) -> str:
        """The document's id."""
        return self.record.id
