"""Corrections and sections of comparisons that have no effect, because what they speak of is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_pages.model.comparison import Comparison, Side
from build_pages.model.edition import Edition
from build_pages.model.problem import Problem
from build_pages.source.held import Held
from build_pages.split.sentences import read_sentences


def find_idle_corrections(edition: Edition, comparisons: Iterable[Held[Comparison]]) -> Iterator[Problem]:
    """A problem (C006) for each section that the document lacks, and each correction of a sentence that it lacks."""
    for held in comparisons:
        for name, side in (("left", held.value.left), ("right", held.value.right)):
            yield from _of_side(edition, held, name, side)


def _of_side(edition: Edition, held: Held[Comparison], name: str, side: Side) -> Iterator[Problem]:
    document = next(one.document for one in edition.documents if one.id == side.document)
    sections = {section.id for section in document.sections}
    texts = {paragraph.id: paragraph.text for paragraph in document.paragraphs}
    for n, section in enumerate(side.sections):
        if section not in sections:
            yield held.problem("C006", f"name a section of the document: {section!r} is none", (name, "sections", n))
    for n, one in enumerate(held.value.corrections):
        place, quote = getattr(one, name), getattr(one, f"{name}_quote")
        text = texts.get(place, "")
        if not any(text[start:end].strip().startswith(quote) for start, end in read_sentences(text)):
            say = f"no sentence of {place!r} begins with {quote!r}; quote how one begins"
            yield held.problem("C006", say, ("corrections", n, name))
