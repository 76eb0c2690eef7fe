"""The edition: documents with what was found in them, and where everything is spoken of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from build_pages.model.commitment import Commitment, Discrepancy
from build_pages.model.entry import Entry
from build_pages.model.indicator import Value
from build_pages.model.library import Library
from build_pages.model.mention import Figure, Mention
from build_pages.model.text import Document
from build_pages.model.theme import Coded

CodedSentence = tuple[int, int, Coded]
"""Where a sentence begins and ends in its paragraph, and its theme and frame."""


@dataclass(frozen=True, slots=True)
class Place:
    """A text that mentions stand in: a paragraph, a stand-alone heading, or a document's title and subtitle."""

    id: str
    document: str
    text: str
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with the mentions and figures that stand in it, by place."""

    document: Document
    places: Mapping[str, Place]
    mentions: Mapping[str, tuple[Mention, ...]]
    figures: Mapping[str, Figure]
    """Figure id ▸ figure."""
    labels: Mapping[str, str]
    """Paragraph id ▸ what it is called in citations: 三(一)2."""
    ties: Mapping[str, str] = field(default_factory=dict)
    """Figure id ▸ the id of its indicator, in the order of the text; figures without one are not in it."""
    values: tuple[Value, ...] = ()
    """What it states of indicators."""
    codings: Mapping[str, Coded] = field(default_factory=dict)
    """Paragraph id ▸ its theme and frame."""
    sentences: Mapping[str, tuple[CodedSentence, ...]] = field(default_factory=dict)
    """Paragraph id ▸ its sentences."""
    key: str = ""
    """The digest of all that this was made from; "" where nothing is kept from build to build."""

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id


@dataclass(frozen=True, slots=True)
class Edition:
    """The whole archive, composed: documents in the order of their dates."""

    library: Library
    documents: tuple[Annotated, ...]
    uses: Mapping[str, Sequence[Mention]]
    """Entry id ▸ its mentions, in the order of dates and of the text; figures are not in it."""
    ties: Mapping[str, str] = field(default_factory=dict)
    """Figure id ▸ the id of its indicator, in the order of dates and of the text; figures without one are not in it."""
    codings: Mapping[str, Coded] = field(default_factory=dict)
    """Paragraph id ▸ its theme and frame."""
    sentences: Mapping[str, tuple[CodedSentence, ...]] = field(default_factory=dict)
    """Paragraph id ▸ its sentences."""
    series: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    """Indicator id ▸ its values in the order of time."""
    commitments: Mapping[str, Sequence[Commitment]] = field(default_factory=dict)
    """Document id ▸ what it promises, in the order of dates and of the text; none without a promise is in it."""
    discrepancies: tuple[Discrepancy, ...] = ()
    address: str = ""
    """Where the site is published (https://…/, with its last slash), for absolute addresses; "" if not known."""

    entries: Mapping[str, Entry] = field(init=False)
    """Entries by id."""

    def __post_init__(self) -> None:
        """Gather the entries by id."""
        object.__setattr__(self, "entries", {entry.id: entry for entry in self.library.entries})
