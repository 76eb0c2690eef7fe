"""Curated comparisons: two passages of the archive set side by side, and the rows they are aligned in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from build_pages.model.record import record
from build_pages.model.theme import FrameLetter

GroundKind = Literal["indicator", "entry", "wording", "editor"]
"""A shared indicator, a shared formulation, theme and wording alone, or a person's word; the surest first but one."""


@record
class Side:
    """One side: the sentences of a document that stand in these sections and speak from these frames.

    Without sections the whole document counts, without frames every frame.
    """

    document: str
    label: str
    sections: tuple[str, ...] = ()
    frames: tuple[FrameLetter, ...] = ()


@record
class Correction:
    """A person's word on the sentence of each side that begins with its quote: to align them, or keep them apart.

    Without a quote it bears on every sentence of the paragraph.
    """

    left: str
    left_quote: str = ""
    right: str
    right_quote: str = ""
    apart: bool = False
    subject: str = ""
    why: str = ""
    by: str


@record
class Comparison:
    """One member of ``source/comparisons.yml``; ``limits`` says what limits the comparison."""

    id: str
    title: str
    left: Side
    right: Side
    limits: str
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a side with what it can be aligned by; ``theme`` is None where none is settled."""

    paragraph: str
    start: int
    text: str
    heading: str
    """The run-in heading it stands under, or the stand-alone one."""
    first: bool
    """Whether it is the first under a run-in heading, whose words count as its own."""
    theme: str | None
    indicators: frozenset[str]
    entries: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a row rests on; ``targets`` are the ids of the indicators or entries that both sides share."""

    kind: GroundKind
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """What both sides say on a subject, or one of them alone; each in the order of its text.

    ``subject`` is what a person or the shared wording calls it, empty where the grounds name it or a heading does.
    """

    left: Sequence[Sentence]
    right: Sequence[Sentence]
    theme: str | None
    ground: Ground | None = None
    subject: str = ""
