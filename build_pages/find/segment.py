"""Words of a Chinese text and what they are, from jieba; its dictionary is loaded when it is first asked."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from functools import cache
from typing import Any


def read_boundaries(text: str) -> frozenset[int]:
    """The offsets at which a word begins or ends, 0 and the text's length included."""
    ends, at = {0}, 0
    for word in _jieba().cut(text):
        at += len(word)
        ends.add(at)
    return frozenset(ends)


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
