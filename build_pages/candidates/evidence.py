"""What speaks for a wording or against it, in signs that a glossary can confirm or deny."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log, prod

from build_pages.candidates.genre import read_genre
from build_pages.candidates.passage import Find, Passage, Word, plain
from build_pages.candidates.words import GOVERNING
from build_pages.find.segment import commonness, knows_word

Span = tuple[int, int]
Use = tuple[str, int, int]
"""Place, start, end."""
_NUMERALS = frozenset("一二三四五六七八九十双两")
_JOINING = ("、", "和", "与")
_NEAR = 5
"""Characters between a wording and an entry that stand beside each other."""


class Texts:
    """The texts a wording stands in: their words, what entries cover in them, the place they are about."""

    __slots__ = ("about", "covered", "passages")

    def __init__(self, passages: Mapping[str, Passage], covered: Mapping[str, Sequence[Span]], about: str) -> None:
        self.passages, self.covered, self.about = passages, covered, about


def read_evidence(text: str, finds: Mapping[str, Find], uses: Sequence[Use], texts: Texts) -> list[str]:
    """Every sign, each once: of the patterns, of the wording itself, of its words, of what stands around it."""
    name = plain(text)
    around = (*_of_uses(uses, texts), *_of_words(uses[0], texts))
    return list(dict.fromkeys(("any", *_of_patterns(finds), *_of_form(name, texts.about), *around)))


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
    yield f"in reports {_step(read_genre().get(name, 0), 5, 8, 12, 16, 22)}"
    yield f"a word {len(name) <= 4 and knows_word(name)}"
    yield f"starts {name[:2]}"
    yield f"ends {name[-2:]}"
    yield f"last sign {name[-1]}"
    yield f"row {'、' in name}, numeral {bool(_NUMERALS.intersection(name))}, digit {any(map(str.isdigit, name))}"
    if about and about in name:
        yield f"place {'first' if name.startswith(about) else 'inside'}"


def _of_uses(uses: Sequence[Use], texts: Texts) -> Iterator[str]:
    befores, afters, quoted, beside = set(), set(), False, 2
    for place, start, end in uses:
        text = texts.passages[place].text
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        befores.add(before)
        afters.add(after)
        quoted = quoted or (before + after == "“”") or (text[start] + text[end - 1] == "“”")
        beside = min(beside, _beside_entry(text, start, end, texts.covered[place]))
    yield f"uses {_step(len(uses), 2, 3, 5, 9)}"
    yield f"documents {_step(len({place.partition('#')[0] for place, _, _ in uses}), 2, 3, 5)}"
    yield f"neighbours {_step(min(len(befores), len(afters)), 2, 3, 5)}"
    yield f"quoted {quoted}"
    yield f"beside an entry {beside}"


def _beside_entry(text: str, start: int, end: int, covered: Sequence[Span]) -> int:
    """0 in a row with an entry, 1 close to one, 2 away from any."""
    near = 2
    for a, b in covered:
        gap = text[b:start] if b <= start else text[end:a] if a >= end else None
        if gap is not None and gap.strip("“”") in _JOINING:
            return 0
        if gap is not None and len(gap) <= _NEAR and "。" not in gap:
            near = 1
    return near


def _of_words(use: Use, texts: Texts) -> Iterator[str]:
    """The words of the first use and the two around it, where it begins and ends with a word."""
    place, start, end = use
    words = texts.passages[place].words
    inside = [n for n, word in enumerate(words) if start <= word.start and word.end <= end]
    if not inside or words[inside[0]].start != start:
        return
    own = [words[n] for n in inside]
    before = words[inside[0] - 1] if inside[0] else None
    after = words[inside[-1] + 1] if inside[-1] + 1 < len(words) else None
    yield from _around("after", before)
    yield from _around("before", after)
    yield f"tags {'-'.join(word.tag[0] for word in own[:5])}"
    yield f"words {min(len(own), 7)}"
    yield f"first word {own[0].text}"
    yield f"last word {own[-1].text}"
    yield f"first tag {own[0].tag}"
    yield f"last tag {own[-1].tag}"
    yield f"rarest word {min(commonness(word.text) for word in own)}"
    yield f"governs {own[0].text in GOVERNING}, of {any(word.tag == 'uj' for word in own)}"


def _around(side: str, word: Word | None) -> Iterator[str]:
    if word is None:
        yield f"{side} nothing"
    else:
        yield f"{side} {word.text}"
        yield f"{side} tag {word.text if word.tag == 'x' else word.tag}"


def _step(count: int, *steps: int) -> int:
    """How many of the ``steps`` a count reaches."""
    return sum(count >= step for step in steps)
