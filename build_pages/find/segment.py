"""Words of a Chinese text and what they are, from jieba; its dictionary is loaded when it is first asked."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

_LETTER = re.compile(r"[\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]")
"""What jieba cuts together with what stands beside it; at any other sign it begins anew."""


def load_dictionary() -> None:
    """Load the dictionary before it is asked, which takes half a second."""
    _jieba()


def read_boundaries(text: str) -> frozenset[int]:
    """The offsets at which a word begins or ends, 0 and the text's length included."""
    ends, at = {0}, 0
    for word in _jieba().cut(text):
        at += len(word)
        ends.add(at)
    return frozenset(ends)


def is_word(text: str, start: int, end: int) -> bool:
    """Whether words begin at ``start`` and end at ``end``: only the runs of letters there are cut."""
    return _is_boundary(text, start) and _is_boundary(text, end)


def _is_boundary(text: str, at: int) -> bool:
    begin = end = at
    while begin > 0 and _LETTER.match(text, begin - 1):
        begin -= 1
    while end < len(text) and _LETTER.match(text, end):
        end += 1
    return at in (begin, end) or at - begin in _cut_run(text[begin:end])


@lru_cache(4096)
def _cut_run(run: str) -> frozenset[int]:
    return read_boundaries(run)


def tag_words(text: str) -> Iterator[tuple[str, str]]:
    """Each word with jieba's tag of its part of speech (after the ICTCLAS set: n noun, v verb, m number …)."""
    for pair in _tagger().cut(text):
        yield pair.word, pair.flag


def knows_word(word: str) -> bool:
    """Whether the segmenter's dictionary holds ``word`` as one word."""
    return bool(_jieba().dt.FREQ.get(word))


def commonness(word: str) -> int:
    """How common a word is in the segmenter's dictionary: the number of digits of its count, 0 for an unknown one."""
    count = _jieba().dt.FREQ.get(word)
    return len(str(count)) if count else 0


@cache
def _jieba() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba 0.42.1 is no longer kept: pkg_resources, invalid escapes
        import jieba

        jieba.setLogLevel(logging.WARNING)
        jieba.initialize()
    return jieba


@cache
def _tagger() -> Any:
    _jieba()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from jieba import posseg
    return posseg
