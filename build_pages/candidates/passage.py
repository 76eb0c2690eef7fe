"""A text cut into words, and a stretch of it that looks like a formulation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from build_pages.candidates.words import GOVERNING, HEADS
from build_pages.find.segment import tag_words

_NOMINAL_TAGS = ("vn", "an", "eng", "q")
_OPENING = ("以", "的", "是", "把")


class Word(NamedTuple):
    """A word with the segmenter's tag of its part of speech, and where it stands."""

    text: str
    tag: str
    start: int
    end: int


class Find(NamedTuple):
    """A stretch that looks like a formulation: the pattern that says so, and how likely it makes an entry (0 to 1)."""

    start: int
    end: int
    pattern: str
    likely: float
    traits: tuple[str, ...] = ()
    """What a glossary can confirm or deny: ``ends in 行动``, ``after 实施``."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and its words, which follow each other without a gap."""

    text: str
    words: tuple[Word, ...]

    def before(self, n: int) -> Word:
        """The word before word ``n``; an empty sign at the start."""
        return self.words[n - 1] if n > 0 else Word("", "x", 0, 0)

    def after(self, n: int) -> Word:
        """The word after word ``n``; an empty sign at the end."""
        end = len(self.text)
        return self.words[n + 1] if n + 1 < len(self.words) else Word("", "x", end, end)


def read_passage(text: str) -> Passage:
    """Cut a text into words; a noun that can end a name is one word, even where the segmenter parts it (强|市)."""
    words: list[Word] = []
    at = 0
    for word, tag in tag_words(text):
        if words and words[-1].text + word in HEADS:
            words[-1] = Word(words[-1].text + word, "n", words[-1].start, at + len(word))
        else:
            words.append(Word(word, "n" if word in HEADS else tag, at, at + len(word)))
        at += len(word)
    return Passage(text, tuple(words))


def is_nominal(word: Word) -> bool:
    """Whether a word can stand in a name: nouns of every kind, attributes, set phrases, verbs used as nouns."""
    return word.tag[0] in "njlibszt" or word.tag in _NOMINAL_TAGS


def is_governing(word: Word) -> bool:
    """Whether a word governs a name where it opens a clause; the segmenter takes 全面推行 for one word."""
    return word.text in GOVERNING or (word.text[:2] in GOVERNING and word.text[2:] in GOVERNING)


def stands_free(passage: Passage, start: int) -> bool:
    """Whether what starts there stands free: after a sign, a word that governs it, or one of ``_OPENING``."""
    before = next((word for word in reversed(passage.words) if word.end <= start), None)
    return before is None or before.tag == "x" or is_governing(before) or before.text in _OPENING


def plain(text: str) -> str:
    """A wording without quotation marks: with and without them it is the same candidate."""
    return text.replace("“", "").replace("”", "")
