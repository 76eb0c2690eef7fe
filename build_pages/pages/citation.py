"""How a document is cited: after GB/T 7714—2015 (electronic resources) and in the manner of APA 7.

The reader's browser adds the day of access, the address and, for the received text, 原貌 in place of 校订本.
"""

from __future__ import annotations

from dataclasses import dataclass

from build_pages.model.record import Archive, Record
from build_pages.pages.words import say_date

REPORTS = ("report", "digest", "plan")
"""Kinds that are reports (R); the others are documents of no other class (Z)."""
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Citation:
    """The parts that do not depend on the reader."""

    gb: str
    apa: str
    source: str
    """What is put behind quoted words: ——speaker：《title》，date."""


def cite(record: Record, archive: Archive) -> Citation:
    """The citation of a document in this archive."""
    author = record.speaker or record.issuer or ""
    type_ = "R/OL" if record.kind in REPORTS else "Z/OL"
    title = f"{record.title}（{record.short}）" if record.short and record.short not in record.title else record.title
    english = f" [{record.english}]" if record.english else ""
    by = f"{author}. " if author else ""
    quoted = f"{author}：" if author else ""
    home = archive.english or archive.title
    return Citation(
        gb=f"{by}{title}[{type_}]. {archive.title}，校订本. ({record.date.rstrip('?~%')})",
        apa=f"{by}({_english_date(record.date)}). {record.title}{english}. {home} (edited text).",
        source=f"——{quoted}《{record.title}》，{say_date(record.date)}",
    )


def _english_date(date: str) -> str:
    year, *rest = date.rstrip("?~%").split("-")
    if not rest:
        return year
    return " ".join([f"{year},", MONTHS[int(rest[0]) - 1], *(str(int(day)) for day in rest[1:])])
