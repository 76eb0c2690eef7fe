"""Disagreements that people put on record between places that are not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_pages.discrepancies import place_of
from build_pages.model.commitment import DiscrepancyRecord
from build_pages.model.edition import Edition
from build_pages.model.problem import Problem
from build_pages.source.held import Held


def find_idle_discrepancies(edition: Edition, discrepancies: Iterable[Held[DiscrepancyRecord]]) -> Iterator[Problem]:
    """A problem (C007) for each side that lies at no place of its document."""
    places = {place for one in edition.documents for place in one.places}
    for held in discrepancies:
        for key, id in (("a", held.value.a), ("b", held.value.b)):
            if place_of(id) not in places:
                yield held.problem("C007", f"name a place of the document: {place_of(id)!r} is none", (key,))
