"""Pages of commitments: what a document promises, and a theme, with what answers it; and projects by their stages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_pages.addresses import document_path, relative
from build_pages.commitments.projects import Project, follow_projects
from build_pages.indicators.evidence import clause_span
from build_pages.model.commitment import Commitment
from build_pages.model.edition import Edition
from build_pages.model.page import Page
from build_pages.pages.atlas import Atlas, Spot, draw_atlas, name_document
from build_pages.pages.figures import say_period
from build_pages.pages.words import ANSWER, COMPARABILITY, STAGE, say_date

INDEX = "commitments/index.html"
UNTHEMED = "none"
"""What the addresses of pages and anchors call passages without a theme."""


@dataclass(frozen=True, slots=True)
class Told:
    """A value or passage in the words of its document; ``number`` is what of them is the value."""

    before: str
    number: str
    after: str
    source: Spot


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


def commitments_path(name: str) -> str:
    """The page of the commitments of a document or, as ``theme-<id>``, of a theme."""
    return f"commitments/{name}.html"


def commitment_pages(edition: Edition) -> Iterator[Page]:
    """The index, one page for each document and each theme that promises something, and the projects."""
    atlas, names = draw_atlas(edition), theme_names(edition)
    by_document: dict[str, list[Commitment]] = {one.id: [] for one in edition.documents}
    by_theme: dict[str, list[Commitment]] = {theme: [] for theme in names}
    for commitment in edition.commitments:
        by_document[_document(commitment)].append(commitment)
        by_theme[edition.codings[commitment.paragraph].theme or UNTHEMED].append(commitment)
    for document, found in by_document.items():
        if found:
            yield _document_page(document, found, edition, atlas, names)
    for theme, found in by_theme.items():
        if found:
            yield _theme_page(theme, found, edition, atlas, names)
    yield _index_page(by_document, by_theme, edition, atlas, names)


def theme_names(edition: Edition) -> Mapping[str, str]:
    """Theme id ▸ name in the order of the themes, with one for passages without a theme at the end."""
    return {theme.id: theme.name for theme in edition.library.themes} | {UNTHEMED: "主题未定"}


def tell(figure: str, edition_places: Atlas, page: str) -> Told:
    """A figure in the words of its clause."""
    place = figure.rpartition("-n")[0]
    one = edition_places.documents[place.partition("#")[0]]
    text, found = one.places[place].text, one.figures[figure]
    start, end = clause_span(text, found)
    return Told(
        text[start : found.start], text[found.start : found.end], text[found.end : end],
        edition_places.spot(place, page),
    )  # fmt: skip


def _document_page(
    document: str, found: Iterable[Commitment], edition: Edition, atlas: Atlas, names: Mapping[str, str]
) -> Page:
    record, path = atlas.record(document), commitments_path(document)
    grouped: dict[str, list[Commitment]] = {theme: [] for theme in names}
    for commitment in found:
        grouped[edition.codings[commitment.paragraph].theme or UNTHEMED].append(commitment)
    context = {
        "index": relative(INDEX, path),
        "kicker": say_date(record.date),
        "about": Spot(record.title, relative(document_path(document), path)),
        "groups": tuple(_groups(grouped, names, atlas, path)),
    }
    return Page(path, "commitments.md.j2", f"承诺：{name_document(record)}", context)


def _theme_page(
    theme: str, found: Iterable[Commitment], edition: Edition, atlas: Atlas, names: Mapping[str, str]
) -> Page:
    path = commitments_path(f"theme-{theme}")
    grouped: dict[str, list[Commitment]] = {one.id: [] for one in edition.documents}
    for commitment in found:
        grouped[_document(commitment)].append(commitment)
    titles = {one.id: name_document(one.document.record) for one in edition.documents}
    context = {
        "index": relative(INDEX, path), "kicker": "主题", "about": None,
        "groups": tuple(_groups(grouped, titles, atlas, path)),
    }  # fmt: skip
    return Page(path, "commitments.md.j2", f"承诺：{names[theme]}", context)


def _groups(
    grouped: Mapping[str, list[Commitment]], names: Mapping[str, str], atlas: Atlas, path: str
) -> Iterator[Group]:
    for id, found in grouped.items():
        if found:
            yield Group(id, names[id], tuple(_row(commitment, atlas, path) for commitment in found))


def _row(c: Commitment, atlas: Atlas, path: str) -> Row:
    stage = f"{STAGE[c.stage[0]]}（{c.stage[1]}）" if c.stage else ""
    told = None
    if c.answer_figure:
        told = tell(c.answer_figure, atlas, path)
    elif c.answer_paragraph:
        told = Told(c.answer_quote, "", "", atlas.spot(c.answer_paragraph, path))
    return Row(
        id=c.id.replace("#", "-"), said=_said(c, atlas, path), voice=c.voice if c.relayed else "",
        period=say_due(c.period), stage=stage, answer=ANSWER[c.answer],
        comparability=COMPARABILITY.get(c.comparability or "", ""), why=c.why, told=told,
        baseline=tell(c.baseline, atlas, path) if c.baseline else None,
    )  # fmt: skip


def say_due(period: str | None) -> str:
    """When a promise falls due, in the words of the page: 2026—2030年, 2026年10月."""
    return say_date(period) if period and "-" in period else say_period(period)


def _said(c: Commitment, atlas: Atlas, path: str) -> Told:
    source = atlas.spot(c.paragraph, path)
    if not c.figure:
        return Told(c.quote, "", "", source)
    figure = atlas.documents[_document(c)].figures[c.figure]
    start, end = figure.start - c.start, figure.end - c.start
    return Told(c.quote[:start], c.quote[start:end], c.quote[end:], source)


def _index_page(
    by_document: Mapping[str, list[Commitment]],
    by_theme: Mapping[str, list[Commitment]],
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
    projects = tuple(_project(project, atlas) for project in follow_projects(edition))
    return Page(
        INDEX, "commitments_index.md.j2", "承诺", {"documents": documents, "themes": themes, "projects": projects}
    )


def _counts(found: list[Commitment]) -> tuple[int, int]:
    """How many commitments have a number, and how many have none."""
    numbered = sum(commitment.figure is not None for commitment in found)
    return numbered, len(found) - numbered


def _project(project: Project, atlas: Atlas) -> tuple[str, tuple[tuple[str, str, Spot], ...]]:
    stops = [(STAGE[stop.stage], stop.quote, atlas.spot(stop.paragraph, INDEX)) for stop in project.stops]
    return project.name, tuple(stops)


def _document(commitment: Commitment) -> str:
    return commitment.paragraph.partition("#")[0]
