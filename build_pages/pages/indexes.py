"""The home page and the lists of documents, from which everything is three clicks away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from build_pages.addresses import document_path, relative
from build_pages.model.edition import Annotated, Edition
from build_pages.model.page import Page
from build_pages.model.record import Missing, Record
from build_pages.pages.atlas import Atlas, Spot, draw_atlas
from build_pages.pages.changes import Changed, Reworded, find_last, list_reworded
from build_pages.pages.figures import figures_path
from build_pages.pages.headline import make_headline
from build_pages.pages.missing import INDEX, Gap, list_gaps
from build_pages.pages.words import COMPLETENESS, KIND, say_date

HOME = "index.html"
ROWS = 12
"""Documents on the home page; the others are on the index of documents."""
LINE = 24
"""Characters of a title that fit in a line."""
LINES = 5
"""Changes on the home page."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A document on a list; ``held`` is false for one that is missing, which leads to what is known of it.

    ``name`` is a title short enough for a line that tells it from others like it; ``title`` is the whole one, or the
    name where several documents have the same.
    """

    id: str
    title: str
    name: str
    kind: str
    completeness: str
    date: str
    day: str
    who: str
    url: str
    held: bool = True
    begins_mid_text: bool = False
    series: bool = False
    subtitle: str = ""
    english: str = ""
    figures: int = 0
    figures_url: str = ""
    answers: str = ""
    evidence: tuple[Spot, ...] = ()


def index_pages(edition: Edition) -> Iterator[Page]:
    """Home, the index of documents and the index of figures."""
    atlas = draw_atlas(edition)
    yield Page(HOME, "home.md.j2", edition.library.archive.title, _home(edition, atlas))
    for path, template, title in (
        (INDEX, "documents.md.j2", "文件"), ("figures/index.html", "figures_index.md.j2", "数据"),
    ):  # fmt: skip
        listed = list_documents(edition, atlas, path)
        yield Page(path, template, title, {"years": _years(listed), "missing": len(edition.library.missing)})


def _home(edition: Edition, atlas: Atlas) -> dict[str, object]:
    listed = list_documents(edition, atlas, HOME)
    shown = [one for one in listed if one.held or one.series][:ROWS]
    reworded = [one for one in list_reworded(edition, atlas, HOME) if one.kind == "改提"][:2]
    last = find_last(edition, atlas, HOME)
    new = last.new.explained[: (LINES - len(reworded)) // 2 + 1] if last else []
    told = {wording.url for one in reworded for wording in one.pair}
    gone = [row for row in last.gone.explained if not row.still and row.name.url not in told] if last else []
    return {
        "archive": edition.library.archive,
        "examples": tuple(_examples(edition, atlas)),
        "years": _years(tuple(shown)),
        "held": len(edition.documents),
        "missing": len(edition.library.missing),
        "headline": make_headline(edition, HOME),
        "changes": _lines(reworded, new, gone),
        "comparison": last,
    }


def _lines(
    reworded: list[Reworded], new: list[Changed], gone: list[Changed]
) -> tuple[tuple[str, Reworded | Changed], ...]:
    """The kind of each change and the change, as many as the home page has room for."""
    rows: list[tuple[str, Reworded | Changed]] = [("reworded", one) for one in reworded]
    rows += [("new", one) for one in new]
    rows = rows[: LINES - 1] if gone else rows
    rows += [("gone", one) for one in gone]
    return tuple(rows[:LINES])


def _examples(edition: Edition, atlas: Atlas) -> Iterator[Spot]:
    """Searches to try; one that is the wording of an entry leads straight to it."""
    for words in edition.library.archive.examples:
        entry = atlas.forms.get(words)
        yield Spot(words, atlas.entry(entry.id, HOME).url if entry else "")


def list_documents(edition: Edition, atlas: Atlas, page: str) -> tuple[Listed, ...]:
    """The documents held, and in their places those known and not held, newest first."""
    rows = [_held(one, page) for one in edition.documents]
    rows += [_not_held(gap, atlas, page) for gap in list_gaps(edition.library.missing)]
    titles = Counter(row.title for row in rows)
    rows = [replace(row, title=row.name) if titles[row.title] > 1 else row for row in rows]
    return tuple(sorted(rows, key=lambda row: (row.date, row.held, row.title), reverse=True))


def _not_held(gap: Gap, atlas: Atlas, page: str) -> Listed:
    one = gap.missing
    return Listed(
        gap.id, one.title, _name(one), KIND[one.kind], "未收", one.date, _day(one.date), "", relative(gap.path, page),
        held=False, series=bool(one.series), answers=one.answers,
        evidence=tuple(atlas.spot(key, page) if atlas.holds(key) else Spot(key) for key in one.evidence),
    )  # fmt: skip


def _held(one: Annotated, page: str) -> Listed:
    record = one.document.record
    return Listed(
        one.id, record.title, _name(record), KIND[record.kind], COMPLETENESS[record.completeness], record.date,
        _day(record.date), record.speaker or record.issuer or "", relative(document_path(one.id), page),
        begins_mid_text=record.begins_mid_text, series=bool(record.series), subtitle=record.subtitle,
        english=record.english, figures=len(one.figures), figures_url=relative(figures_path(one.id), page),
    )  # fmt: skip


def _name(one: Record | Missing) -> str:
    """A document on one line: its title, with the year where a series has one title, or what lists call it."""
    if one.series and one.year and str(one.year) not in one.title:
        return f"{one.year}年{one.title}"
    return one.title if len(one.title) <= LINE or isinstance(one, Missing) else one.short or one.title


def _years(listed: tuple[Listed, ...]) -> tuple[tuple[str, tuple[Listed, ...]], ...]:
    return tuple((year, tuple(rows)) for year, rows in groupby(listed, key=lambda row: row.date[:4]))


def _day(date: str) -> str:
    """Month and day of a date within its year: 2月6日, 2月, or nothing."""
    return say_date(date).partition("年")[2]
