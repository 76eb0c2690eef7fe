"""What stands around a figure and says which indicator it belongs to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from build_pages.find.figures.numbers import fold
from build_pages.model.edition import Annotated
from build_pages.model.mention import Figure
from build_pages.model.text import Section
from build_pages.split.sentences import find_sentence

_CLAUSE_END = re.compile(r"[，；：。！？]")
_TO_CLAUSE = re.compile(r"(?s:.*)[，；：。！？]")
"""All up to the last end of a clause."""


class Evidence(NamedTuple):
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
    previous: int
    """Where the figure before it in the place ends; 0 without one."""


def read_evidence(one: Annotated, ids: Container[str]) -> Iterator[tuple[str, Evidence]]:
    """Figure id and evidence, for each of the figures ``ids`` of a document, in the order of the text."""
    sections = {section.id: section for section in one.document.sections}
    run_ins: dict[str, list[Section]] = defaultdict(list)
    for section in one.document.sections:
        if section.run_in and section.paragraph:
            run_ins[section.paragraph].append(section)
    for place, figures in groupby(one.figures.items(), key=lambda item: place_of_figure(item[0])):
        folded, above = fold(one.places[place].text), fold(_titles(one.places[place].section, sections))
        previous = 0
        for id, figure in figures:
            if id in ids:
                inside = "".join(fold(s.title) + "。" for s in run_ins.get(place, ()) if s.offset < figure.start)
                headings = above + inside or "。"
                start, end = clause_span(folded, figure)
                begin, _ = find_sentence(one, place, figure.start)
                yield id, Evidence(
                    figure, fold(figure.subject), folded[start:end], figure.start - start,
                    headings + folded[begin:end], headings + folded[: figure.start], previous,
                )  # fmt: skip
            previous = figure.end


def clause_span(text: str, figure: Figure) -> tuple[int, int]:
    """Where the clause of a figure begins and ends; 、 does not end one."""
    before = _TO_CLAUSE.match(text, 0, figure.start)
    after = _CLAUSE_END.search(text, figure.end)
    return before.end() if before else 0, after.start() if after else len(text)


def place_of_figure(id: str) -> str:
    """The id of the place that a figure's id names: a paragraph, a heading, or the document for one in its head.

    >>> place_of_figure("report#p37-n2"), place_of_figure("report-n1")
    ('report#p37', 'report')
    """
    return id.rpartition("-n")[0]


def _titles(id: str | None, sections: Mapping[str, Section]) -> str:
    """The titles of a section and of those around it, outermost first, each with a stop."""
    titles = ""
    while id:
        titles = sections[id].title + "。" + titles
        id = sections[id].parent
    return titles
