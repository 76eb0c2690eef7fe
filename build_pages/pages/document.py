"""The page of a document: head, text with its marks, cards, apparatus and what the text rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache, partial

from build_pages.addresses import document_path, received_path, relative
from build_pages.circles import read_centres
from build_pages.data.texts import is_draft
from build_pages.explain import explains
from build_pages.indicators.calendar import read_calendars
from build_pages.marks import choose_marks
from build_pages.model.edition import Annotated, Edition
from build_pages.model.mention import Mention
from build_pages.model.page import Page
from build_pages.model.record import Record
from build_pages.model.text import Section
from build_pages.pages.apparatus import Note, count_rules, list_notes
from build_pages.pages.cards import Card, count_users, make_cards
from build_pages.pages.citation import cite
from build_pages.pages.comparisons import list_comparisons
from build_pages.pages.editions import describe_editions
from build_pages.pages.english import describe_in_english
from build_pages.pages.figure_cards import Claims, Shown, claim_figures, read_circle, show_circle, show_series
from build_pages.pages.figures import figures_path
from build_pages.pages.keys import NO_KEYS, Keys
from build_pages.pages.outline import draw_outline, read_depths
from build_pages.pages.paragraphs import Link, Marking, gapes, locate, write_link
from build_pages.pages.received import list_received
from build_pages.pages.words import COMPLETENESS, FURNITURE, KIND, say_date

_CIRCLES = 100
"""Circles of documents for which what all their pages show is held."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph on its page."""

    id: str
    label: str
    html: str
    gapes: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (None before the first) and the paragraphs under it, up to the next heading."""

    heading: Section | None
    depth: int
    """Of the heading in the outline, from 1: a level that the text skips is not skipped here."""
    title: str
    """The heading as Markdown."""
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is laid ready once for the pages of all documents."""

    edition: Edition
    cards: Mapping[str, Card]
    links: Mapping[str, Link]
    """Entry id ▸ how its marks lead to it."""
    explained: Set[str]
    """The entries that need explaining."""
    centres: Mapping[str, str]
    show: Callable[[str], Callable[[str], Shown]]
    """Circle ▸ indicator ▸ what the pages of its documents show of it."""
    claim: Callable[[str], Claims]
    """What the figures of a circle's documents have cards for, found when it is asked for."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What a page marks by default, and of that the first mark of each entry."""

    chosen: Sequence[Mention]
    """In the order of the text."""
    firsts: Sequence[Mention]


def document_pages(edition: Edition, keys: Keys = NO_KEYS) -> Iterator[Page]:
    """One page a document, and beside it the cards that it shows only when all marks are asked for."""
    shelf = _fill_shelf(edition, keys.cards or make_cards(edition, document_path("index"), count_users(edition)))
    held = {one.id: one for one in edition.documents}
    mark = lru_cache(maxsize=2)(lambda id: _mark(held[id], shelf))  # once for both
    for one in edition.documents:
        title, marks = one.document.record.title, partial(mark, one.id)
        yield Page(
            document_path(one.id), "document.md.j2", title, partial(_describe, one, shelf, marks),
            key=keys.of_document(one, "document"),
        )  # fmt: skip
        yield Page(
            _more_path(one), "cards.js.j2", title, partial(_list_cards, one, shelf, marks),
            key=keys.of_document(one, "cards"),
        )  # fmt: skip


def _fill_shelf(edition: Edition, cards: Mapping[str, Card]) -> Shelf:
    centres = read_centres(edition.library)
    held: dict[str, list[Annotated]] = defaultdict(list)
    for one in edition.documents:
        held[centres[one.id]].append(one)
    read = lru_cache(_CIRCLES)(lambda centre: read_circle(edition, held[centre]))
    claim = lru_cache(_CIRCLES)(lambda centre: claim_figures(read(centre), [one.id for one in held[centre]]))
    calendars = read_calendars(edition)
    show = lru_cache(_CIRCLES)(lambda centre: show_circle(edition, read(centre), calendars[centre]))
    links = {id: write_link(id, card.url) for id, card in cards.items()}
    explained = {entry.id for entry in edition.library.entries if explains(entry, edition.library.usage)}
    return Shelf(edition, cards, links, explained, centres, show, claim)


def _mark(one: Annotated, shelf: Shelf) -> Marks:
    targeted = {id: claim.targeted for id, claim in shelf.claim(shelf.centres[one.id])[one.id].items()}
    chosen = choose_marks(one, shelf.explained, targeted)
    firsts: dict[str, Mention] = {}
    for mention in chosen:
        if mention.kind != "figure":
            firsts.setdefault(mention.target, mention)
    return Marks(chosen, tuple(firsts.values()))


def _describe(one: Annotated, shelf: Shelf, marks: Callable[[], Marks]) -> dict[str, object]:
    edition, centre, chosen, firsts = shelf.edition, shelf.centres[one.id], marks().chosen, marks().firsts
    claims = shelf.claim(centre)[one.id]
    record, path, library = one.document.record, document_path(one.id), edition.library
    notes = list_notes(one)
    links = {id: claim.url for id, claim in claims.items()}
    shown = {claims[mention.target].indicator for mention in chosen if mention.kind == "figure"}
    marking = Marking(
        one, shelf.links, frozenset(map(locate, chosen)), frozenset(map(locate, firsts)), _by_place(notes), links,
        _run_in(one),
    )  # fmt: skip
    reading = library.readings[record.received.file]
    kicker = " · ".join((KIND[record.kind], COMPLETENESS[record.completeness]))
    return {
        "record": record,
        "kicker": kicker,
        "description": "，".join(filter(None, (record.title, kicker, record.speaker, say_date(record.date)))),
        "facts": tuple(_facts(record)),
        "warning": _warning(record),
        "english": describe_in_english(record),
        "comparisons": list_comparisons(edition, one.id, path),
        "draft": is_draft(one),
        "citation": cite(record, library.archive),
        "repository": library.archive.repository,
        "blocks": _blocks(one, marking),
        "outline": draw_outline(one),
        "cards": tuple(shelf.cards[first.target] for first in firsts),
        "series": show_series(shelf.show(centre), one.id, shown),
        "more": relative(_more_path(one), path),
        "figures": relative(figures_path(one.id), path) if one.figures else "",
        "normalisations": count_rules(one),
        "doubtful": tuple(note for note in notes if not note.repair.applied),
        "applied": tuple(note for note in notes if note.repair.applied),
        "labels": one.labels,
        "received": list_received(one),
        "furniture": tuple((FURNITURE.get(f.role, f.role), f) for f in one.document.furniture if f.text.strip()),
        "file": reading.file,
        "download": received_path(record.received.file),
        "encoding": reading.encoding,
        **describe_editions(one, edition),
    }


def _list_cards(one: Annotated, shelf: Shelf, marks: Callable[[], Marks]) -> dict[str, object]:
    shown = {first.target for first in marks().firsts}
    spoken = {m.target for p in one.document.paragraphs for m in one.mentions[p.id] if m.kind != "figure"}
    return {"cards": tuple(shelf.cards[target] for target in sorted(spoken - shown))}


def _more_path(one: Annotated) -> str:
    return f"documents/{one.id}.cards.js"


def _by_place(notes: Iterable[Note]) -> dict[str, tuple[Note, ...]]:
    places: dict[str, tuple[Note, ...]] = {}
    for note in notes:
        places[note.place] = (*places.get(note.place, ()), note)
    return places


def _run_in(one: Annotated) -> dict[str, list[Section]]:
    """Paragraph id ▸ its run-in headings."""
    headings: dict[str, list[Section]] = defaultdict(list)
    for section in one.document.sections:
        if section.run_in and section.paragraph:
            headings[section.paragraph].append(section)
    return headings


def _facts(record: Record) -> Iterator[tuple[str, str]]:
    who = "报告人" if record.kind in ("report", "digest") else "讲话人"
    if record.speaker:
        yield who, f"{record.speaker}（{record.role or '文中未注明职务'}）"
    if record.issuer:
        yield "发布", record.issuer
    if record.occasion:
        yield "场合", record.occasion
    yield "日期", say_date(record.date) + ("（文内未署日，编者推定）" if record.date_basis == "inferred" else "")
    if record.published_in:
        yield "刊载", record.published_in


def _warning(record: Record) -> str:
    """What a reader must know before quoting, in one note."""
    cautions = (
        (record.completeness == "digest", "本文为摘编，非全文：未见不等于没说。"),
        (record.begins_mid_text, "本文起首缺（原注：上接一版）。"),
        (record.transcription == "machine", "机器识读文本，字句与数字引用前请核对版面。"),
    )
    return "".join(words for applies, words in cautions if applies)


def _blocks(one: Annotated, marking: Marking) -> tuple[Block, ...]:
    headings = [section for section in one.document.sections if not section.run_in]
    depths = read_depths(headings)
    blocks: list[Block] = []
    lines: list[Line] = []
    heading: Section | None = None
    for paragraph in one.document.paragraphs:
        while headings and headings[0].lines <= paragraph.lines:
            blocks.append(_block(heading, depths, lines, marking))
            heading, lines = headings.pop(0), []
        id = paragraph.id.partition("#")[2]
        lines.append(Line(id, one.labels[paragraph.id], marking.paragraph(paragraph), gapes(paragraph.text)))
    blocks.append(_block(heading, depths, lines, marking))
    blocks += (_block(rest, depths, (), marking) for rest in headings)
    return tuple(block for block in blocks if block.heading or block.lines)


def _block(
    heading: Section | None, depths: Mapping[Section | None, int], lines: Iterable[Line], marking: Marking
) -> Block:
    return Block(heading, depths[heading], marking.heading(heading) if heading else "", tuple(lines))
