"""Sentences of two sides to rows: by a person's word, then shared indicators, shared formulations, theme and wording.

A sentence stands in one row only. What a person aligned is left out of all that follows; the surer ground goes first,
and sentences it aligned are not looked at again for a weaker one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from build_pages.comparisons.likeness import Likeness, common_words
from build_pages.model.comparison import Correction, Ground, GroundKind, Row, Sentence

ALIKE = 0.13
"""Likeness from which two sentences of one theme are aligned by their wording, that of their headings counted in."""
PLAINLY = 0.35
"""Likeness of wording from which the theme need not agree."""
HEADING = 0.15
"""What the likeness of headings adds at most."""
LEAST = 0.1
"""Likeness of wording that formulations need beside them, were they used in many places."""


@dataclass(slots=True)
class _Bond:
    """A row in the making."""

    kind: GroundKind
    members: tuple[list[Sentence], list[Sentence]]
    targets: dict[str, None] = field(default_factory=dict)
    subject: str = ""


@dataclass(frozen=True, slots=True)
class _Edge:
    """Two sentences that may stand in one row, and how surely."""

    sure: float
    left: Sentence
    right: Sentence
    targets: frozenset[str] = frozenset()
    subject: str = ""


def align(left: Sequence[Sentence], right: Sequence[Sentence], corrections: Iterable[Correction] = ()) -> list[Row]:
    """The rows of two sides: aligned ones in the order of the left side, then what each says alone.

    Sentences of one paragraph and theme that nothing answers share a row.
    """
    said = tuple(corrections)
    alike = Likeness((*left, *right))
    apart = {(a, b) for one in said if one.apart for a, b in _meant(one, left, right)}
    bonds: list[_Bond] = []
    placed: dict[Sentence, _Bond] = {}
    together = [
        _Edge(1, a, b, subject=one.subject) for one in said if not one.apart for a, b in _meant(one, left, right)
    ]
    _bind("editor", together, bonds, placed)
    ways: tuple[tuple[GroundKind, Callable[..., Iterator[_Edge]]], ...] = (
        ("indicator", _by_indicator), ("entry", _by_entry), ("wording", _by_wording),
    )  # fmt: skip
    for kind, find in ways:
        free = [[s for s in side if s not in placed] for side in (left, right)]
        edges = [edge for edge in find(free[0], free[1], alike) if (edge.left, edge.right) not in apart]
        _bind(kind, edges, bonds, placed)
    order = {sentence: n for n, sentence in enumerate((*left, *right))}
    rows = [_row(bond, order) for bond in bonds]
    rows.sort(key=lambda row: order[row.left[0]])
    return [*rows, *_alone(left, placed, True), *_alone(right, placed, False)]


def _meant(one: Correction, left: Sequence[Sentence], right: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """The pairs of sentences that a correction bears on."""
    for a in left:
        if a.paragraph == one.left and a.text.startswith(one.left_quote):
            for b in right:
                if b.paragraph == one.right and b.text.startswith(one.right_quote):
                    yield a, b


def _bind(kind: GroundKind, edges: Iterable[_Edge], bonds: list[_Bond], placed: dict[Sentence, _Bond]) -> None:
    """Make rows of edges, the surest first; wording alone puts but one sentence of each side in a row."""
    several = kind != "wording"
    for edge in sorted(edges, key=lambda edge: -edge.sure):
        a, b = placed.get(edge.left), placed.get(edge.right)
        if (a and b) or ((a or b) and not several):
            continue
        bond = a or b
        if bond is None:
            bond = _Bond(kind, ([], []))
            bonds.append(bond)
        for side, sentence in enumerate((edge.left, edge.right)):
            if sentence not in placed:
                bond.members[side].append(sentence)
                placed[sentence] = bond
        bond.targets |= dict.fromkeys(sorted(edge.targets))
        bond.subject = bond.subject or edge.subject


def _by_indicator(left: Sequence[Sentence], right: Sequence[Sentence], alike: Likeness) -> Iterator[_Edge]:
    for a in left:
        for b in right:
            if shared := a.indicators & b.indicators:
                yield _Edge(len(shared) + alike.text(a, b), a, b, shared)


def _by_entry(left: Sequence[Sentence], right: Sequence[Sentence], alike: Likeness) -> Iterator[_Edge]:
    """Formulations count by how few sentences of either side use them, and only where theme or wording agree."""
    uses = [Counter(id for sentence in side for id in sentence.entries) for side in (left, right)]
    for a in left:
        for b in right:
            if shared := a.entries & b.entries:
                rare = sum(1 / (uses[0][id] * uses[1][id]) for id in shared)
                likeness = alike.text(a, b)
                if likeness >= LEAST and (a.theme == b.theme or likeness >= PLAINLY):
                    yield _Edge(rare + likeness, a, b, shared)


def _by_wording(left: Sequence[Sentence], right: Sequence[Sentence], alike: Likeness) -> Iterator[_Edge]:
    for a in left:
        for b in right:
            likeness = alike.text(a, b)
            total = likeness + HEADING * alike.heading(a, b)
            if likeness >= PLAINLY or (a.theme == b.theme and total >= ALIKE):
                yield _Edge(total, a, b, subject=common_words(a.text, b.text))


def _row(bond: _Bond, order: Mapping[Sentence, int]) -> Row:
    left, right = (sorted(side, key=lambda sentence: order[sentence]) for side in bond.members)
    return Row(left, right, left[0].theme, Ground(bond.kind, tuple(bond.targets)), bond.subject)


def _alone(side: Sequence[Sentence], placed: Mapping[Sentence, _Bond], is_left: bool) -> Iterator[Row]:
    """Rows of one side only, a paragraph's sentences of one theme each."""
    groups: dict[tuple[str, str | None], list[Sentence]] = {}
    for sentence in side:
        if sentence not in placed:
            groups.setdefault((sentence.paragraph, sentence.theme), []).append(sentence)
    for (_, theme), held in groups.items():
        yield Row(held, (), theme) if is_left else Row((), held, theme)
