"""Headline targets: what the paragraph of the year's expected aims promises, in a report of a series."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_pages.commitments.likeness import SAME, dice, key, pairs
from build_pages.commitments.measures import Stated, agreement, read_measures
from build_pages.model.commitment import Commitment
from build_pages.model.edition import Annotated, Edition

_AIMS = re.compile(r"(?:预期|发展|主要|工作)目标(?:是|为|：|建议)")
_LOOSE = 0.55
"""Likeness from which on two promises without numbers are of one aim: their wording is freer than that of measures."""

_OPENING = 3
"""Characters that two of them share where they begin with the same measure: 进出口平稳增长, 进出口平稳发展."""


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline target of one year's report; ``stated`` where it has a number."""

    document: str
    year: int
    commitment: Commitment
    stated: Stated | None

    @property
    def grams(self) -> frozenset[str]:
        """The pairs of characters of what it is about."""
        return self.stated.grams if self.stated else pairs(key(self.commitment.quote))

    def is_of(self, other: Headline) -> bool:
        """Whether two headline targets are of one measure."""
        if self.stated and other.stated:
            return agreement(self.stated, other.stated) > 0
        if self.stated or other.stated:
            return False
        one, two = key(self.commitment.quote), key(other.commitment.quote)
        return one[:_OPENING] == two[:_OPENING] or dice(self.grams, other.grams) >= _LOOSE

    def is_spoken_of(self, words: frozenset[str]) -> bool:
        """Whether a sentence, by its pairs of characters, names what the target is about."""
        return len(self.grams & words) >= SAME * len(self.grams)


def read_headlines(edition: Edition) -> Iterator[Headline]:
    """The headline targets of every report of a series, in the order of dates and of the text."""
    documents = {one.id: one for one in edition.documents}
    for id, commitments in edition.commitments.items():
        one, record = documents[id], documents[id].document.record
        aims = [commitment for commitment in commitments if _is_aim(commitment, one)]
        if record.series and record.year and aims:
            measures = read_measures([one])
            yield from (Headline(id, record.year, aim, measures.get(aim.figure or "")) for aim in aims)


def _is_aim(commitment: Commitment, one: Annotated) -> bool:
    """Whether a promise stands in the paragraph of the year's aims."""
    paragraph = commitment.paragraph
    return one.codings[paragraph].frame == "E" and bool(_AIMS.search(one.places[paragraph].text))
