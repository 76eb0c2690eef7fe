"""提法变化: what is new, gone and reworded between the texts of a series, and what the archive cannot tell.

That a word is gone can be said only of a full text. That it is new can be said only when the text before it is full too
and none between the two is missing; otherwise the archive knows no more than where it sees the word first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import chain, pairwise
from typing import NamedTuple

from build_pages.addresses import relative
from build_pages.explain import explains
from build_pages.model.edition import Annotated, Edition
from build_pages.model.entry import RelationKind
from build_pages.model.mention import Mention
from build_pages.model.page import Page
from build_pages.pages.atlas import Atlas, Spot, draw_atlas, read_uses
from build_pages.pages.keys import NO_KEYS, Keys
from build_pages.pages.missing import list_gaps
from build_pages.pages.ties import Wording, weave_web
from build_pages.pages.words import CATEGORY

PATH = "glossary/changes.html"
TITLE = "提法变化"
MOST = 6
"""Later documents that a formulation is said to stand in still."""
_NEAR = 4096
"""Places that are found once for the rows that name them one after the other."""


class Changed(NamedTuple):
    """An entry that is new or gone: where it stands first in the text that has it, and where else it is still said.

    templates/_change.j2 takes it apart in this order.
    """

    name: Spot
    place: Spot
    uses: int
    """How many, in that text."""
    still: tuple[Spot, ...]
    """Later documents that use it, at most ``MOST``; ``further`` is how many more do."""
    further: int


class Listed(NamedTuple):
    """Entries that one of two texts has and the other has not: those that need explaining, and what all places say."""

    explained: list[Changed]
    common: list[Changed]


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
    new: Listed
    gone: Listed

    @property
    def certain(self) -> bool:
        """Whether what the earlier text lacks is new in the later one, and not merely seen there first."""
        return self.earlier_full and not self.between


@dataclass(frozen=True, slots=True)
class Changes:
    """All that the archive can tell of changing words, as one page shows it; ``runs`` lead to the other series."""

    reworded: tuple[Reworded, ...]
    comparisons: tuple[Comparison, ...]
    runs: tuple[Spot, ...] = ()


def change_pages(edition: Edition, keys: Keys = NO_KEYS) -> Iterator[Page]:
    """The page of changing formulations; where there are several series, one page for each beside it."""
    atlas, series = draw_atlas(edition), _read_series(edition)
    if len(series) < 2:
        yield _page(PATH, list_changes(edition, atlas, PATH))
        return
    paths = {id: f"glossary/changes-{id}.html" for id in series}
    runs = tuple(Spot(id, relative(path, PATH)) for id, path in paths.items())
    yield _page(PATH, Changes(list_reworded(edition, atlas, PATH), (), runs))
    open_reader = cache(partial(_open_reader, edition, atlas, PATH))
    for id, path in paths.items():
        key = keys.of_series(id, (one.id for one in series[id]))
        yield Page(path, "changes.md.j2", TITLE, partial(_follow, series[id], open_reader), key=key)


def _page(path: str, changes: Changes) -> Page:
    return Page(path, "changes.md.j2", TITLE, {"changes": changes})


def _follow(run: Sequence[Annotated], open_reader: Callable[[], _Reader]) -> dict[str, object]:
    return {"changes": Changes((), tuple(open_reader().compare(*pair) for pair in pairwise(run)))}


def list_changes(edition: Edition, atlas: Atlas, page: str) -> Changes:
    """What changed in all series, as links from ``page``."""
    reader = _open_reader(edition, atlas, page)
    pairs = chain.from_iterable(pairwise(run) for run in _read_series(edition).values())
    return Changes(list_reworded(edition, atlas, page), tuple(reader.compare(*pair) for pair in pairs))


def list_reworded(edition: Edition, atlas: Atlas, page: str) -> tuple[Reworded, ...]:
    """The entries of which another is a new wording, kind by kind."""
    web = weave_web(edition, atlas)
    return tuple(
        Reworded(relation.kind, web.pair(entry, atlas.entries[relation.to], page), relation.note)
        for kind in ("改提", "扩展", "缩略", "异文")
        for entry in edition.library.entries
        for relation in entry.relations
        if relation.kind == kind
    )


def find_last(edition: Edition, atlas: Atlas, page: str) -> Comparison | None:
    """The newest text of the last series against the one before it."""
    runs = [run for run in _read_series(edition).values() if len(run) > 1]
    return _open_reader(edition, atlas, page).compare(*runs[-1][-2:]) if runs else None


def _read_series(edition: Edition) -> dict[str, list[Annotated]]:
    """Series ▸ its texts in the order of dates."""
    series: dict[str, list[Annotated]] = {}
    for one in sorted(edition.documents, key=lambda one: one.document.record.series or ""):
        if id := one.document.record.series:
            series.setdefault(id, []).append(one)
    return series


@dataclass(frozen=True, slots=True)
class _Word:
    """A formulation as the rows of all comparisons name it; ``users`` are the documents that use it, by ``dates``."""

    name: Spot
    explained: bool
    rank: tuple[bool, int, str]
    """Its place in lists: what needs explaining first, then by category."""
    users: tuple[Spot, ...]
    dates: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Someone who lays the texts of a series side by side, to write on pages of the folder of ``page``."""

    edition: Edition
    atlas: Atlas
    page: str
    used: Callable[[str], Mapping[str, Sequence[Mention]]]
    """Document ▸ entry ▸ its uses there."""
    word: Callable[[str], _Word]
    """Entry ▸ what is said of it."""
    spot: Callable[[str], Spot]
    """Place ▸ what it is called and how the page leads there."""

    def compare(self, earlier: Annotated, later: Annotated) -> Comparison:
        """Two texts of a series set against each other."""
        one, other = earlier.document.record, later.document.record
        between = tuple(
            Spot(gap.missing.title, relative(gap.path, self.page))
            for gap in list_gaps(self.edition.library.missing)
            if gap.missing.series == one.series and one.date <= gap.missing.date <= other.date
        )
        certain = one.completeness == "full" and not between
        new = self._changed(later, earlier, before="" if certain else other.date[:4])
        gone = self._changed(earlier, later) if other.completeness == "full" else Listed([], [])
        return Comparison(
            self.spot(earlier.id), self.spot(later.id),
            one.completeness == "full", other.completeness == "full", between, new, gone,
        )  # fmt: skip

    def _changed(self, has: Annotated, lacks: Annotated, before: str = "") -> Listed:
        """Formulations in one text and not in the other; with ``before``, only those in no text of an earlier year."""
        here, date, entries = self.used(has.id), has.document.record.date, self.edition.entries
        words = {id: self.word(id) for id in here.keys() - self.used(lacks.id).keys() if entries[id].kind == "term"}
        found = sorted([
            (word.rank, -len(here[id]), word.name.text, id)
            for id, word in words.items()
            if word.dates[0][:4] >= before
        ])  # fmt: skip
        listed = Listed([], [])
        for *_, id in found:
            rows = listed.explained if words[id].explained else listed.common
            rows.append(self._row(words[id], here[id], date))
        return listed

    def _row(self, word: _Word, here: Sequence[Mention], date: str) -> Changed:
        after = bisect_right(word.dates, date)
        still = word.users[after : after + MOST]
        further = len(word.users) - after - len(still)
        return Changed(word.name, self.spot(here[0].paragraph), len(here), still, further)


def _open_reader(edition: Edition, atlas: Atlas, page: str) -> _Reader:
    usage, order = edition.library.usage, {category: n for n, category in enumerate(CATEGORY)}
    spot = lru_cache(maxsize=_NEAR)(lambda place: atlas.spot(place, page))

    def read_word(id: str) -> _Word:
        entry = edition.entries[id]
        users = dict.fromkeys(use.paragraph.partition("#")[0] for use in read_uses(edition, id))
        dates = [atlas.record(document).date for document in users]
        explained, category = explains(entry, usage), entry.category
        rank = (not explained, order.get(category, len(order)), category)
        return _Word(atlas.entry(id, page), explained, rank, tuple(map(spot, users)), dates)

    used = lru_cache(maxsize=2)(lambda id: _sort_uses(atlas.documents[id]))  # of a pair, one is in the next pair too
    return _Reader(edition, atlas, page, used, cache(read_word), spot)


def _sort_uses(one: Annotated) -> dict[str, list[Mention]]:
    """Entry ▸ its uses in a document; a short form inside a longer one of the same entry is no second use."""
    used: dict[str, list[Mention]] = defaultdict(list)
    for place in one.places:
        for mention in one.mentions[place]:
            if mention.kind != "figure" and mention.within != mention.target:
                used[mention.target].append(mention)
    return used
