"""Word boundaries in Chinese text, from jieba; its dictionary is loaded when a boundary is first asked for."""

from __future__ import annotations

import logging
import warnings
from functools import cache
from typing import Any


def read_boundaries(text: str) -> frozenset[int]:
    """The offsets at which a word begins or ends, 0 and the text's length included."""
    ends, at = {0}, 0
    for word in _segmenter().cut(text):
        at += len(word)
        ends.add(at)
    return frozenset(ends)


@cache
def _segmenter() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba 0.42.1 is no longer kept: pkg_resources, invalid escapes
        import jieba

        jieba.setLogLevel(logging.WARNING)
        jieba.initialize()
    return jieba
