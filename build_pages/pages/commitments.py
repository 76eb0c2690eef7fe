"""Pages of commitments: what a document promises, and a theme, with what answers it; and projects by their stages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from heapq import nlargest

from build_pages.addresses import document_path, relative
from build_pages.commitments.projects import Project, follow_projects
from build_pages.indicators.evidence import clause_span
from build_pages.model.commitment import Commitment
from build_pages.model.edition import Annotated, Edition
from build_pages.model.page import Page
from build_pages.pages.atlas import Atlas, Spot, draw_atlas, name_document
from build_pages.pages.figures import say_period
from build_pages.pages.words import ANSWER, COMPARABILITY, STAGE, say_date

INDEX = "commitments/index.html"
UNTHEMED = "none"
"""What the addresses of pages and anchors call passages without a theme."""
MOST = 400
"""Commitments that the page of a theme lists, and projects that the index lists; a document's page lists all."""


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
class Entered:
    """A commitment as the pages list it: under its document, under its theme, and in what row."""

    document: str
    theme: str
    numbered: bool
    row: Row


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading."""

    id: str
    name: str
    rows: tuple[Row, ...]


def commitments_path(name: str) -> str:
    """The page of the commitments of a document or, as ``theme-<id>``, of a theme."""
    return f"commitments/{name}.html"


def commitment_pages(edition: Edition) -> Iterator[Page]:
    """The index, one page for each document and each theme that promises something, and the projects."""
    atlas, names = draw_atlas(edition), theme_names(edition)
    titles = {one.id: name_document(one.document.record) for one in edition.documents}
    by_document: dict[str, list[Entered]] = {document: [] for document in titles}
    by_theme: dict[str, list[Entered]] = {theme: [] for theme in names}
    for one in _enter(edition, atlas):
        by_document[one.document].append(one)
        by_theme[one.theme].append(one)
    for document, found in by_document.items():
        if found:
            yield _document_page(document, found, atlas, names)
    for theme, found in by_theme.items():
        if found:
            yield _theme_page(theme, found, titles, names)
    yield _index_page(by_document, by_theme, edition, atlas, names)


def theme_names(edition: Edition) -> Mapping[str, str]:
    """Theme id ▸ name in the order of the themes, with one for passages without a theme at the end."""
    return {theme.id: theme.name for theme in edition.library.themes} | {UNTHEMED: "主题未定"}


def _enter(edition: Edition, atlas: Atlas) -> Iterator[Entered]:
    """The commitments in the order of dates and of the text, each with the one row that all pages show."""
    find: Find = cache(partial(atlas.spot, page=INDEX))
    tell: Tell = cache(partial(_tell, atlas.documents, find))
    for c in edition.commitments:
        theme = edition.codings[c.paragraph].theme or UNTHEMED
        yield Entered(_document(c), theme, c.figure is not None, _row(c, atlas.documents, find, tell))


def _document_page(document: str, found: Sequence[Entered], atlas: Atlas, names: Mapping[str, str]) -> Page:
    record, path = atlas.record(document), commitments_path(document)
    groups = _group(((one.theme, one.row) for one in found), names)
    about = Spot(record.title, relative(document_path(document), path))
    context = {
        "kicker": say_date(record.date),
        "about": about,
        "groups": groups,
        "count": len(found),
        "shown": len(found),
    }
    return Page(path, "commitments.md.j2", f"承诺：{name_document(record)}", context)


def _theme_page(theme: str, found: Sequence[Entered], titles: Mapping[str, str], names: Mapping[str, str]) -> Page:
    shown = found[-MOST:]
    groups = _group(((one.document, one.row) for one in shown), titles)
    context = {"kicker": "主题", "about": None, "groups": groups, "count": len(found), "shown": len(shown)}
    return Page(commitments_path(f"theme-{theme}"), "commitments.md.j2", f"承诺：{names[theme]}", context)


def _group(rows: Iterable[tuple[str, Row]], names: Mapping[str, str]) -> tuple[Group, ...]:
    """Rows under the names of their headings, headings in the order of ``names``."""
    grouped: dict[str, list[Row]] = {id: [] for id in names}
    for id, row in rows:
        grouped[id].append(row)
    return tuple(Group(id, names[id], tuple(found)) for id, found in grouped.items() if found)


def _row(c: Commitment, documents: Mapping[str, Annotated], find: Find, tell: Tell) -> Row:
    stage = f"{STAGE[c.stage[0]]}（{c.stage[1]}）" if c.stage else ""
    told = None
    if c.answer_figure:
        told = tell(c.answer_figure)
    elif c.answer_paragraph:
        told = Told(c.answer_quote, "", "", find(c.answer_paragraph))
    return Row(
        id=c.id.replace("#", "-"), said=_said(c, documents, find), voice=c.voice if c.relayed else "",
        period=say_due(c.period), stage=stage, answer=ANSWER[c.answer],
        comparability=COMPARABILITY.get(c.comparability or "", ""), why=c.why, told=told,
        baseline=tell(c.baseline) if c.baseline else None,
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


def _said(c: Commitment, documents: Mapping[str, Annotated], find: Find) -> Told:
    source = find(c.paragraph)
    if not c.figure:
        return Told(c.quote, "", "", source)
    figure = documents[_document(c)].figures[c.figure]
    start, end = figure.start - c.start, figure.end - c.start
    return Told(c.quote[:start], c.quote[start:end], c.quote[end:], source)


def _index_page(
    by_document: Mapping[str, Sequence[Entered]],
    by_theme: Mapping[str, Sequence[Entered]],
    edition: Edition,
    atlas: Atlas,
    names: Mapping[str, str],
) -> Page:
    documents = [
        (Spot(name_document(atlas.record(id)), relative(commitments_path(id), INDEX)), *_counts(found))
        for id, found in by_document.items()
        if found
    ]
    themes = [
        (Spot(names[id], relative(commitments_path(f"theme-{id}"), INDEX)), *_counts(found))
        for id, found in by_theme.items()
        if found
    ]
    followed = follow_projects(edition)
    projects = tuple(_project(project, atlas) for project in _list_newest(followed, atlas))
    context = {"documents": documents, "themes": themes, "projects": projects, "followed": len(followed)}
    return Page(INDEX, "commitments_index.md.j2", "承诺", context)


def _counts(found: Sequence[Entered]) -> tuple[int, int]:
    """How many commitments have a number, and how many have none."""
    numbered = sum(one.numbered for one in found)
    return numbered, len(found) - numbered


def _list_newest(projects: Sequence[Project], atlas: Atlas) -> Iterator[Project]:
    """The projects that were spoken of last, at most ``MOST``, in their order."""
    newest = nlargest(MOST, enumerate(projects), lambda row: atlas.record(row[1].stops[-1].paragraph).date)
    return (project for _, project in sorted(newest))


def _project(project: Project, atlas: Atlas) -> tuple[str, tuple[tuple[str, str, Spot], ...]]:
    stops = [(STAGE[stop.stage], stop.quote, atlas.spot(stop.paragraph, INDEX)) for stop in project.stops]
    return project.name, tuple(stops)


def _document(commitment: Commitment) -> str:
    return commitment.paragraph.partition("#")[0]
