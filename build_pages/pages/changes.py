"""提法变化: what is new, gone and reworded between the texts of a series, and what the archive cannot tell.

That a word is gone can be said only of a full text. That it is new can be said only when the text before it is full too
and none between the two is missing; otherwise the archive knows no more than where it sees the word first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from build_pages.addresses import relative
from build_pages.explain import explains
from build_pages.model.edition import Annotated, Edition
from build_pages.model.entry import Entry, RelationKind
from build_pages.model.mention import Mention
from build_pages.model.page import Page
from build_pages.pages.atlas import Atlas, Spot, draw_atlas, name_document, read_uses
from build_pages.pages.missing import list_gaps
from build_pages.pages.ties import Wording, weave_web
from build_pages.pages.words import CATEGORY

PATH = "glossary/changes.html"


@dataclass(frozen=True, slots=True)
class Changed:
    """An entry that is new or gone: where it stands first in the text that has it, and where else it is still said."""

    name: Spot
    place: Spot
    count: int
    still: tuple[Spot, ...]
    explained: bool
    category: str


@dataclass(frozen=True, slots=True)
class Reworded:
    """Two wordings of one thing, the older first, and what the entry says of it."""

    kind: RelationKind
    pair: tuple[Wording, Wording]
    note: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts of a series that follow each other in the archive. Lists that cannot be made are empty."""

    earlier: Spot
    later: Spot
    earlier_full: bool
    later_full: bool
    between: tuple[Spot, ...]
    new: tuple[Changed, ...]
    gone: tuple[Changed, ...]

    @property
    def certain(self) -> bool:
        """Whether what the earlier text lacks is new in the later one, and not merely seen there first."""
        return self.earlier_full and not self.between


@dataclass(frozen=True, slots=True)
class Changes:
    """All that the archive can tell of changing words, as one page shows it."""

    reworded: tuple[Reworded, ...]
    comparisons: tuple[Comparison, ...]


def change_pages(edition: Edition) -> Iterator[Page]:
    """The page of changing formulations."""
    yield Page(PATH, "changes.md.j2", "提法变化", {"changes": list_changes(edition, draw_atlas(edition), PATH)})


def list_changes(edition: Edition, atlas: Atlas, page: str) -> Changes:
    """What changed, as links from ``page``."""
    web = weave_web(edition, atlas)
    reworded = tuple(
        Reworded(relation.kind, web.pair(entry, atlas.entries[relation.to], page), relation.note)
        for kind in ("改提", "扩展", "缩略", "异文")
        for entry in edition.library.entries
        for relation in entry.relations
        if relation.kind == kind
    )
    return Changes(reworded, tuple(_Reader(edition, atlas, page).comparisons()))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Someone who lays the texts of a series side by side, to write on ``page``."""

    edition: Edition
    atlas: Atlas
    page: str

    def comparisons(self) -> Iterator[Comparison]:
        series = [one for one in self.edition.documents if one.document.record.series]
        series.sort(key=lambda one: (one.document.record.series or "", one.document.record.date))
        for _, run in groupby(series, key=lambda one: one.document.record.series):
            for earlier, later in pairwise(run):
                yield self._compare(earlier, later)

    def _compare(self, earlier: Annotated, later: Annotated) -> Comparison:
        one, other = earlier.document.record, later.document.record
        between = tuple(
            Spot(gap.missing.title, relative(gap.path, self.page))
            for gap in list_gaps(self.edition.library.missing)
            if gap.missing.series == one.series and one.date <= gap.missing.date <= other.date
        )
        certain = one.completeness == "full" and not between
        new = self._changed(later, earlier, before=None if certain else other.date[:4])
        gone = self._changed(earlier, later) if other.completeness == "full" else ()
        return Comparison(
            self.atlas.spot(earlier.id, self.page), self.atlas.spot(later.id, self.page),
            one.completeness == "full", other.completeness == "full", between, new, gone,
        )  # fmt: skip

    def _changed(self, has: Annotated, lacks: Annotated, before: str | None = None) -> tuple[Changed, ...]:
        """Formulations in one text and not in the other; with ``before``, only those in no text of an earlier year."""
        found = [
            self._entry(entry, has, uses)
            for entry in self.edition.library.entries
            if entry.kind == "term"
            and (uses := read_uses(self.edition, entry.id))
            and self._stands(uses, has) and not self._stands(uses, lacks)
            and not (before and any(self.atlas.record(use.paragraph).date[:4] < before for use in uses))
        ]  # fmt: skip
        order = [*CATEGORY, *(row.category for row in found)]
        return tuple(
            sorted(found, key=lambda row: (not row.explained, order.index(row.category), -row.count, row.name.text))
        )

    def _entry(self, entry: Entry, has: Annotated, uses: tuple[Mention, ...]) -> Changed:
        here = [use for use in uses if _document(use) == has.id]
        date = has.document.record.date
        later = dict.fromkeys(_document(use) for use in uses if self.atlas.record(use.paragraph).date > date)
        return Changed(
            self.atlas.entry(entry.id, self.page), self.atlas.spot(here[0].paragraph, self.page), len(here),
            tuple(Spot(name_document(self.atlas.record(id)), self.atlas.spot(id, self.page).url) for id in later),
            explains(entry, self.edition.library.usage), entry.category,
        )  # fmt: skip

    def _stands(self, uses: tuple[Mention, ...], one: Annotated) -> bool:
        return any(_document(use) == one.id for use in uses)


def _document(use: Mention) -> str:
    return use.paragraph.partition("#")[0]
