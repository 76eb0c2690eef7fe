"""Names and terms: runs of nouns, without the verbs that govern them, up to a noun that can end a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_pages.candidates.passage import Find, Passage, Word, is_governing, is_nominal
from build_pages.candidates.words import CUTTING, FOLLOWING, HEADS, OFFICIAL, PARTS_OF_NAMES
from build_pages.find.segment import knows_word

SHORTEST = 3
LONGEST_CROSSING = 24
_COUNTED = re.compile(r"\d[万亿]?[个家场项条套名只座所件次户辆米亩元人公平吨]")
_OPENING = ("d", "v", "p", "c", "r", "t", "u", "ul", "uj", "ud", "uz", "ug", "uv", "zg", "f", "y", "k", "ad", "vd", "m")
_ATTRIBUTES = ("v", "vn", "a", "t", "f", "z", "i", "l")
_WIDER = (*_ATTRIBUTES, "n", "ns")
_ENDING = ("x", "v", "d", "p", "c", "uj", "ul", "u", "f", "zg", "r", "m", "ad", "vd", "uv")
_INSIDE = tuple("—（）·+-")


def find_names(passage: Passage) -> Iterator[Find]:
    """Each name; one that can end at several nouns is found for each.

    What opens a clause may govern the name or belong to it (书香 before 码头), so it is found with and without it; and
    after the last verb of a clause a name can begin anew.
    """
    start, anew, opening = 0, 0, True
    for n, word in enumerate(passage.words):
        after = passage.after(n)
        if _cuts(word, after):
            start, opening = n + 1, True
        elif opening and _governs(word, after):
            start = n + 1
        else:
            opening = False
            if _closes(passage, n) and _can_end(after):
                for first in _starts(passage, start, anew, n):
                    if _is_name(passage, first, n):
                        yield _name(passage, first, n)
        if word.tag == "v" and len(word.text) > 1:
            anew = n + 1


def find_long_names(passage: Passage) -> Iterator[Find]:
    """From the verbs that open a clause to an ending that an office gives, over 的, 和 and verbs between them."""
    start, anew, opening, crossed = 0, 0, True, False
    for n, word in enumerate(passage.words):
        if word.tag == "x" and word.text not in _INSIDE:
            start, opening, crossed = n + 1, True, False
        elif opening and _governs(word, passage.after(n)):
            start = n + 1
        else:
            opening = False
            crossed = crossed or _cuts(word, passage.after(n))
            if _leads_in(word, passage.after(n)) or (anew == n and word.tag == "m"):
                anew = n + 1
            if passage.text[passage.words[start].start : word.end].endswith(OFFICIAL):
                for first in _starts(passage, start, anew, n):
                    if word.end - passage.words[first].start <= LONGEST_CROSSING:
                        yield _long_name(passage, first, n, crossed)


def _starts(passage: Passage, start: int, anew: int, last: int) -> Iterator[int]:
    """Where a name that ends at word ``last`` can start: in its clause, before that, and where one begins anew."""
    yield start
    yield from _wider(passage, start)
    if start < anew <= last:
        yield anew


def _wider(passage: Passage, start: int) -> Iterator[int]:
    """Where a name starts that takes in the word before ``start``, or the two before it."""
    for first in range(start - 1, max(-1, start - 3), -1):
        word = passage.words[first]
        if word.tag not in _WIDER or len(word.text) > 3 or _cuts(word, passage.after(first)):
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


def _leads_in(word: Word, after: Word) -> bool:
    """Whether a name can begin anew after a word inside a clause: a governing one or 的, that joins nothing."""
    return after.text not in CUTTING and (is_governing(word) or word.tag == "uj")


def _closes(passage: Passage, n: int) -> bool:
    """Whether a word can close a name: a noun, or a verb of two characters right after one (夜航, 互借)."""
    word = passage.words[n]
    verbal = word.tag == "v" and len(word.text) == 2 and not is_governing(word)
    return is_nominal(word) or (verbal and is_nominal(passage.before(n)))


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
    text = passage.text[words[0].start : words[-1].end]
    return Find(words[0].start, words[-1].end, "name", _likely(text, words), (f"ends in {words[-1].text}",))


def _long_name(passage: Passage, first: int, last: int, crossed: bool) -> Find:
    words = passage.words[first : last + 1]
    traits = (
        f"ends in {words[-1].text}",
        f"starts with {words[0].text}",
        f"crosses {crossed}",
        f"after {passage.before(first).text}",
    )
    return Find(words[0].start, words[-1].end, "long", 0.2, traits)


def _likely(text: str, words: tuple[Word, ...]) -> float:
    if len(text) < 4 or knows_word(text):
        return 0.02
    if text.endswith(OFFICIAL) and len(text) >= 5:
        return 0.5 if len(text) >= 7 else 0.35
    verbal = any(word.tag == "v" for word in words[:-1])
    return (0.2 if words[-1].text in HEADS else 0.07) * (0.5 if verbal else 1)
