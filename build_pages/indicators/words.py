"""Targets in words: 进出口平稳增长 beside 地区生产总值增长6%左右, in the sentence that sets the aims of a year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from build_pages.find.figures.numbers import fold
from build_pages.indicators.evidence import place_of_figure
from build_pages.model.edition import Annotated, Place
from build_pages.model.indicator import Indicator, Value
from build_pages.model.mention import Figure
from build_pages.split.sentences import read_sentences

LEAST = 3
"""Targets of headline indicators that make a sentence the one of the year's aims."""
_CLAUSE = re.compile(r"[^，；：。！？]+")
_JOINT = re.compile(r"[、和与及同]")
_MUTUAL = re.compile(r"同步|一致|相当|协调|匹配|适应|持平|平衡")
"""What two things are to each other: 居民收入和经济增长同步 says nothing without the second."""
_SAYS = re.compile(
    r"继续|持续|稳步|平稳|稳定|稳中|基本|进一步|不断|明显|大幅|双双|均|都|保持|实现|下降|减少|增长|提高|改善"
)
"""What a statement of a subject begins with."""
_DIGIT = re.compile(r"[0-9０-９]")


def read_words(one: Annotated, ties: Mapping[str, str], indicators: Mapping[str, Indicator]) -> Iterator[Value]:
    """The values in words of headline indicators, in the order of the text."""
    headlines = [indicator for indicator in indicators.values() if indicator.headline]
    by_place: dict[str, list[Figure]] = {}
    for id, figure in one.figures.items():
        if figure.status == "target" and id in ties and indicators[ties[id]].headline:
            by_place.setdefault(place_of_figure(id), []).append(figure)
    for id, figures in by_place.items():
        place = one.places[id]
        for start, end in read_sentences(place.text):
            aims = [figure for figure in figures if start <= figure.start < end]
            if len(aims) >= LEAST:
                yield from _clauses(one, place, (start, end), aims[0].period, headlines)


def _clauses(
    one: Annotated, place: Place, span: tuple[int, int], period: str | None, headlines: Sequence[Indicator]
) -> Iterator[Value]:
    """The clauses of a sentence that name a headline indicator and hold no number."""
    for clause in _CLAUSE.finditer(place.text, *span):
        named = [] if _DIGIT.search(clause[0]) else list(_named(fold(clause[0]), headlines))
        end, indicator = max(named, key=lambda found: found[0], default=(0, None))
        if indicator and (words := _behind(clause[0][end:])):
            yield Value(
                id=place.id, indicator=indicator.id, document=one.id, paragraph=place.id, start=clause.start(),
                end=clause.end(), date=one.document.record.date, period=period, status="target",
                words=words, short=words, number=None,
            )  # fmt: skip


def _behind(rest: str) -> str:
    """What a clause says behind the name of its indicator, without other subjects of the same; empty if unclear."""
    if not _JOINT.match(rest) or _MUTUAL.search(rest):
        return rest
    said = _SAYS.search(rest)
    return rest[said.start() :] if said else ""


def _named(clause: str, headlines: Sequence[Indicator]) -> Iterator[tuple[int, Indicator]]:
    """Where the name of an indicator that a clause begins with ends."""
    for indicator in headlines:
        for wording in indicator.wordings:
            if clause.startswith(fold(wording.text)) and not any(word in clause for word in wording.not_with):
                yield len(wording.text), indicator
