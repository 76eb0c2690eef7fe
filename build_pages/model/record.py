"""What an archivist writes: the records of received files, documents and decisions, one class a YAML shape.

Field names are the keys of the YAML files; ``None`` or an empty value means that nothing is known. Dates are EDTF
(https://www.loc.gov/standards/datetime/): 2026-02-06, 2026-02, 2023. What the text does not state is named under
``inferred`` with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar, dataclass_transform

from build_pages.model.version import Day, Version

T = TypeVar("T")

Kind = Literal[
    "speech", "report", "digest", "resolution", "decision", "communique", "plan", "editorial", "explainer",
    "news", "notice", "other",
]  # fmt: skip
Role = Literal[
    "title",
    "subtitle",
    "dateline",
    "byline",
    "note",
    "jump",
    "caption",
    "credit",
    "label",
    "furniture",
    "heading",
    "text",
]
"""What a received line, or a stretch of it, is. All but title, subtitle, heading and text are kept out of the text."""
Method = Literal["normalisation", "对校", "本校", "他校", "理校"]
Confidence = Literal["certain", "likely", "doubt"]


# is_, in_ and from_ are is, in and from in the files; Python keeps those words for itself
_CONFIG = {"extra": "forbid", "alias_generator": lambda name: name.rstrip("_")}


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Make a class the frozen shape of a YAML mapping; keys that it does not name are refused."""
    cls.__pydantic_config__ = _CONFIG  # type: ignore[attr-defined]
    return dataclass(frozen=True, slots=True, kw_only=True)(cls)


@record
class Archive:
    """``source/archive.yml``: what this archive is called and where it lives."""

    title: str
    subtitle: str = ""
    english: str = ""
    lead: str
    """One sentence: what it is, and what it is not."""
    place: str = ""
    repository: str = ""
    version: str = ""
    """The version of the edition that is published, which citations state (https://semver.org); "" before the first."""
    examples: tuple[str, ...] = ()
    """Searches offered on the home page."""
    reference: str = "所比的报告"
    """What ``usage.yml`` was counted in."""
    rights: str = ""
    """Those of what the editors wrote: entries, renderings, apparatus, annotations; "" if nobody has settled them."""


@record
class ReceivedFile:
    """One received file: bytes below ``source/received/`` that are never edited."""

    file: str
    sha256: str
    origin: str
    rights: str
    reading: str | None = None
    """File name of the plain-text reading made at import, for formats that are not plain text."""
    reading_sha256: str | None = None
    """Of the bytes of that reading; not checked where it is not on record."""


@record
class Received:
    """Where a document stands: a file and its first and last line, or several stretches of it."""

    file: str
    lines: tuple[int, int] | None = None
    parts: tuple[tuple[int, int], ...] = ()

    @property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """The stretches of lines, first and last included, in the order of the text."""
        return self.parts or ((self.lines,) if self.lines else ())


@record
class Settled:
    """What a line, or the stretch ``quote`` of it, is: put down by a rule at import or settled by a person."""

    line: int
    is_: Role
    quote: str = ""
    occurrence: int = 1
    level: int | None = None
    number: str | None = None
    run_in: bool = False
    why: str = ""
    by: str = "rule"


@record
class Repair:
    """A defect of the received text on record: what stands there, what the edition reads, and on what grounds.

    ``found`` is a stretch of one received line, or ``⏎`` for the line end after it. ``decided`` is ``rule``, a person's
    initials, or empty while nobody has decided; only decided repairs are applied, and a rejected one never.
    """

    line: int
    found: str
    replacement: str
    occurrence: int = 1
    rule: str
    method: Method
    confidence: Confidence = "certain"
    decided: str = ""
    rejected: bool = False
    witness: str = ""
    note: str = ""

    @property
    def applied(self) -> bool:
        """Whether the edition reads ``replacement``."""
        return bool(self.decided) and not self.rejected


@record
class Revision:
    """An edition of a document as its change log names it: what is new in it, and why."""

    version: Version
    """The release of the archive that first published it."""
    date: Day
    what: str
    why: str = ""
    anchors: tuple[str, ...] = ()
    """Paragraphs and headings (p37, s40) whose text it changes or drops; with p37 go the figures in it."""


@record
class Record:
    """``source/documents/<id>.yml``: what is known of one document and what was decided on its text."""

    id: str
    title: str
    subtitle: str = ""
    short: str = ""
    """What lists and cards call it, for instance 2026报告."""
    english: str = ""
    kind: Kind
    series: str | None = None
    year: int | None = None
    completeness: Literal["full", "digest", "excerpt"]
    transcription: Literal["proofread", "machine", "unknown"] = "unknown"
    date: str
    date_basis: Literal["stated", "inferred"]
    speaker: str | None = None
    role: str | None = None
    issuer: str | None = None
    occasion: str | None = None
    published_in: str | None = None
    inferred: Mapping[str, str] = field(default_factory=dict)
    """Field name ▸ why it is so, for what the text does not state."""
    begins_mid_text: bool = False
    draft: bool = False
    rights: str = ""
    received: Received
    normalise: tuple[str, ...] = ()
    """Rules that set a whole text right without changing a word, see ``rules``."""
    joins: tuple[int, ...] = ()
    """Lines whose end is a broken line, not the end of a paragraph."""
    structure: tuple[Settled, ...] = ()
    repairs: tuple[Repair, ...] = ()
    todo: tuple[str, ...] = ()
    editions: tuple[Revision, ...] = ()
    """The change log of the published editions, oldest first; nothing before the first release."""

    @property
    def version(self) -> str:
        """The version of the edition that stands; "" before the first."""
        return self.editions[-1].version if self.editions else ""


@record
class Ruling:
    """A person's word on one mention or figure, in ``source/rulings/<document>.yml``."""

    place: str
    quote: str
    occurrence: int = 1
    target: str | None = None
    """The entry that is meant; null: nothing is to be marked here."""
    kind: Literal["mention", "figure"] = "mention"
    set: Mapping[str, str | float | None] = field(default_factory=dict)
    """Attributes of the figure that a person settled."""
    by: str
    why: str = ""


@record
class Missing:
    """A document known to exist and not held, from ``source/missing.yml``."""

    title: str
    series: str | None = None
    year: int | None = None
    date: str
    kind: Kind
    evidence: tuple[str, ...] = ()
    answers: str = ""
