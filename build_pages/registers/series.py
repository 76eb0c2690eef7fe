"""Headline targets along a series: which of them the next full text is silent on, and their bounds side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from build_pages.circles import read_centres
from build_pages.commitments.likeness import key, pairs
from build_pages.model.edition import Annotated, Edition
from build_pages.registers.headline import Headline
from build_pages.split.sentences import read_sentences


@dataclass(frozen=True, slots=True)
class Silence:
    """A headline target that the next full text of its series no longer sets.

    ``elsewhere`` is the paragraph of that text which still speaks of it, or None; ``between`` are the years of the
    series' texts that stand between the two and are not held in full: who fell silent first is not known.
    """

    headline: Headline
    later: str
    elsewhere: str | None
    between: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BoundRow:
    """One headline measure with its target in each year that set one, in the order of years."""

    name: str
    targets: tuple[Headline, ...]


def read_silences(edition: Edition, headlines: Iterable[Headline]) -> tuple[Silence, ...]:
    """Those of an edition's headline targets that the next full text of their series is silent on.

    A digest's silence is none.
    """
    by_document: dict[str, list[Headline]] = defaultdict(list)
    for headline in headlines:
        by_document[headline.document].append(headline)
    found = []
    for series in sorted({one.document.record.series for one in edition.documents} - {None}, key=str):
        texts = [one for one in edition.documents if one.document.record.series == series and one.document.record.year]
        for earlier, later in _to_next_full(texts):
            for headline in by_document[earlier.id]:
                if not any(headline.is_of(one) for one in by_document[later.id]):
                    between = tuple(range(headline.year + 1, later.document.record.year or headline.year))
                    found.append(Silence(headline, later.id, _spoken_of(headline, later), between))
    return tuple(found)


def read_bounds(edition: Edition, headlines: Iterable[Headline]) -> tuple[BoundRow, ...]:
    """Those of an edition's headline measures that two or more years of one circle set targets for."""
    centres = read_centres(edition.library)
    circles: dict[str, list[list[Headline]]] = defaultdict(list)
    for headline in headlines:
        rows = circles[centres[headline.document]]
        row = next((row for row in rows if row[-1].is_of(headline) and row[-1].document != headline.document), None)
        if row:
            row.append(headline)
        else:
            rows.append([headline])
    found = chain.from_iterable(circles.values())
    return tuple(BoundRow(_name(row[-1]), tuple(row)) for row in found if len(row) > 1)


def _to_next_full(texts: Sequence[Annotated]) -> list[tuple[Annotated, Annotated]]:
    """Each text of a series with the next full one after it."""
    ordered = sorted(texts, key=lambda one: (one.document.record.year or 0, one.id))
    found = []
    for n, earlier in enumerate(ordered):
        rest = [one for one in ordered[n + 1 :] if one.document.record.year != earlier.document.record.year]
        full = next((one for one in rest if one.document.record.completeness == "full"), None)
        if full:
            found.append((earlier, full))
    return found


def _spoken_of(headline: Headline, later: Annotated) -> str | None:
    """The first paragraph of a text that names what a target is about."""
    for paragraph in later.document.paragraphs:
        for start, end in read_sentences(paragraph.text):
            if headline.is_spoken_of(pairs(key(paragraph.text[start:end]))):
                return paragraph.id
    return None


def _name(headline: Headline) -> str:
    return headline.stated.subject if headline.stated else headline.commitment.quote
