"""Discrepancies: two statements that disagree, found by rule, added and refused by people. Both shown, none judged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from build_pages.commitments.measures import Stated
from build_pages.discrepancies.figures import compare_figures
from build_pages.discrepancies.names import compare_names
from build_pages.indicators.evidence import Evidence, place_of_figure, read_evidence
from build_pages.indicators.lookback import find_base, looks_back, may_look_back
from build_pages.indicators.tie import is_start
from build_pages.model.commitment import Discrepancy, DiscrepancyRecord
from build_pages.model.edition import Annotated, Edition

_FIGURE = re.compile("-n[0-9]+$")
"""How the id of a figure ends."""


def find_discrepancies(edition: Edition, measures: Mapping[str, Stated]) -> tuple[Discrepancy, ...]:
    """The register of an edition of one circle, sorted by class and place.

    ``measures`` are what its figures state.
    """
    records = {one.id: one.document.record for one in edition.documents}
    years = {id for one in edition.documents for id in _of_years(one)}
    apart = {id for one in edition.documents for id in _apart(one)}
    found = [*compare_figures(measures.values(), records, years, apart), *compare_names(edition)]
    settled = [*_without_refused(found, edition.library.discrepancies), *_added(edition.library.discrepancies)]
    return tuple(sorted(settled, key=lambda d: (d.class_, d.a, d.b, d.a_quote, d.by)))


def _of_years(one: Annotated) -> Iterator[str]:
    """The figures of a document that stand in a text that looks back on several years."""
    review = {id for id, coded in one.codings.items() if coded.frame == "B"}
    titled = any(may_look_back(section.title) for section in one.document.sections)
    able: set[str] = set()
    for place, ids in groupby(one.figures, key=place_of_figure):
        if place in review:
            yield from ids
        elif titled or may_look_back(one.places[place].text):
            able.update(ids)
    yield from (id for id, found in read_evidence(one, able) if looks_back(found.before))


def _apart(one: Annotated) -> Iterator[str]:
    """The figures of a document that are of another time than its text."""
    able = {
        id for id, figure in one.figures.items() if _may_be_apart(one.places[place_of_figure(id)].text, figure.start)
    }
    yield from (id for id, found in read_evidence(one, able) if _is_apart(found))


def _may_be_apart(text: str, at: int) -> bool:
    """Whether what stands before a figure may say it is of another time, see ``_is_apart``; most have none of it."""
    near = text[max(0, at - 9) : at]
    return "从" in near or "由" in near or text.rfind("比", 0, at) > text.rfind("。", 0, at)


def _is_apart(evidence: Evidence) -> bool:
    """Whether a figure is of another time than its text: where a change sets out from, or a change since long ago."""
    period = evidence.figure.period or ""
    return is_start(evidence) or (period.isdigit() and bool(find_base(evidence.before, int(period))))


def _without_refused(found: Iterable[Discrepancy], words: Sequence[DiscrepancyRecord]) -> Iterator[Discrepancy]:
    """What people neither refused nor put on record themselves."""
    for one in found:
        if not any(_bears_on(said, one) for said in words):
            yield one


def _bears_on(said: DiscrepancyRecord, one: Discrepancy) -> bool:
    """Whether a person's word is on this pair: on its figures, on its words, or on all between its paragraphs."""
    if {said.a, said.b} == {one.a, one.b} and _FIGURE.search(said.a):
        return True
    if {place_of(said.a), place_of(said.b)} != {place_of(one.a), place_of(one.b)}:
        return False
    return not said.a_quote or {said.a_quote, said.b_quote} == {one.a_quote, one.b_quote}


def place_of(id: str) -> str:
    """The place of a figure, which may be the head of a document; a place itself."""
    return place_of_figure(id) if _FIGURE.search(id) else id


def _added(words: Sequence[DiscrepancyRecord]) -> Iterator[Discrepancy]:
    for said in words:
        if not said.refused:
            yield Discrepancy(said.class_, said.a, said.b, said.a_quote, said.b_quote, said.why, said.by)
