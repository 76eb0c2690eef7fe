"""What speaks for a wording or against it, in signs that a glossary can confirm or deny."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log, prod

from build_pages.candidates.genre import UNKNOWN, read_genre
from build_pages.candidates.passage import Find, plain
from build_pages.candidates.surroundings import read_entries_around, read_uses, read_words, step
from build_pages.candidates.texts import Texts, Use
from build_pages.find.segment import knows_word

_NUMERALS = frozenset("一二三四五六七八九十双两")
_TURNS = (1970, 1990, 2003, 2008, 2013, 2018, 2021, 2023, 2025)
"""Years from which on the language of the reports is told apart."""


def read_evidence(text: str, finds: Mapping[str, Find], uses: Sequence[Use], texts: Texts) -> list[str]:
    """Every sign, each once: of the patterns, the wording, the genre, its uses, its words, the entries around it."""
    name = plain(text)
    signs = (
        *_of_patterns(finds),
        *_of_form(name, texts.about),
        *_of_genre(name),
        *read_uses(uses, texts),
        *read_entries_around(uses, texts),
        *read_words(uses[0], texts),
    )
    return list(dict.fromkeys(("any", *signs)))


def weigh_patterns(finds: Iterable[Find]) -> float:
    """How likely the patterns alone make a wording an entry, as if each spoke for itself; 0 to 1."""
    return 1 - prod(1 - find.likely for find in finds)


def _of_patterns(finds: Mapping[str, Find]) -> Iterator[str]:
    for pattern, find in finds.items():
        yield f"found as {pattern}"
        yield from (f"{pattern} {trait}" for trait in find.traits)
    likely = weigh_patterns(finds.values())
    yield f"patterns say {round(log(likely / (1 - likely)))}"
    yield f"patterns {'+'.join(sorted(set(finds) - {'repeated', 'common'}))}"


def _of_form(name: str, about: str) -> Iterator[str]:
    yield f"length {min(len(name), 14)}"
    yield f"a word {len(name) <= 4 and knows_word(name)}"
    yield f"starts {name[:2]}"
    yield f"ends {name[-2:]}"
    yield f"last sign {name[-1]}"
    yield f"row {'、' in name}, numeral {bool(_NUMERALS.intersection(name))}, digit {any(map(str.isdigit, name))}"
    if about and about in name:
        yield f"place {'first' if name.startswith(about) else 'inside'}"


def _of_genre(name: str) -> Iterator[str]:
    """How reports of other places use it, and since when the national ones do."""
    standing = read_genre().get(name, UNKNOWN)
    yield f"reports {step(standing.reports, 3, 5, 8, 12, 16, 22)}"
    yield f"reports quote {step(standing.quoted, 1, 2, 3, 5, 10)}"
    yield f"reports quote of all {step(standing.quoted / max(1, standing.reports), 0.01, 0.2, 0.5, 0.8)}"
    yield f"national {step(standing.national, 1, 2, 3, 5, 9, 15)}"
    yield f"national since {step(standing.since, *_TURNS) if standing.since else 'never'}"
