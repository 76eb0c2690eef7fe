"""Which strings of characters are indexed, and where they stand.

Every character is a gram. A gram that stands in too many places to be fetched whole is heavy: for it only some of the
places are kept, and every string that is one character longer becomes a gram in turn. So any query can be covered by
light grams or is a heavy one itself, and their places prove it word for word. In an archive of a few documents no gram
is heavy, and the index is the text turned inside out.

Texts are read as one string in which a stop ends each; it is no character of any text. A spot is an offset there.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeAlias

LIGHT = 8_192
"""Places that a gram may have and still be fetched whole (some 25 KB)."""
LONGEST = 8
"""Grams of this length are kept whole however many they are."""
STOP = "\ud800"
"""Half of a surrogate pair: what was decoded never holds one alone."""
_STOP = ord(STOP)
Spots: TypeAlias = "array[int]"
"""Spots side by side in memory: lists of integers that lie all over it are slower by half."""
_none: Callable[[], Spots] = partial(array, "I")


def survey(text: str, least: int) -> dict[str, int]:
    """The strings that stand in a text ``least`` times and may be heavy, and how often they do."""
    codes = _read_codes(text)
    found = {gram: spots for gram, spots in _characters(codes).items() if len(spots) >= least}
    counts: dict[str, int] = {}
    for length in range(1, LONGEST):
        counts |= {gram: len(spots) for gram, spots in found.items()}
        longer: dict[str, Spots] = {}
        for gram, spots in found.items():
            following = [codes[spot + length] for spot in spots]
            often = {code: _none() for code, count in Counter(following).items() if count >= least}
            often.pop(_STOP, None)
            if often:
                for spot, code in zip(spots, following, strict=True):
                    if code in often:
                        often[code].append(spot)
                longer |= {gram + chr(code): spots for code, spots in often.items()}
        found = longer
    return counts


def choose_heavy(counts: Mapping[str, int], light: int) -> frozenset[str]:
    """The heavy ones of strings with the number of their places."""
    return frozenset(gram for gram, count in counts.items() if count > light)


def list_grams(text: str, heavy: frozenset[str]) -> Iterator[tuple[str, Spots]]:
    """The grams of a text, shorter ones first, each with all its spots in ascending order."""
    codes = _read_codes(text)
    found = _characters(codes)
    for length in range(1, LONGEST + 1):
        hidden: dict[str, set[int]] = defaultdict(set)
        for gram in heavy:
            if len(gram) == length:
                hidden[gram[1:]].add(ord(gram[0]))
        longer: dict[str, Spots] = {}
        for gram, spots in found.items():
            yield gram, spots
            if gram in heavy:
                after, before = _extend(codes, spots, length, hidden[gram[:-1]] | {_STOP})
                longer |= {gram + chr(code): spots for code, spots in after.items()}
                longer |= {chr(code) + gram: spots for code, spots in before.items()}
        found = longer


def _extend(
    codes: Sequence[int], spots: Spots, length: int, hidden: set[int]
) -> tuple[dict[int, Spots], dict[int, Spots]]:
    """The characters after a gram of a length, and those before it, with the spots of both together.

    What begins with a heavy gram is met there, all of it: of the characters before, those ``hidden`` are left out.
    """
    after: dict[int, Spots] = defaultdict(_none)
    before: dict[int, Spots] = defaultdict(_none)
    for spot in spots:
        after[codes[spot + length]].append(spot)
        if (code := codes[spot - 1]) not in hidden:  # the last stop is before the first spot
            before[code].append(spot - 1)
    after.pop(_STOP, None)
    return after, before


def _characters(codes: Sequence[int]) -> dict[str, Spots]:
    """Character ▸ its spots."""
    found: dict[int, Spots] = defaultdict(_none)
    for spot, code in enumerate(codes):
        found[code].append(spot)
    found.pop(_STOP, None)
    return {chr(code): spots for code, spots in found.items()}


def _read_codes(text: str) -> Sequence[int]:
    """The code points of a text: quicker to look up than characters."""
    return memoryview(text.encode("utf-32", "surrogatepass")).cast("I")[1:]  # the first says which byte comes first
