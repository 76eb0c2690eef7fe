"""Everything that ``source/`` holds, read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_pages.model.commitment import DiscrepancyRecord
from build_pages.model.comparison import Comparison
from build_pages.model.entry import Entry
from build_pages.model.indicator import Indicator
from build_pages.model.ledger import Redirect
from build_pages.model.record import Archive, Missing, ReceivedFile, Record, Ruling
from build_pages.model.theme import Coding, DoubleCoding, Theme


@dataclass(frozen=True, slots=True)
class Reading:
    """The plain-text reading of a received file."""

    file: ReceivedFile
    text: str
    encoding: str
    size: int
    """Bytes of the received file."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The text as split at line feeds, numbered from 1."""
        return tuple(self.text.split("\n"))


@dataclass(frozen=True, slots=True)
class Library:
    """The source of one archive: records in the order of their ids, hand-written pages by name."""

    archive: Archive
    readings: Mapping[str, Reading]
    records: tuple[Record, ...]
    entries: tuple[Entry, ...]
    rulings: Mapping[str, tuple[Ruling, ...]] = field(default_factory=dict)
    """Document id ▸ what people decided on its mentions and figures."""
    missing: tuple[Missing, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    """In the order of their file."""
    everyday: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Word that people use ▸ the words that documents use for it."""
    usage: Mapping[str, int] = field(default_factory=dict)
    """Form ▸ how many texts of a reference set use it."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """Name of a hand-written page ▸ its Markdown."""
    themes: tuple[Theme, ...] = ()
    codings: Mapping[str, tuple[Coding, ...]] = field(default_factory=dict)
    """Document id ▸ what people settled on the themes and frames of its paragraphs and sentences."""
    double_codings: tuple[DoubleCoding, ...] = ()
    discrepancies: tuple[DiscrepancyRecord, ...] = ()
    """Disagreements that people add to those the rules find, or refuse."""
    comparisons: tuple[Comparison, ...] = ()
    """In the order of their file."""
    redirects: tuple[Redirect, ...] = ()
    """Published addresses that are no longer there, in the order of their file."""
