"""Every find of every pattern in an edition, sorted into wordings that entries hold and wordings that none holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from build_pages.candidates.coinages import find_place_coinages, find_set_phrases, read_place
from build_pages.candidates.formulas import find_formulas
from build_pages.candidates.lessons import learn
from build_pages.candidates.names import find_names
from build_pages.candidates.passage import Find, Passage, plain, read_passage
from build_pages.candidates.quoted import find_quoted
from build_pages.candidates.repeats import find_repeats
from build_pages.candidates.rows import find_rows
from build_pages.find.entries import forms_of
from build_pages.model.edition import Edition

SHORTEST, LONGEST = 2, 44
COVERED = 0.6
"""The share of a wording that mentions may cover before it counts as spoken for."""
PATTERNS = (find_quoted, find_rows, find_names, find_formulas, find_set_phrases)

Span = tuple[int, int]
Use = tuple[str, int, int]
"""Place, start, end."""


@dataclass(slots=True)
class Wording:
    """A wording without an entry: how it stands in the text, what speaks for it, where it stands."""

    text: str
    uncovered: float
    finds: dict[str, Find] = field(default_factory=dict)
    uses: dict[Use, None] = field(default_factory=dict)
    likely: float = 0.0


def gather(edition: Edition) -> list[Wording]:
    """Wordings without an entry, weighed; in the order of the texts."""
    known = {plain(form) for entry in edition.library.entries for form in forms_of(entry)}
    wordings: dict[str, Wording] = {}
    examples: dict[tuple[str, str], tuple[Find, bool]] = {}
    for place, passage, covered, find in _finds(edition):
        text = passage.text[find.start : find.end]
        name = plain(text)
        share = _uncovered(find, name, covered)
        if name in known:
            examples.setdefault((name, find.pattern), (find, True))
        elif share > 1 - COVERED and not _spoken_for(passage.text, find, covered):
            examples.setdefault((name, find.pattern), (find, False))
            one = wordings.setdefault(name, Wording(text, share))
            best = one.finds.setdefault(find.pattern, find)
            one.finds[find.pattern] = max(best, find, key=lambda f: f.likely)
            one.uses[place, find.start, find.end] = None
    lessons = learn(examples.values())
    for one in wordings.values():
        unlikely = 1.0
        for find in one.finds.values():
            unlikely *= 1 - lessons.weigh(find)
        one.likely = (1 - unlikely) * one.uncovered
    return list(wordings.values())


def _finds(edition: Edition) -> Iterator[tuple[str, Passage, Sequence[Span], Find]]:
    """(place, its text, what mentions of entries cover in it, a find)."""
    passages: dict[str, Passage] = {}
    covered: dict[str, list[Span]] = {}
    for one in edition.documents:
        for id, place in one.places.items():
            passages[id] = read_passage(place.text)
            mentions = [m for m in one.mentions[id] if m.kind != "figure"]
            covered[id] = [(m.start, m.end) for m in mentions if m.start is not None and m.end is not None]
    about = read_place(passages.values())
    for id, passage in passages.items():
        for find in _find_in(passage, about):
            yield id, passage, covered[id], find
    for id, find in find_repeats(passages):
        yield id, passages[id], covered[id], find


def _find_in(passage: Passage, about: str) -> Iterator[Find]:
    found = (find for pattern in PATTERNS for find in pattern(passage))
    for find in (*found, *find_place_coinages(passage, about)):
        if SHORTEST <= find.end - find.start <= LONGEST:
            yield find


def _uncovered(find: Find, name: str, covered: Sequence[Span]) -> float:
    """The share of a wording's characters, separators aside, that no mention covers."""
    held = {at for start, end in covered for at in range(max(start, find.start), min(end, find.end))}
    return max(0.0, 1 - len(held) / max(1, len(name) - name.count("、")))


def _spoken_for(text: str, find: Find, covered: Sequence[Span]) -> bool:
    """Whether it lies in a mention, crosses one, or adds nouns to a quotation that has an entry."""
    for start, end in covered:
        if start <= find.start and find.end <= end:
            return True
        if start < find.start < end < find.end or find.start < start < find.end < end:
            return True
        quotes = text[start - 1 : start] == "“" and text[end : end + 1] == "”"
        if quotes and find.pattern.startswith("quoted with") and find.start <= start and end <= find.end:
            return True
    return False
