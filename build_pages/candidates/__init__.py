"""Formulations in the texts that have no entry, ranked, with what speaks for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from build_pages.candidates.patterns import PATTERNS
from build_pages.candidates.repeats import find_repeats
from build_pages.candidates.variants import find_variants
from build_pages.find.entries import forms_of
from build_pages.model.edition import Edition, Place

SHORTEST, LONGEST = 2, 32


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wording that may deserve an entry: its places, and the weight of each pattern that found it."""

    text: str
    score: float
    evidence: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(slots=True)
class _Gathered:
    """What speaks for one wording so far."""

    weights: dict[str, float] = field(default_factory=dict)
    places: list[str] = field(default_factory=list)


def rank_candidates(edition: Edition) -> tuple[Candidate, ...]:
    """Every candidate, the likeliest first."""
    known = {form for entry in edition.library.entries for form in forms_of(entry)}
    gathered: dict[str, _Gathered] = defaultdict(_Gathered)
    for place, covered in _uncovered(edition):
        for text, pattern, weight in find_in(place.text, covered):
            if text not in known and SHORTEST <= len(text) <= LONGEST:
                one = gathered[text]
                one.weights[pattern] = max(weight, one.weights.get(pattern, 0))
                one.places.append(place.id)
    for text, pattern, weight in (*find_repeats(edition, known), *find_variants(edition)):
        if text in gathered or pattern == "variant":
            gathered[text].weights[pattern] = weight
    ranked = [_candidate(text, one) for text, one in gathered.items()]
    return _without_parts(sorted(ranked, key=lambda c: (-c.score, c.text)))


def find_in(text: str, covered: tuple[tuple[int, int], ...]) -> Iterator[tuple[str, str, float]]:
    """(wording, pattern, weight) of each candidate in a text that lies in no entry's mention."""
    for name, find in PATTERNS.items():
        for start, end, weight in find(text):
            if not any(a <= start and end <= b for a, b in covered):
                yield text[start:end], name, weight


def _uncovered(edition: Edition) -> Iterator[tuple[Place, tuple[tuple[int, int], ...]]]:
    """Each place with the spans that mentions of entries cover."""
    for one in edition.documents:
        for place in one.places.values():
            mentions = (m for m in one.mentions[place.id] if m.kind != "figure")
            yield place, tuple((m.start, m.end) for m in mentions if m.start is not None and m.end is not None)


def _candidate(text: str, one: _Gathered) -> Candidate:
    places = tuple(dict.fromkeys(one.places))
    documents = {place.partition("#")[0] for place in places}
    score = sum(one.weights.values()) + min(len(places), 4) * 0.25 + min(len(documents), 3) * 0.5
    return Candidate(text, round(score, 2), tuple(sorted(one.weights)), places)


def _without_parts(ranked: list[Candidate]) -> tuple[Candidate, ...]:
    """The candidates but for those that only ever stand inside a better one of the same places."""
    kept: list[Candidate] = []
    for one in ranked:
        if not any(one.text in other.text and set(one.places) <= set(other.places) for other in kept):
            kept.append(one)
    return tuple(kept)
