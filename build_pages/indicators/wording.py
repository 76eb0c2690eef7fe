"""A value in the words of the text: from behind the subject to the end of the figure, 突破1.3万亿元, 增长7%左右."""

from __future__ import annotations

import re

from build_pages.find.figures.numbers import fold
from build_pages.indicators.evidence import clause_span
from build_pages.model.mention import Figure

LONGEST = 20
"""Characters of a value as worded; beyond that only its bound, number and unit are shown."""
_CHANGE = re.compile(r"增长|增加|上涨|提高|提升|下降|减少|降低|压减|压缩|回落")
_PROMISE = re.compile(r"力争|确保|争取|努力|预期|预计|拟|将")
_JOINT = re.compile(r"[、，和及]")
_EDGE = "，、。；：的了"


def word_value(text: str, figure: Figure, previous: int, named: str) -> str:
    """A figure as worded; ``previous`` is where the figure before it in the text ends, 0 without one.

    ``named`` are the words that name the indicator; what stands before them is left out, but not a promise.
    """
    clause, _ = clause_span(text, figure)
    begin = max(clause, previous) if _JOINT.match(text, previous) else clause
    words = (_behind(text[begin : figure.start], figure, named) + text[figure.start : figure.end]).strip(_EDGE)
    if len(words) > LONGEST:
        words = short_value(text, figure)
    if figure.measure in ("growth", "change") and not _CHANGE.search(words):
        verbs = _CHANGE.findall(text[clause : figure.start])
        words = (verbs[-1] if verbs else "") + words
    if _PROMISE.fullmatch(figure.modality) and figure.modality not in words:
        words = f"{figure.modality}…{words}"
    return words


def short_value(text: str, figure: Figure) -> str:
    """The number with its bound and unit: 突破1.3万亿元, 7%左右."""
    quote = text[figure.start : figure.end]
    before = not figure.qualifier or figure.qualifier in quote or figure.qualifier not in text[: figure.start]
    return quote if before else figure.qualifier + quote


def _behind(before: str, figure: Figure, named: str) -> str:
    """What stands between the words that name the indicator and the number; a rank keeps what it is a rank among."""
    folded = fold(before)
    ends = [at + len(words) for words in (fold(named), figure.subject) if words and (at := folded.rfind(words)) >= 0]
    if not ends:
        return before if figure.measure == "rank" else ""
    return before[max(ends) :].rpartition("分别")[2]
