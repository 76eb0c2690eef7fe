"""What stands around the uses of a wording, and what entries hold of it: signs for an entry or against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_pages.candidates.passage import Word
from build_pages.candidates.texts import Span, Texts, Use, meets, share_held
from build_pages.candidates.words import GOVERNING
from build_pages.find.segment import commonness

_JOINING = ("、", "和", "与")
_NEAR = 5
"""Characters between a wording and an entry that stand beside each other."""


def step(count: float, *steps: float) -> int:
    """How many of the ``steps`` a count reaches."""
    return sum(count >= one for one in steps)


def read_uses(uses: Sequence[Use], texts: Texts) -> Iterator[str]:
    """How often it stands, in how many documents, and between which characters."""
    befores, afters, quoted = set(), set(), False
    for use in uses:
        text, start, end, _ = texts.read(use)
        befores.add(text[max(0, start - 1) : start])
        afters.add(text[end : end + 1])
        quoted = quoted or text[start - 1 : start] + text[end : end + 1] == "“”" or text[start] + text[end - 1] == "“”"
    yield f"uses {step(len(uses), 2, 3, 5, 9)}"
    yield f"documents {step(len({place.partition('#')[0] for place, _, _ in uses}), 2, 3, 5)}"
    yield f"neighbours {step(min(len(befores), len(afters)), 2, 3, 5)}"
    yield f"quoted {quoted}"
    yield from (f"after sign {sign}" for sign in sorted(befores))
    yield from (f"before sign {sign}" for sign in sorted(afters))


def read_entries_around(uses: Sequence[Use], texts: Texts) -> Iterator[str]:
    """How much of it entries hold, and how close entries stand to it."""
    found = [texts.read(use) for use in uses]
    held = max(share_held(*one) for one in found)
    crosses = all(_crosses(start, end, covered) for _, start, end, covered in found)
    adds = all(_adds_to_quotation(*one) for one in found)
    yield f"of entries {step(held, 0.01, 0.3, 0.5, 0.7, 0.9)}"
    yield f"crosses {crosses}, adds {adds}"
    yield f"beside an entry {min(_beside_entry(*one) for one in found)}"


def _crosses(start: int, end: int, covered: Sequence[Span]) -> bool:
    return any(a < start or end < b for a, b in meets(start, end, covered))


def _adds_to_quotation(text: str, start: int, end: int, covered: Sequence[Span]) -> bool:
    """Whether it is a quotation that has an entry, with the nouns beside it."""
    inner = (one for one in meets(start, end, covered) if start < one[0] and one[1] < end)
    return any(text[a - 1] == "“" and text[b] == "”" for a, b in inner)


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


def read_words(use: Use, texts: Texts) -> Iterator[str]:
    """The words of a use and the two around it, where it begins and ends with a word."""
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
