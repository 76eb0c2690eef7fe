"""The sentences of one side of a comparison, with what they can be aligned by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from build_pages.explain import explains
from build_pages.indicators.evidence import place_of_figure
from build_pages.model.comparison import Sentence, Side
from build_pages.model.edition import Annotated, Edition
from build_pages.model.text import Section
from build_pages.model.theme import Coded

Coding = Mapping[str, tuple[tuple[int, int, Coded], ...]]

FEW = 4
"""Uses in the archive up to which a formulation tells its subject though it needs no explaining."""


def read_side(edition: Edition, side: Side, codings: Coding) -> tuple[Sentence, ...]:
    """The sentences of a side in the order of the text; run-in headings are no sentences of their own.

    ``codings`` are those of every sentence (``Edition.sentences``).
    """
    one = next(one for one in edition.documents if one.id == side.document)
    telling = read_telling(edition)
    return tuple(_sentences(one, side, codings, edition.ties, telling))


def read_telling(edition: Edition) -> frozenset[str]:
    """The entries that tell what a sentence is about: those that need explaining, and those of few uses; no persons."""
    usage, uses = edition.library.usage, edition.uses
    return frozenset(
        entry.id
        for entry in edition.library.entries
        if entry.kind != "person" and (explains(entry, usage) or len(uses.get(entry.id, ())) <= FEW)
    )


def _sentences(
    one: Annotated, side: Side, codings: Coding, ties: Mapping[str, str], telling: Collection[str]
) -> Iterator[Sentence]:
    sections = {section.id: section for section in one.document.sections}
    run_in = _run_in(one)
    tied = _tied(one, ties)
    for paragraph in one.document.paragraphs:
        chain = set(_chain(paragraph.section, sections))
        heading = sections[paragraph.section].heading if paragraph.section else ""
        if side.sections and not chain.intersection(side.sections):
            continue
        begin: int | None = None
        for start, end, coded in codings[paragraph.id]:
            words = paragraph.text[start:end].strip()
            if words in run_in[paragraph.id]:
                heading, begin = words, start
            elif words and (not side.frames or coded.frame in side.frames):
                span = range(start if begin is None else begin, end)
                yield Sentence(
                    paragraph.id, start, words, heading, begin is not None, coded.theme,
                    frozenset(id for at, id in tied[paragraph.id] if at in span),
                    frozenset(m.target for m in one.mentions[paragraph.id] if m.start in span and m.target in telling),
                )  # fmt: skip
                begin = None


def _chain(section: str | None, sections: Mapping[str, Section]) -> Iterator[str]:
    """A section and those it stands in."""
    while section:
        yield section
        section = sections[section].parent


def _run_in(one: Annotated) -> Mapping[str, set[str]]:
    """Paragraph id ▸ its run-in headings as they stand in the text."""
    headings: dict[str, set[str]] = defaultdict(set)
    for section in one.document.sections:
        if section.run_in and section.paragraph:
            headings[section.paragraph] |= {section.title, section.heading}
    return headings


def _tied(one: Annotated, ties: Mapping[str, str]) -> Mapping[str, list[tuple[int, str]]]:
    """Paragraph id ▸ where each figure with an indicator starts, and that indicator."""
    tied: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for id, figure in one.figures.items():
        if id in ties:
            tied[place_of_figure(id)].append((figure.start, ties[id]))
    return tied
