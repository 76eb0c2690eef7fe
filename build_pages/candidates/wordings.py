"""Every find of every pattern in an edition, sorted into wordings that entries hold and wordings that none holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from build_pages.candidates.coinages import find_place_coinages, find_set_phrases, read_place
from build_pages.candidates.evidence import read_evidence, weigh_patterns
from build_pages.candidates.formulas import find_formulas
from build_pages.candidates.genre import find_common
from build_pages.candidates.lessons import learn
from build_pages.candidates.names import find_long_names, find_names
from build_pages.candidates.parallels import find_parallels
from build_pages.candidates.passage import Find, plain, read_passage
from build_pages.candidates.quoted import find_quoted
from build_pages.candidates.repeats import find_repeats
from build_pages.candidates.rows import find_rows
from build_pages.candidates.texts import Span, Texts, Use, lies_within, share_held
from build_pages.find.entries import forms_of
from build_pages.model.edition import Edition

SHORTEST, LONGEST = 2, 44
PAIRED = (("“", "”"), ("（", "）"), ("《", "》"))
ENOUGH = 50
"""Formulations of a glossary that patterns find, from which on it teaches more than it misleads."""
PATTERNS = (
    find_quoted,
    find_rows,
    find_parallels,
    find_names,
    find_long_names,
    find_formulas,
    find_set_phrases,
    find_common,
)


@dataclass(slots=True)
class Wording:
    """A wording: how it stands in the text, what speaks for it, where it stands."""

    text: str
    uncovered: float
    """The share of its first use that no entry holds."""
    finds: dict[str, Find] = field(default_factory=dict)
    uses: dict[Use, None] = field(default_factory=dict)
    likely: float = 0.0


def gather(edition: Edition) -> list[Wording]:
    """Wordings without an entry, weighed; in the order of the texts."""
    texts = _read(edition)
    known = {plain(form): entry.kind for entry in edition.library.entries for form in forms_of(entry)}
    held: dict[str, Wording] = {}
    open_: dict[str, Wording] = {}
    for place, find in _finds(texts):
        text, start, end, covered = texts.read((place, find.start, find.end))
        name = plain(text[start:end])
        uncovered = 1 - share_held(text, start, end, covered)
        if name in known:
            _note(held, name, text, place, find, uncovered)
        elif uncovered and not lies_within(start, end, covered):
            _note(open_, name, text, place, find, uncovered)
    _weigh([one for name, one in held.items() if known[name] == "term"], list(open_.values()), texts)
    return list(open_.values())


def _weigh(held: Sequence[Wording], others: Sequence[Wording], texts: Texts) -> None:
    """Say how likely each of ``others`` makes an entry: as the entries teach, or while they are few, as patterns do."""
    if len(held) < ENOUGH:
        for one in others:
            one.likely = weigh_patterns(one.finds.values()) * one.uncovered
        return
    shown = [read_evidence(one.text, one.finds, list(one.uses), texts) for one in (*held, *others)]
    lessons = learn([(evidence, n < len(held)) for n, evidence in enumerate(shown)])
    for one, evidence in zip(others, shown[len(held) :], strict=True):
        one.likely = lessons.weigh(evidence)


def _note(wordings: dict[str, Wording], name: str, text: str, place: str, find: Find, uncovered: float) -> None:
    """Enter a find under its wording; of each pattern the likeliest find speaks."""
    one = wordings.setdefault(name, Wording(text[find.start : find.end], uncovered))
    best = one.finds.setdefault(find.pattern, find)
    one.finds[find.pattern] = max(best, find, key=lambda f: f.likely)
    one.uses[place, find.start, find.end] = None


def _read(edition: Edition) -> Texts:
    passages = {id: read_passage(place.text) for one in edition.documents for id, place in one.places.items()}
    covered: dict[str, list[Span]] = {}
    for one in edition.documents:
        for id in one.places:
            mentions = [m for m in one.mentions[id] if m.kind != "figure"]
            covered[id] = [(m.start, m.end) for m in mentions if m.start is not None and m.end is not None]
    return Texts(passages, covered, read_place(passages.values()))


def _is_balanced(text: str) -> bool:
    """Whether a stretch opens as many quotation marks and brackets as it closes."""
    return all(text.count(opening) == text.count(closing) for opening, closing in PAIRED)


def _finds(texts: Texts) -> Iterator[tuple[str, Find]]:
    """(place, find) of every pattern, within the lengths of a formulation."""
    for place, passage in texts.passages.items():
        found = (find for pattern in PATTERNS for find in pattern(passage))
        for find in (*found, *find_place_coinages(passage, texts.about)):
            if SHORTEST <= find.end - find.start <= LONGEST and _is_balanced(passage.text[find.start : find.end]):
                yield place, find
    yield from find_repeats(texts.passages)
