"""Rulings that have no effect, because what they speak of is not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from build_pages.edit.changes import find_occurrence
from build_pages.model.edition import Edition
from build_pages.model.problem import Problem
from build_pages.model.record import Ruling
from build_pages.source.held import Held


def find_idle(edition: Edition, rulings: Mapping[str, Sequence[Held[Ruling]]]) -> Iterator[Problem]:
    """A problem (D006) for each ruling on a place that the document lacks, or on words that do not stand there."""
    for one in edition.documents:
        for held in rulings.get(one.id, ()):
            ruling = held.value
            place = one.places.get(ruling.place)
            if place is None:
                yield held.problem("D006", f"name a place of this document: {ruling.place!r} is none", ("place",))
            elif find_occurrence(place.text, ruling.quote, ruling.occurrence) < 0:
                say = (
                    f"{ruling.place} does not hold {ruling.quote!r} {ruling.occurrence} times; quote what stands there"
                )
                yield held.problem("D006", say, ("quote",))
