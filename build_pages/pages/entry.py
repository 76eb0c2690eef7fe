"""The page of a formulation, a person or a body: what it means and on what that rests, and every place it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from build_pages.addresses import document_path, entry_path, relative
from build_pages.find.entries import forms_of
from build_pages.model.edition import Edition
from build_pages.model.entry import Entry, HeldRole, Source
from build_pages.model.page import Page
from build_pages.pages.atlas import Atlas, Spot, draw_atlas, name_document, read_uses, say_when
from build_pages.pages.concordance import list_uses
from build_pages.pages.keys import NO_KEYS, Keys
from build_pages.pages.lifeline import draw_lifeline
from build_pages.pages.linked_data import describe
from build_pages.pages.missing import Gap, list_gaps
from build_pages.pages.sections import SECTIONS
from build_pages.pages.ties import Web, weave_web
from build_pages.pages.unpack import unpack
from build_pages.pages.words import BASIS, CATEGORY, KIND, LEVEL, say_date

TEMPLATES = {"term": "entry.md.j2", "person": "person.md.j2", "body": "person.md.j2"}


@dataclass(frozen=True, slots=True)
class Cited:
    """A publication that an entry rests on, in the list at the foot of its page."""

    id: str
    brief: str
    source: Source
    when: str


@dataclass(frozen=True, slots=True)
class Speech:
    """A document that a person speaks, or a body issues, with the role it states."""

    date: str
    title: str
    kind: str
    role: str
    url: str


def entry_pages(edition: Edition, keys: Keys = NO_KEYS) -> Iterator[Page]:
    """One page an entry."""
    atlas = draw_atlas(edition)
    web = weave_web(edition, atlas)
    gaps = list_gaps(edition.library.missing)
    for entry in edition.library.entries:
        key = keys.of_entry(entry, tuple(web.neighbours(entry)))
        context = partial(_describe, entry, edition, web, gaps)
        yield Page(entry_path(entry), TEMPLATES[entry.kind], entry.name, context, key=key)


def _describe(entry: Entry, edition: Edition, web: Web, gaps: Sequence[Gap]) -> dict[str, object]:
    atlas, path = web.atlas, entry_path(entry)
    uses = read_uses(edition, entry.id)
    index, section = SECTIONS[entry.kind]
    desk = Desk(atlas, path)
    witnesses = list_uses(uses, atlas, path)
    return {
        "entry": entry,
        "kicker": say_kicker(entry),
        "section": Spot(section, relative(index, path)),
        "basis": BASIS,
        "grounds": desk.grounds,
        "spot": desk.spot,
        "say_when": say_when,
        "sources": tuple(cite_sources(entry).values()),
        "wordings": tuple(_wordings(entry, atlas)),
        "parts": unpack(entry, atlas, path),
        "ties": web.ties(entry, path),
        "life": draw_lifeline(uses, atlas, gaps, path),
        "witnesses": witnesses,
        "count": len(uses),
        "shown": sum([len(witness.uses) for witness in witnesses]),
        "provincial": provincial_use(entry, edition.library.usage),
        "roles": _roles(entry),
        "speeches": tuple(_speeches(entry, atlas, path)),
        "facts": describe(entry, edition.library.archive, path),
    }


def say_kicker(entry: Entry) -> str:
    """Category and level in the words of the page; a category that has the name of its index is not said twice."""
    category = CATEGORY.get(entry.category, entry.category)
    words = (category if category != SECTIONS[entry.kind][1] else "", LEVEL.get(entry.level or "", ""))
    return " · ".join(filter(None, words))


def provincial_use(entry: Entry, usage: Mapping[str, int]) -> tuple[str, int] | None:
    """The form that most texts of the reference set use, and how many do; None where nothing was counted."""
    if entry.kind != "term" or not usage:
        return None
    return max(((form, usage.get(form, 0)) for form in forms_of(entry)), key=lambda pair: pair[1], default=None)


def cite_sources(entry: Entry) -> Mapping[str, Cited]:
    """Key ▸ source, in the order in which the entry names them."""
    cited = {}
    for n, (key, source) in enumerate(entry.sources.items(), 1):
        when = say_when(source.date) or source.date
        brief = " ".join(filter(None, (source.publisher or f"《{source.title}》", when)))
        cited[key] = Cited(f"source-{n}", brief, source, when)
    return cited


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the desk while one entry's page is made: the links its statements need."""

    atlas: Atlas
    page: str

    def grounds(self, entry: Entry, keys: Sequence[str]) -> tuple[Spot, ...]:
        """The sources of ``entry`` and the places of the archive that ``keys`` name, with links."""
        cited = cite_sources(entry)
        address = entry_path(entry)
        return tuple(
            Spot(cited[key].brief, relative(f"{address}#{cited[key].id}", self.page))
            if key in cited
            else self.spot(key)
            for key in keys
        )

    def spot(self, place: str) -> Spot:
        """A place of the archive."""
        return self.atlas.spot(place, self.page)


def _wordings(entry: Entry, atlas: Atlas) -> Iterator[str]:
    """The wordings an entry is found by, beside its name; of a damaged one, what was lost in it and where."""
    for form in entry.forms:
        if form.damaged:
            where = f"，{name_document(atlas.record(form.in_))}" if atlas.holds(form.in_) else ""
            yield f"“{form.form}”（{form.damaged}{where}）"
        elif form.form != entry.name:
            yield f"“{form.form}”"


def _roles(entry: Entry) -> tuple[HeldRole, ...]:
    return tuple(sorted(entry.roles, key=lambda role: (role.date, role.place)))


def _speeches(entry: Entry, atlas: Atlas, page: str) -> Iterator[Speech]:
    """The documents whose speaker is this person, or whose issuer is this body."""
    names = set(forms_of(entry))
    for id, one in atlas.documents.items() if entry.kind != "term" else ():
        record = one.document.record
        by_person = entry.kind == "person" and record.speaker in names
        by_body = entry.kind == "body" and record.issuer in names
        if by_person or by_body:
            role = (record.role or "文中未注明职务") if by_person else record.speaker or ""
            yield Speech(
                say_date(record.date), record.title, KIND[record.kind], role, relative(document_path(id), page)
            )
