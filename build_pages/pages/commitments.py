"""Pages of commitments: what a document promises, and a theme, with what answers it; and projects by their stages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from heapq import nlargest

from build_pages.addresses import document_path, relative
from build_pages.commitments.projects import Project, follow_projects
from build_pages.indicators.evidence import clause_span
from build_pages.model.commitment import Commitment
from build_pages.model.edition import Annotated, Edition
from build_pages.model.page import Page
from build_pages.model.record import Record
from build_pages.pages.atlas import Atlas, Spot, draw_atlas, name_document
from build_pages.pages.figures import say_period
from build_pages.pages.keys import NO_KEYS, Keys
from build_pages.pages.words import ANSWER, COMPARABILITY, STAGE, say_date

INDEX = "commitments/index.html"
UNTHEMED = "none"
"""What the addresses of pages and anchors call passages without a theme."""
MOST = 400
"""Commitments that the page of a theme lists, and projects that the index lists; a document's page lists all."""

_NEAR = 4096
"""Places and figures that are told once for the pages that show them one after the other."""


@dataclass(frozen=True, slots=True)
class Told:
    """A value or passage in the words of its document; ``number`` is what of them is the value."""

    before: str
    number: str
    after: str
    source: Spot


Find = Callable[[str], Spot]
"""Place ▸ what pages of commitments call it and how they lead there: alike on all of them, as they share a folder."""
Tell = Callable[[str], Told]
"""Figure ▸ the clause it stands in."""


@dataclass(frozen=True, slots=True)
class Row:
    """A commitment as a page shows it, with what answers it and what it starts from."""

    id: str
    said: Told
    voice: str
    period: str
    stage: str
    answer: str
    comparability: str
    why: str
    told: Told | None
    baseline: Told | None


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading."""

    id: str
    name: str
    rows: tuple[Row, ...]


Filed = Sequence[tuple[str, Commitment]]
"""Commitments in the order of dates and of the text, each with the id of the heading it stands under."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the pages need of the edition, found once for all of them."""

    atlas: Atlas
    themes: Mapping[str, str]
    titles: Mapping[str, str]
    find: Find
    tell: Tell
    by_document: Mapping[str, Filed]
    by_theme: Mapping[str, Filed]


def commitments_path(name: str) -> str:
    """The page of the commitments of a document or, as ``theme-<id>``, of a theme."""
    return f"commitments/{name}.html"


def commitment_pages(edition: Edition, keys: Keys = NO_KEYS) -> Iterator[Page]:
    """The index, one page for each document and each theme that promises something, and the projects."""
    shelf = _fill_shelf(edition)
    for one in edition.documents:
        if found := shelf.by_document[one.id]:
            yield Page(
                commitments_path(one.id), "commitments.md.j2", f"承诺：{shelf.titles[one.id]}",
                partial(_list_of_document, one.document.record, found, shelf), key=keys.of_document(one, "commitments"),
            )  # fmt: skip
    for theme, found in shelf.by_theme.items():
        if found:
            path, title = commitments_path(f"theme-{theme}"), f"承诺：{shelf.themes[theme]}"
            yield Page(path, "commitments.md.j2", title, partial(_list_of_theme, found, shelf))
    yield Page(INDEX, "commitments_index.md.j2", "承诺", partial(_list_all, edition, shelf))


def theme_names(edition: Edition) -> Mapping[str, str]:
    """Theme id ▸ name in the order of the themes, with one for passages without a theme at the end."""
    return {theme.id: theme.name for theme in edition.library.themes} | {UNTHEMED: "主题未定"}


def _fill_shelf(edition: Edition) -> Shelf:
    atlas, themes = draw_atlas(edition), theme_names(edition)
    titles = {one.id: name_document(one.document.record) for one in edition.documents}
    by_document: dict[str, list[tuple[str, Commitment]]] = {document: [] for document in titles}
    by_theme: dict[str, list[tuple[str, Commitment]]] = {theme: [] for theme in themes}
    for commitment in edition.commitments:
        document, theme = _document(commitment), edition.codings[commitment.paragraph].theme or UNTHEMED
        by_document[document].append((theme, commitment))
        by_theme[theme].append((document, commitment))
    find: Find = lru_cache(_NEAR)(partial(atlas.spot, page=INDEX))
    tell = lru_cache(_NEAR)(partial(_tell, atlas.documents, find))
    return Shelf(atlas, themes, titles, find, tell, by_document, by_theme)


def _list_of_document(record: Record, found: Filed, shelf: Shelf) -> dict[str, object]:
    about = Spot(record.title, relative(document_path(record.id), commitments_path(record.id)))
    groups = _group(found, shelf.themes, shelf)
    return {"kicker": say_date(record.date), "about": about, "groups": groups, "count": len(found), "shown": len(found)}


def _list_of_theme(found: Filed, shelf: Shelf) -> dict[str, object]:
    shown = found[-MOST:]
    groups = _group(shown, shelf.titles, shelf)
    return {"kicker": "主题", "about": None, "groups": groups, "count": len(found), "shown": len(shown)}


def _group(found: Filed, names: Mapping[str, str], shelf: Shelf) -> tuple[Group, ...]:
    """Commitments under the names of their headings, headings in the order of ``names``."""
    grouped: dict[str, list[Row]] = {id: [] for id in names}
    for id, commitment in found:
        grouped[id].append(_row(commitment, shelf))
    return tuple(Group(id, names[id], tuple(rows)) for id, rows in grouped.items() if rows)


def _row(c: Commitment, shelf: Shelf) -> Row:
    stage = f"{STAGE[c.stage[0]]}（{c.stage[1]}）" if c.stage else ""
    told = None
    if c.answer_figure:
        told = shelf.tell(c.answer_figure)
    elif c.answer_paragraph:
        told = Told(c.answer_quote, "", "", shelf.find(c.answer_paragraph))
    return Row(
        id=c.id.replace("#", "-"), said=_said(c, shelf), voice=c.voice if c.relayed else "",
        period=say_due(c.period), stage=stage, answer=ANSWER[c.answer],
        comparability=COMPARABILITY.get(c.comparability or "", ""), why=c.why, told=told,
        baseline=shelf.tell(c.baseline) if c.baseline else None,
    )  # fmt: skip


def _tell(documents: Mapping[str, Annotated], find: Find, figure: str) -> Told:
    """A figure in the words of its clause."""
    place = figure.rpartition("-n")[0]
    one = documents[place.partition("#")[0]]
    text, found = one.places[place].text, one.figures[figure]
    start, end = clause_span(text, found)
    return Told(text[start : found.start], text[found.start : found.end], text[found.end : end], find(place))


def say_due(period: str | None) -> str:
    """When a promise falls due, in the words of the page: 2026—2030年, 2026年10月."""
    return say_date(period) if period and "-" in period else say_period(period)


def _said(c: Commitment, shelf: Shelf) -> Told:
    source = shelf.find(c.paragraph)
    if not c.figure:
        return Told(c.quote, "", "", source)
    figure = shelf.atlas.documents[_document(c)].figures[c.figure]
    start, end = figure.start - c.start, figure.end - c.start
    return Told(c.quote[:start], c.quote[start:end], c.quote[end:], source)


def _list_all(edition: Edition, shelf: Shelf) -> dict[str, object]:
    documents = [
        (Spot(shelf.titles[id], relative(commitments_path(id), INDEX)), *_counts(found))
        for id, found in shelf.by_document.items()
        if found
    ]
    themes = [
        (Spot(shelf.themes[id], relative(commitments_path(f"theme-{id}"), INDEX)), *_counts(found))
        for id, found in shelf.by_theme.items()
        if found
    ]
    followed = follow_projects(edition)
    projects = tuple(_project(project, shelf) for project in _list_newest(followed, shelf.atlas))
    return {"documents": documents, "themes": themes, "projects": projects, "followed": len(followed)}


def _counts(found: Filed) -> tuple[int, int]:
    """How many commitments have a number, and how many have none."""
    numbered = sum(commitment.figure is not None for _, commitment in found)
    return numbered, len(found) - numbered


def _list_newest(projects: Sequence[Project], atlas: Atlas) -> Iterator[Project]:
    """The projects that were spoken of last, at most ``MOST``, in their order."""
    newest = nlargest(MOST, enumerate(projects), lambda row: atlas.record(row[1].stops[-1].paragraph).date)
    return (project for _, project in sorted(newest))


def _project(project: Project, shelf: Shelf) -> tuple[str, tuple[tuple[str, str, Spot], ...]]:
    stops = [(STAGE[stop.stage], stop.quote, shelf.find(stop.paragraph)) for stop in project.stops]
    return project.name, tuple(stops)


def _document(commitment: Commitment) -> str:
    return commitment.paragraph.partition("#")[0]
