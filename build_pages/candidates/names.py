"""Names and terms: runs of nouns, without the verbs that govern them, up to a noun that can end a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_pages.candidates.passage import Find, Passage, Word, is_governing, is_nominal
from build_pages.candidates.words import CUTTING, FOLLOWING, HEADS, OFFICIAL, PARTS_OF_NAMES
from build_pages.find.segment import commonness, knows_word

SHORTEST = 3
LONGEST_CROSSING = 24
_COUNTED = re.compile(r"\d[万亿]?[个家场项条套名只座所件次户辆米亩元人公平吨]")
_OPENING = ("d", "v", "p", "c", "r", "t", "u", "ul", "uj", "ud", "uz", "ug", "uv", "zg", "f", "y", "k", "ad", "vd", "m")
_ATTRIBUTES = ("v", "vn", "a", "t", "f", "z", "i", "l")
_ENDING = ("x", "v", "d", "p", "c", "uj", "ul", "u", "f", "zg", "r", "m", "ad", "vd", "uv")
_INSIDE = tuple("—（）·+-")


def find_names(passage: Passage) -> Iterator[Find]:
    """Each name; one that can end at several nouns is found for each.

    What opens a clause may govern the name or belong to it (青年 before 驿站), so it is found with and without it.
    """
    start, opening = 0, True
    for n, word in enumerate(passage.words):
        after = passage.after(n)
        if _cuts(word, after):
            start, opening = n + 1, True
        elif opening and _governs(word, after):
            start = n + 1
        else:
            opening = False
            if is_nominal(word) and _can_end(after):
                for first in (start, *_wider(passage, start)):
                    if _is_name(passage, first, n):
                        yield _name(passage, first, n)


def find_long_names(passage: Passage) -> Iterator[Find]:
    """From the verbs that open a clause to an ending that an office gives, over 的, 和 and verbs between them."""
    start, opening, crossed = 0, True, False
    for n, word in enumerate(passage.words):
        if word.tag == "x" and word.text not in _INSIDE:
            start, opening, crossed = n + 1, True, False
            continue
        if opening and _governs(word, passage.after(n)):
            start = n + 1
            continue
        opening = False
        crossed = crossed or _cuts(word, passage.after(n))
        text = passage.text[passage.words[start].start : word.end]
        if text.endswith(OFFICIAL) and len(text) <= LONGEST_CROSSING:
            for first in (start, *_wider(passage, start)):
                begin = passage.words[first].start
                traits = (f"ends in {word.text}", f"starts with {passage.words[first].text}", f"crosses {crossed}")
                yield Find(begin, word.end, "long", 0.2, (*traits, f"after {passage.before(first).text}"))


def _wider(passage: Passage, start: int) -> Iterator[int]:
    """Where a name starts that takes in the word before ``start``, or the two before it."""
    for first in range(start - 1, max(-1, start - 3), -1):
        word = passage.words[first]
        if word.tag not in _ATTRIBUTES or len(word.text) != 2 or _cuts(word, passage.after(first)):
            return
        yield first


def _cuts(word: Word, after: Word) -> bool:
    if word.text == "建设":
        return not after.text.startswith(PARTS_OF_NAMES)
    return word.text in CUTTING or (word.tag == "x" and word.text not in _INSIDE)


def _governs(word: Word, after: Word) -> bool:
    """Whether a word at the start of a clause stands before the name: a verb, or an adverbial before one."""
    adverbial = word.tag in ("i", "l", "z", "a") and after.tag == "v"
    return adverbial or is_governing(word) or word.tag in _OPENING


def _can_end(after: Word) -> bool:
    return after.tag in _ENDING or after.text in CUTTING or after.text in FOLLOWING


def _is_name(passage: Passage, first: int, last: int) -> bool:
    """Neither a count, nor a word of the dictionary, nor a place of the map."""
    words = passage.words[first : last + 1]
    text = passage.text[words[0].start : words[-1].end]
    if len(text) < SHORTEST or _COUNTED.search(text) or (first == last and knows_word(text)):
        return False
    return not all(word.tag == "ns" or word.text in "市区县路" for word in words)


def _name(passage: Passage, first: int, last: int) -> Find:
    words = passage.words[first : last + 1]
    start, end = words[0].start, words[-1].end
    text = passage.text[start:end]
    official = text.endswith(OFFICIAL) and len(text) >= 5
    traits = (
        f"ends in {words[-1].text}",
        f"ends with {text[-1]}",
        f"starts with {words[0].text}",
        f"after {passage.before(first).text}",
        f"before {passage.after(last).text}",
        f"official {official}",
        f"closes with {'-'.join(word.tag[0] for word in words[-2:])}",
        f"rarest word {min(commonness(word.text) for word in words)}",
        f"commonest word {max(commonness(word.text) for word in words)}",
    )
    return Find(start, end, "name", _likely(text, words, official), traits)


def _likely(text: str, words: tuple[Word, ...], official: bool) -> float:
    if len(text) < 4 or knows_word(text):
        return 0.02
    if official:
        return 0.5 if len(text) >= 7 else 0.35
    verbal = any(word.tag == "v" for word in words[:-1])
    return (0.2 if words[-1].text in HEADS else 0.07) * (0.5 if verbal else 1)
