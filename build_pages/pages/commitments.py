"""Pages of commitments: what a document promises, and a theme, with what answers it; and projects by their stages."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from heapq import nlargest
from typing import NamedTuple

from build_pages.addresses import document_path, relative
from build_pages.commitments.projects import Project, follow_projects
from build_pages.indicators.evidence import clause_span, place_of_figure
from build_pages.model.commitment import Commitment
from build_pages.model.edition import Annotated, Edition
from build_pages.model.page import Page
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


class Told(NamedTuple):
    """A value or passage in the words of its document; ``number`` is what of them is the value."""

    before: str
    number: str
    after: str
    source: Spot


Find = Callable[[str], Spot]
"""Place ▸ what pages of commitments call it and how they lead there: alike on all of them, as they share a folder."""
Tell = Callable[[str], Told]
"""Figure ▸ the clause it stands in."""


class Row(NamedTuple):
    """A commitment as a page shows it, with what answers it and what it starts from.

    templates/commitments.md.j2 takes it apart in this order, and what is ``Told`` too.
    """

    id: str
    said: Told
    voice: str
    """Whose promise it is, where the document but relays it."""
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


Filed = Collection[tuple[str, Commitment]]
"""Commitments in the order of dates and of the text, each with the id of the heading it stands under."""
Tally = Counter[bool]
"""Whether a number is promised ▸ how many commitments."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the pages need of the edition, found once for all of them."""

    atlas: Atlas
    themes: Mapping[str, str]
    titles: Mapping[str, str]
    find: Find
    tell: Tell
    documents: Mapping[str, Tally]
    tallies: Mapping[str, Tally]
    """By theme."""
    last: Mapping[str, Filed]
    """Theme id ▸ the last commitments that speak of it, at most ``MOST``."""


def commitments_path(name: str) -> str:
    """The page of the commitments of a document or, as ``theme-<id>``, of a theme."""
    return f"commitments/{name}.html"


def commitment_pages(edition: Edition, keys: Keys = NO_KEYS) -> Iterator[Page]:
    """The index, one page for each document and each theme that promises something, and the projects."""
    shelf = _fill_shelf(edition)
    for one in edition.documents:
        if one.id in shelf.documents:
            yield Page(
                commitments_path(one.id), "commitments.md.j2", f"承诺：{shelf.titles[one.id]}",
                partial(_list_of_document, one, edition, shelf), key=keys.of_document(one, "commitments"),
            )  # fmt: skip
    for theme in shelf.tallies:
        path, title = commitments_path(f"theme-{theme}"), f"承诺：{shelf.themes[theme]}"
        yield Page(path, "commitments.md.j2", title, partial(_list_of_theme, theme, shelf))
    yield Page(INDEX, "commitments_index.md.j2", "承诺", partial(_list_all, edition, shelf))


def theme_names(edition: Edition) -> Mapping[str, str]:
    """Theme id ▸ name in the order of the themes, with one for passages without a theme at the end."""
    return {theme.id: theme.name for theme in edition.library.themes} | {UNTHEMED: "主题未定"}


def _fill_shelf(edition: Edition) -> Shelf:
    atlas, themes = draw_atlas(edition), theme_names(edition)
    titles = {one.id: name_document(one.document.record) for one in edition.documents}
    documents = dict[str, Tally]()
    tallies: dict[str, Tally] = {theme: Counter() for theme in themes}
    last: dict[str, deque[tuple[str, Commitment]]] = {theme: deque(maxlen=MOST) for theme in themes}
    for id, promised in edition.commitments.items():
        documents[id] = Counter(commitment.figure is not None for commitment in promised)
        for commitment in promised:
            theme = _theme(commitment, edition)
            tallies[theme][commitment.figure is not None] += 1
            last[theme].append((id, commitment))
    find: Find = lru_cache(_NEAR)(partial(atlas.spot, page=INDEX))
    tell = lru_cache(_NEAR)(partial(_tell, atlas.documents, find))
    return Shelf(atlas, themes, titles, find, tell, documents, {id: n for id, n in tallies.items() if n}, last)


def _list_of_document(one: Annotated, edition: Edition, shelf: Shelf) -> dict[str, object]:
    record = one.document.record
    found = [(_theme(commitment, edition), commitment) for commitment in edition.commitments[one.id]]
    about = Spot(record.title, relative(document_path(record.id), commitments_path(record.id)))
    groups = _group(found, shelf.themes, shelf)
    return {"kicker": say_date(record.date), "about": about, "groups": groups, "count": len(found), "shown": len(found)}


def _list_of_theme(theme: str, shelf: Shelf) -> dict[str, object]:
    shown = shelf.last[theme]
    groups, count = _group(shown, shelf.titles, shelf), shelf.tallies[theme].total()
    return {"kicker": "主题", "about": None, "groups": groups, "count": count, "shown": len(shown)}


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
    place = place_of_figure(figure)
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
        (Spot(shelf.titles[id], relative(commitments_path(id), INDEX)), count[True], count[False])
        for id, count in shelf.documents.items()
    ]
    themes = [
        (Spot(shelf.themes[id], relative(commitments_path(f"theme-{id}"), INDEX)), count[True], count[False])
        for id, count in shelf.tallies.items()
    ]
    followed = follow_projects(edition)
    projects = tuple(_project(project, shelf) for project in _list_newest(followed, shelf.atlas))
    return {"documents": documents, "themes": themes, "projects": projects, "followed": len(followed)}


def _list_newest(projects: Sequence[Project], atlas: Atlas) -> Iterator[Project]:
    """The projects that were spoken of last, at most ``MOST``, in their order."""
    newest = nlargest(MOST, enumerate(projects), lambda row: atlas.record(row[1].stops[-1].paragraph).date)
    return (project for _, project in sorted(newest))


def _project(project: Project, shelf: Shelf) -> tuple[str, tuple[tuple[str, str, Spot], ...]]:
    stops = [(STAGE[stop.stage], stop.quote, shelf.find(stop.paragraph)) for stop in project.stops]
    return project.name, tuple(stops)


def _theme(commitment: Commitment, edition: Edition) -> str:
    return edition.codings[commitment.paragraph].theme or UNTHEMED


def _document(commitment: Commitment) -> str:
    return commitment.paragraph.partition("#")[0]
