"""What stands around a figure and says which indicator it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_pages.find.figures.numbers import fold
from build_pages.model.edition import Annotated
from build_pages.model.mention import Figure
from build_pages.model.text import Section
from build_pages.split.sentences import find_sentence

_CLAUSE_END = re.compile(r"[，；：。！？]")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A figure with its words, digits and brackets in half width: its clause, and what leads up to the clause's end."""

    figure: Figure
    subject: str
    clause: str
    at: int
    """Where the figure's number stands in the clause."""
    lead: str
    """The headings in force, then the sentence up to the end of the clause."""
    before: str
    """The headings in force, then the paragraph up to the figure."""


def read_evidence(one: Annotated, ids: Iterable[str] | None = None) -> Iterator[tuple[str, Evidence]]:
    """Figure id and evidence, for each of the figures ``ids`` of a document, or all, in the order of the text."""
    sections = {section.id: section for section in one.document.sections}
    for id in one.figures if ids is None else ids:
        figure, place = one.figures[id], one.places[id.rpartition("-n")[0]]
        start, end = clause_span(place.text, figure)
        begin, _ = find_sentence(one, place.id, figure.start)
        headings = _headings(place.id, place.section, figure.start, sections) + "。"
        yield id, Evidence(
            figure, fold(figure.subject), fold(place.text[start:end]), figure.start - start,
            lead=fold(headings + place.text[begin:end]), before=headings + place.text[: figure.start],
        )  # fmt: skip


def clause_span(text: str, figure: Figure) -> tuple[int, int]:
    """Where the clause of a figure begins and ends; 、 does not end one."""
    before = [match.end() for match in _CLAUSE_END.finditer(text, 0, figure.start)]
    after = _CLAUSE_END.search(text, figure.end)
    return (before[-1] if before else 0, after.start() if after else len(text))


def _headings(place: str, section: str | None, at: int, sections: Mapping[str, Section]) -> str:
    """The titles of the sections in force at an offset of a place, outermost first, run-in ones included."""
    titles: list[str] = []
    id = section
    while id:
        titles.insert(0, sections[id].title)
        id = sections[id].parent
    titles += [s.title for s in sections.values() if s.run_in and s.paragraph == place and s.offset < at]
    return "。".join(titles)
