"""What the index is made over: each document as a sheet of units, which are its head, headings and paragraphs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from build_pages.model.edition import Annotated
from build_pages.model.text import Section
from build_pages.pages.words import COMPLETENESS, KIND, say_date


@dataclass(frozen=True, slots=True)
class Unit:
    """A text that is found as one: ``anchor`` is empty for the head of the document.

    ``figures`` are the statistics in it, as start and end in code points.
    """

    anchor: str
    text: str
    section: str = ""
    figures: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document as the results name it, and its units in the order of the text."""

    id: str
    name: str
    date: str
    when: str
    kind: str
    completeness: str
    speaker: str
    units: tuple[Unit, ...]


def read_sheet(one: Annotated) -> Sheet:
    """The sheet of a document."""
    record = one.document.record
    return Sheet(
        id=record.id, name=record.short or record.title, date=record.date, when=say_date(record.date),
        kind=KIND[record.kind], completeness=COMPLETENESS[record.completeness],
        speaker=record.speaker or record.issuer or "", units=tuple(_units(one)),
    )  # fmt: skip


def digest_sheet(sheet: Sheet) -> str:
    """The SHA-256 of all that a sheet says: other documents and entries may change without it."""
    about = (sheet.id, sheet.name, sheet.date, sheet.when, sheet.kind, sheet.completeness, sheet.speaker)
    units = [(unit.anchor, unit.text, unit.section, unit.figures) for unit in sheet.units]
    return hashlib.sha256(json.dumps((about, units)).encode()).hexdigest()


def _units(one: Annotated) -> Iterator[Unit]:
    """The places of a document in the order of its received lines, the head first."""
    sections = {section.id: section for section in one.document.sections}
    lines = {section.id: section.lines for section in one.document.sections}
    lines |= {paragraph.id: paragraph.lines for paragraph in one.document.paragraphs}
    order = {id: (0, n) if id == one.id else (lines[id][0], n) for n, id in enumerate(one.places)}
    for id in sorted(one.places, key=order.__getitem__):
        place = one.places[id]
        above = sections[place.section].parent if id in sections and place.section else place.section
        figures = sorted(
            {(m.start, m.end) for m in one.mentions[id] if m.kind == "figure" and m.start is not None and m.end}
        )
        yield Unit(id.partition("#")[2], place.text, _trail(above, sections), tuple(figures))


def _trail(id: str | None, sections: dict[str, Section]) -> str:
    """The stand-alone headings over a place, outermost first."""
    titles: list[str] = []
    while id:
        section = sections[id]
        if not section.run_in:
            titles.insert(0, section.title)
        id = section.parent
    return " › ".join(titles)
