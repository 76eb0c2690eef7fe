"""Formulations in the texts that have no entry, ranked, with what speaks for each."""

from __future__ import annotations

from dataclasses import dataclass

from build_pages.candidates.annex import Explained, find_explained
from build_pages.candidates.overlaps import Merged, merge
from build_pages.candidates.passage import Find
from build_pages.candidates.variants import Variant, find_variants
from build_pages.candidates.wordings import gather
from build_pages.find.entries import forms_of
from build_pages.model.edition import Edition

SAID = {
    "quoted": "in quotation marks",
    "quoted with head": "in quotation marks, with the noun after it",
    "quoted with nouns": "in quotation marks, with the nouns around it",
    "quoted with run": "in quotation marks, with all nouns after it",
    "title": "a title",
    "row": "a row of members",
    "clauses": "clauses of one length",
    "pair": "two names of one length",
    "name": "a name",
    "formula": "a formula",
    "latin": "Latin letters, with the noun after them",
    "letters": "Latin letters",
    "teaching": "a leader's words on something",
    "numeral": "a numeral that counts",
    "joined": "joined names",
    "phrase": "four characters alone",
    "alone": "four characters between signs",
    "ending": "a row of one ending",
    "long": "a name with verbs or particles in it",
    "common": "said in many reports",
    "place": "said of the place",
    "repeated": "comes back among other words",
}
"""Pattern ▸ what it says for a candidate."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wording that may deserve an entry, or be a form of one, with its places in the order of the texts."""

    text: str
    beside: tuple[str, ...]
    """Narrower or wider wordings of the same places, members of its rows, variants, names of its kind."""
    evidence: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def documents(self) -> int:
        """How many documents it stands in."""
        return len({place.partition("#")[0] for place in self.places})


def rank_candidates(edition: Edition) -> tuple[Candidate, ...]:
    """Variants of entries, what annexes explain, then every other candidate, the likeliest first."""
    variants = find_variants(edition)
    known = {form for entry in edition.library.entries for form in forms_of(entry)}
    explained = tuple(find_explained(edition, known))
    first = {one.text for one in variants} | {one.text for one in explained}
    texts = {id: place.text for one in edition.documents for id, place in one.places.items()}
    rest = (one for one in merge(gather(edition), texts) if one.wording.text not in first)
    return (*map(_variant, variants), *map(_explained, explained), *map(_candidate, rest))


def _explained(one: Explained) -> Candidate:
    return Candidate(one.text, (), ("explained in the document's annex of terms",), (one.place,))


def _variant(one: Variant) -> Candidate:
    return Candidate(one.text, (), (f"near {one.form}",), one.places)


def _candidate(one: Merged) -> Candidate:
    beside = tuple(other.text for other in (*one.beside, *one.along))
    finds = sorted(one.wording.finds.values(), key=lambda find: -find.likely)
    return Candidate(one.wording.text, beside, tuple(map(_say, finds)), tuple(use[0] for use in one.wording.uses))


def _say(find: Find) -> str:
    ending = [trait for trait in find.traits if find.pattern == "name" and trait.startswith("ends in ")]
    return " that ".join((SAID[find.pattern], *ending))
