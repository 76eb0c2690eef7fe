"""The relations of an entry, its own and those that point at it, with pairs of wordings set against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from build_pages.model.edition import Edition
from build_pages.model.entry import Entry, Relation, RelationKind
from build_pages.pages.atlas import Atlas, Spot, read_uses
from build_pages.pages.words import say_date

PAIRED: frozenset[RelationKind] = frozenset({"改提", "扩展", "缩略", "异文"})
"""Kinds whose two wordings are shown one under the other."""
SYMMETRIC: frozenset[RelationKind] = frozenset({"并用", "呼应", "异文"})
ORDER: tuple[RelationKind, ...] = ("改提", "扩展", "缩略", "异文", "具体化", "并用", "呼应")
SAY: Mapping[tuple[RelationKind, bool], str] = {
    ("改提", True): "改提：旧语在上，新语在下", ("改提", False): "改提：旧语在上，新语在下",
    ("扩展", True): "扩展：由上语扩成下语", ("扩展", False): "扩展：由上语扩成下语",
    ("缩略", True): "缩略：上语略作下语", ("缩略", False): "缩略：上语略作下语",
    ("异文", True): "异文：用字不一，未必有意", ("异文", False): "异文：用字不一，未必有意",
    ("具体化", True): "具体化：所本", ("具体化", False): "具体化：见于",
    ("并用", True): "并用", ("并用", False): "并用", ("呼应", True): "呼应", ("呼应", False): "呼应",
}  # fmt: skip
"""Kind, and whether the entry itself states it ▸ the words of the page."""

Runs = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """One of a pair: its characters in runs, true where they differ from the other's; when the archive uses it."""

    runs: Runs
    when: str
    years: str
    url: str
    here: bool


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation as one of its two entries shows it; ``pair`` holds the wordings in order, or nothing."""

    say: str
    relation: Relation
    other: Spot
    owner: Entry
    pair: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Web:
    """All relations of an edition: entry id ▸ those that point at it."""

    atlas: Atlas
    edition: Edition
    incoming: Mapping[str, tuple[tuple[Entry, Relation], ...]]

    def ties(self, entry: Entry, page: str) -> tuple[Tie, ...]:
        """The relations of an entry both ways, each told once."""
        found = sorted(self._around(entry), key=lambda row: (ORDER.index(row[1].kind), row[0] is not entry))
        return tuple(self._tie(entry, owner, relation, page) for owner, relation in found)

    def neighbours(self, entry: Entry) -> Iterator[str]:
        """The ids of the entries that a relation leads to, or comes from."""
        yield from (relation.to for relation in entry.relations)
        yield from (owner.id for owner, _ in self.incoming.get(entry.id, ()))

    def pair(self, newer: Entry, older: Entry, page: str, here: Entry | None = None) -> tuple[Wording, Wording]:
        """Two wordings with their differences, the older first."""
        left, right = differ(older.name, newer.name)
        return self._wording(older, left, page, here), self._wording(newer, right, page, here)

    def _around(self, entry: Entry) -> Iterator[tuple[Entry, Relation]]:
        for relation in entry.relations:
            yield entry, relation
        own = {(relation.kind, relation.to) for relation in entry.relations}
        for owner, relation in self.incoming.get(entry.id, ()):
            if relation.kind not in SYMMETRIC or (relation.kind, owner.id) not in own:
                yield owner, relation

    def _tie(self, entry: Entry, owner: Entry, relation: Relation, page: str) -> Tie:
        target = self.atlas.entries[relation.to]
        other = target if owner is entry else owner
        pair = self.pair(owner, target, page, entry) if relation.kind in PAIRED else ()
        return Tie(SAY[relation.kind, owner is entry], relation, self.atlas.entry(other.id, page), owner, pair)

    def _wording(self, entry: Entry, runs: Runs, page: str, here: Entry | None) -> Wording:
        when = say_span(self.edition, self.atlas, entry.id)
        years = say_span(self.edition, self.atlas, entry.id, whole=False)
        return Wording(runs, when, years, self.atlas.entry(entry.id, page).url, entry is here)


def weave_web(edition: Edition, atlas: Atlas) -> Web:
    """The relations of an edition, by the entry they point at."""
    incoming: dict[str, tuple[tuple[Entry, Relation], ...]] = {}
    for entry in edition.library.entries:
        for relation in entry.relations:
            incoming[relation.to] = (*incoming.get(relation.to, ()), (entry, relation))
    return Web(atlas, edition, incoming)


def say_span(edition: Edition, atlas: Atlas, id: str, *, whole: bool = True) -> str:
    """First and last date of an entry's uses in the archive: 2023年12月—2024年2月3日, or the years alone: 2023—2024."""
    dates = [atlas.record(use.paragraph).date for use in read_uses(edition, id)]
    if not dates:
        return "现存文本中未见"
    first, last = (say_date(date) if whole else date[:4] for date in (min(dates), max(dates)))
    return first if first == last else f"{first}—{last}"


def differ(one: str, other: str) -> tuple[Runs, Runs]:
    """Two wordings as runs of characters, true where they differ from each other."""
    left: list[tuple[str, bool]] = []
    right: list[tuple[str, bool]] = []
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if b > a:
            left.append((one[a:b], tag != "equal"))
        if d > c:
            right.append((other[c:d], tag != "equal"))
    return tuple(left), tuple(right)
