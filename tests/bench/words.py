"""A vocabulary that grows: dictionary words by their commonness, and stock phrases by rank (Zipf–Mandelbrot)."""

from __future__ import annotations

import re
from bisect import bisect
from functools import cache
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from random import Random

EXPONENT, SHIFT = 1.15, 10
"""The phrase of rank k is drawn with a weight of (k + SHIFT) ** -EXPONENT: ever more different ones in ever more text
(Heaps), while those of a small glossary stay the commonest."""
PHRASES = 400_000
"""Ranks of stock phrases."""
_HAN = re.compile(r"[\u4e00-\u9fff]{2,3}")


@cache
def read_words(tag: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Words of two or three characters with this tag (n, v, a) in the segmenter's dictionary: text, running sums."""
    package = find_spec("jieba")
    assert package and package.origin  # it is not imported: that would load what is not needed here
    lines = (Path(package.origin).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines)
    counts = sorted(((int(n), word) for word, n, kind in rows if kind == tag and _HAN.fullmatch(word)), reverse=True)
    return tuple(word for _, word in counts), tuple(accumulate(count for count, _ in counts))


def draw_word(random: Random, tag: str) -> str:
    """A word of a kind, common ones more often."""
    words, sums = read_words(tag)
    return words[bisect(sums, random.random() * sums[-1])]


def draw_rank(random: Random) -> int:
    """The rank of a stock phrase, from 0 on, low ones more often (the inverse of the distribution's integral)."""
    bend = 1 - EXPONENT
    low, high = SHIFT**bend, (SHIFT + PHRASES) ** bend
    return int((low + random.random() * (high - low)) ** (1 / bend)) - SHIFT


@cache
def make_phrase(rank: int) -> tuple[str, str]:
    """The stock phrase of a rank in two wordings: four to nine characters that no other rank has."""
    random = Random(f"phrase {rank}")
    verb, noun, other = draw_word(random, "v"), draw_word(random, "n"), draw_word(random, "n")
    words = (noun, verb) if rank % 3 else (verb, noun, other)
    return "".join(words), "".join(reversed(words))


def list_phrases(count: int) -> list[tuple[str, str]]:
    """The stock phrases of the lowest ranks, each wording once."""
    met: set[str] = set()
    phrases: list[tuple[str, str]] = []
    for rank in range(PHRASES):
        if len(phrases) == count:
            break
        pair = make_phrase(rank)
        if not met & set(pair):
            met.update(pair)
            phrases.append(pair)
    return phrases
