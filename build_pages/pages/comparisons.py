"""Pages of comparisons: two passages side by side in rows by subject, with the grounds of each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from build_pages.addresses import document_path, indicator_path, relative
from build_pages.comparisons import align, read_side
from build_pages.find.segment import read_boundaries
from build_pages.model.comparison import Comparison, Ground, Row, Sentence
from build_pages.model.edition import Edition
from build_pages.model.page import Page
from build_pages.pages.atlas import Atlas, Spot, draw_atlas
from build_pages.pages.commitments import UNTHEMED, theme_names
from build_pages.pages.ties import Runs, differ
from build_pages.pages.words import GROUND, UNSAID

INDEX = "comparisons/index.html"
NEAR = 0.5
"""Share of words in common from which two sentences are shown with what differs between them."""
PRIVATE = 0xE000
"""Where Unicode's private use area begins: while words are compared, each is one character of it."""
OPENING = 12
"""Characters of a sentence that name a row where neither grounds nor a heading do."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence on one side, its differing words apart; the last of a paragraph's says where they stand."""

    runs: Runs
    source: Spot | None


@dataclass(frozen=True, slots=True)
class Line:
    """A row as the page shows it: ``links`` to what both sides share name it, or ``subject`` where there are none."""

    id: str
    subject: str
    ground: str
    links: tuple[Spot, ...]
    left: tuple[Said, ...]
    right: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of a theme."""

    id: str
    name: str
    lines: tuple[Line, ...]


def comparison_path(comparison: Comparison) -> str:
    """The page of a comparison."""
    return f"comparisons/{comparison.id}.html"


def list_comparisons(edition: Edition, document: str, page: str) -> tuple[Spot, ...]:
    """The comparisons that a document has a side in."""
    return tuple(
        Spot(one.title, relative(comparison_path(one), page))
        for one in edition.library.comparisons
        if document in (one.left.document, one.right.document)
    )


def comparison_pages(edition: Edition) -> Iterator[Page]:
    """The index, and one page for each comparison."""
    listed: list[tuple[Spot, str, int]] = []
    if edition.library.comparisons:
        atlas, codings = draw_atlas(edition), edition.sentences
        for one in edition.library.comparisons:
            left, right = (read_side(edition, side, codings) for side in (one.left, one.right))
            rows = align(left, right, one.corrections)
            paired = sum(row.ground is not None for row in rows)
            listed.append((Spot(one.title, relative(comparison_path(one), INDEX)), one.limits, paired))
            yield _page(one, rows, paired, edition, atlas)
    yield Page(INDEX, "comparisons.md.j2", "对照", {"comparisons": listed})


def _page(one: Comparison, rows: Sequence[Row], paired: int, edition: Edition, atlas: Atlas) -> Page:
    path = comparison_path(one)
    names = theme_names(edition)
    grouped: dict[str, list[Line]] = {theme: [] for theme in names}
    for n, row in enumerate(rows, 1):
        grouped[row.theme or UNTHEMED].append(_line(n, row, edition, atlas, path))
    completeness = [atlas.record(side.document).completeness for side in (one.left, one.right)]
    context = {
        "index": relative(INDEX, path),
        "limits": one.limits,
        "paired": paired,
        "heads": tuple(
            Spot(side.label, relative(document_path(side.document), path)) for side in (one.left, one.right)
        ),
        "unsaid": tuple(UNSAID[kind] for kind in completeness),
        "blocks": tuple(Block(theme, names[theme], tuple(lines)) for theme, lines in grouped.items() if lines),
    }
    return Page(path, "comparison.md.j2", one.title, context)


def _line(n: int, row: Row, edition: Edition, atlas: Atlas, path: str) -> Line:
    left, right = _runs(row)
    return Line(
        f"r{n}",
        row.subject or _name((*row.left, *row.right)[0]),
        GROUND[row.ground.kind] if row.ground else "",
        _links(row.ground, edition, atlas, path) if row.ground else (),
        tuple(_said(row.left, left, atlas, path)),
        tuple(_said(row.right, right, atlas, path)),
    )


def _name(sentence: Sentence) -> str:
    """What a sentence is about: its heading, or how it begins."""
    return sentence.heading.rstrip("。") or sentence.text[:OPENING] + "…"


def _said(sentences: Sequence[Sentence], runs: Sequence[Runs], atlas: Atlas, path: str) -> Iterator[Said]:
    last = {sentence.paragraph: n for n, sentence in enumerate(sentences)}
    for n, (sentence, words) in enumerate(zip(sentences, runs, strict=True)):
        yield Said(words, atlas.spot(sentence.paragraph, path) if last[sentence.paragraph] == n else None)


def _links(ground: Ground, edition: Edition, atlas: Atlas, path: str) -> tuple[Spot, ...]:
    """What the two sides share, linked, indicators in the order of their file; nothing for the other grounds."""
    if ground.kind == "indicator":
        shared = [indicator for indicator in edition.library.indicators if indicator.id in ground.targets]
        return tuple(Spot(indicator.name, relative(indicator_path(indicator.id), path)) for indicator in shared)
    return tuple(atlas.entry(id, path) for id in ground.targets)


def _runs(row: Row) -> tuple[list[Runs], list[Runs]]:
    """The sentences of both sides; of a near-identical pair, what differs is set apart."""
    if len(row.left) == len(row.right) == 1:
        pair = differ_words(row.left[0].text, row.right[0].text)
        if pair:
            return [pair[0]], [pair[1]]
    return [_plain(s) for s in row.left], [_plain(s) for s in row.right]


def _plain(sentence: Sentence) -> Runs:
    return ((sentence.text, False),)


def differ_words(one: str, other: str) -> tuple[Runs, Runs] | None:
    """Two sentences as runs of whole words, true where they differ; None where they have too little in common."""
    codes: dict[str, str] = {}
    a, b = (
        "".join(codes.setdefault(word, chr(PRIVATE + len(codes))) for word in _words(text)) for text in (one, other)
    )
    if SequenceMatcher(None, a, b, autojunk=False).ratio() < NEAR:
        return None
    words = {code: word for word, code in codes.items()}
    left, right = differ(a, b)
    return _decode(left, words), _decode(right, words)


def _words(text: str) -> Iterator[str]:
    return (text[start:end] for start, end in pairwise(sorted(read_boundaries(text))))


def _decode(runs: Runs, words: dict[str, str]) -> Runs:
    return tuple(("".join(words[code] for code in codes), differs) for codes, differs in runs)
