"""How a document is cited: the words a page offers, and the parts that reference managers take.

The strings follow GB/T 7714—2015 (electronic resources online) and the manner of APA 7. GB/T 7714—2025, in force since
July 2026, was not at hand: a person should check ``GB_T_7714`` against it; it is the only place where the style stands.
The reader's browser adds the day of access, the address and, for the received text, 原貌 in place of 校订本.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from build_pages.addresses import document_path
from build_pages.model.record import Archive, Kind, Record
from build_pages.pages.words import KIND, say_date

GB_T_7714 = "{by}{title}[{type}]. {archive}，{edition}{version}. ({date})"
APA_7 = "{by}({date}). {title}{english}. {archive} (edited text{version})."
EDITED = "校订本"
LANGUAGE = "zh-CN"
"""What citation styles look at; pages state the script (zh-Hans)."""
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """What a kind of document is called by Zotero, CSL 1.0.2, RIS, BibTeX, schema.org and GB/T 7714."""

    zotero: str
    csl: str
    ris: str
    bibtex: str
    schema: str
    gb: str


_REPORT = Form("report", "report", "RPRT", "techreport", "Report", "R")
_SPEECH = Form("presentation", "speech", "SLIDE", "misc", "Article", "Z")
_LAW = Form("statute", "legislation", "STAT", "misc", "Legislation", "Z")
_PRESS = Form("newspaperArticle", "article-newspaper", "NEWS", "misc", "NewsArticle", "Z")
_OTHER = Form("document", "document", "GEN", "misc", "CreativeWork", "Z")
FORMS: Mapping[Kind, Form] = {
    "report": _REPORT, "digest": _REPORT, "plan": _REPORT, "speech": _SPEECH, "resolution": _LAW, "decision": _LAW,
    "notice": _LAW, "editorial": _PRESS, "explainer": _PRESS, "news": _PRESS, "communique": _OTHER, "other": _OTHER,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reference:
    """A document as reference managers take it; what is not known is "". ``date`` is a year, month or day.

    ``author`` is the speaker, or the body that issued it (``corporate``); ``institution`` that body, or this archive,
    which publishes the edited text. ``url`` is relative to the site unless its address is known.
    """

    id: str
    form: Form
    title: str
    short: str
    english: str
    author: str
    role: str
    corporate: bool
    institution: str
    date: str
    genre: str
    occasion: str
    published_in: str
    archive: str
    edition: str
    rights: str
    url: str


@dataclass(frozen=True, slots=True)
class Citation:
    """The parts that do not depend on the reader."""

    gb: str
    apa: str
    source: str
    """What is put behind quoted words: ——speaker：《title》，date."""


def refer(record: Record, archive: Archive, rights: str = "", address: str = "") -> Reference:
    """The parts of a document's citation; ``address`` is that of the site, ``rights`` those of its received file."""
    title = f"{record.title}：{record.subtitle.lstrip('—')}" if record.subtitle else record.title
    return Reference(
        id=record.id, form=FORMS[record.kind], title=title, short=record.short, english=record.english,
        author=record.speaker or record.issuer or "", role=record.role or "" if record.speaker else "",
        corporate=not record.speaker, institution=record.issuer or archive.title, date=plain_date(record.date),
        genre=KIND[record.kind], occasion=record.occasion or "", published_in=record.published_in or "",
        archive=archive.title, edition=f"{EDITED} {archive.version}".strip(), rights=record.rights or rights,
        url=address + document_path(record.id),
    )  # fmt: skip


def cite(record: Record, archive: Archive) -> Citation:
    """The citation of a document in this archive."""
    author = record.speaker or record.issuer or ""
    date = plain_date(record.date)
    title = f"{record.title}（{record.short}）" if record.short and record.short not in record.title else record.title
    by = f"{author}. " if author else ""
    quoted = f"{author}：" if author else ""
    gb = GB_T_7714.format(
        by=by, title=title, type=f"{FORMS[record.kind].gb}/OL", archive=archive.title, edition=EDITED,
        version=f" {archive.version}" if archive.version else "", date=date or "日期不详",
    )  # fmt: skip
    apa = APA_7.format(
        by=by, date=_english_date(date), title=record.title, archive=archive.english or archive.title,
        english=f" [{record.english}]" if record.english else "",
        version=f", version {archive.version}" if archive.version else "",
    )  # fmt: skip
    return Citation(gb, apa, source=f"——{quoted}《{record.title}》，{say_date(record.date)}")


def plain_date(date: str) -> str:
    """An EDTF date as far as it is in digits, without its marks of doubt: 2026-02, 2023, ""."""
    return "-".join(part for part in date.rstrip("?~%").split("-") if part.isdigit())


def _english_date(date: str) -> str:
    year, *rest = date.split("-")
    if not rest:
        return year or "n.d."
    return " ".join([f"{year},", MONTHS[int(rest[0]) - 1], *(str(int(day)) for day in rest[1:])])
