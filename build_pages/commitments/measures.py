"""Figures as statements of a measure: what is needed to tell whether two speak of the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from build_pages.commitments.likeness import SAME, dice, held_in, key, pairs
from build_pages.find.figures.numbers import fold
from build_pages.indicators.evidence import place_of_figure
from build_pages.model.edition import Annotated
from build_pages.model.mention import Figure
from build_pages.split.sentences import find_sentence

_BARE = re.compile(
    r"规模|产量|产值|总量|总额|总数|面积|收入|投资|数量|学位|增加值|开行|交易额|市场主体|比重|占比|效率|办结率|满意率"
)
"""Names of measures that say nothing without what they are measured of."""
_TAIL = re.compile(r"(?:增加值|产值|产量|种植面积|播种面积|规模|总数|面积|总额|增长|投资)+$")
_KINDS = {
    "level": "amount",
    "increment": "amount",
    "growth": "growth",
    "change": "growth",
    "share": "share",
    "rank": "rank",
}
_UNITS = {"户": "家", "名": "人", "套(间)": "套", "台(套)": "台", "座": "个", "处": "个", "条": "条", "家": "家"}
Years = tuple[int, int]
"""The first and the last."""
CLASSIFIERS = ("个", "家", "项", "条", "所", "件", "次")
"""Units that count things: what is counted must be named more alike, 渡口旅游线路 are other things than 旅游线路."""
_COUNTED = 0.8


class Stated(NamedTuple):
    """A figure with what it measures: its indicator, or the words of its subject with what they continue."""

    id: str
    document: str
    paragraph: str
    figure: Figure
    indicator: str | None
    subject: str
    sentence: str
    core: str
    """The subject in common terms."""
    grams: frozenset[str]
    """The pairs of characters of that."""
    number: float
    """The value in units."""
    kind: str | None
    """Amount, growth, share or rank: figures of other kinds are never compared."""
    unit: str
    """The unit, alike for classifiers that stand for each other."""
    years: Years | None
    """The first and last year it speaks of."""

    @property
    def around(self) -> str:
        """Its sentence in common terms."""
        return _key(self.sentence)


_key = lru_cache(maxsize=2048)(key)  # a figure is compared with many others, one after the other


@lru_cache(maxsize=512)  # figures and promises speak of few years
def years_of(period: str | None) -> Years | None:
    """The years of a period: ``2025``, ``2026-10`` and ``2021/2025``."""
    if not period:
        return None
    first, _, last = period.partition("/")
    if not first[:4].isdigit():
        return None
    return int(first[:4]), int((last or first)[:4])


def read_measures(documents: Iterable[Annotated]) -> dict[str, Stated]:
    """Figure id ▸ the statement it makes, in the order of the documents and of their texts."""
    grams_of = cache(pairs)
    return {stated.id: stated for one in documents for stated in _of_document(one, grams_of)}


def _of_document(one: Annotated, grams_of: Callable[[str], frozenset[str]]) -> Iterator[Stated]:
    previous: Stated | None = None
    start = end = 0
    for id, figure in one.figures.items():
        place = place_of_figure(id)
        if not (previous and previous.paragraph == place and start <= figure.start < end):
            start, end = find_sentence(one, place, figure.start)
        sentence, subject = one.places[place].text[start:end], fold(figure.subject)
        core = key(subject)
        beside = previous and previous.paragraph == place and previous.sentence == sentence
        if previous and beside and _is_bare(core):
            subject = _TAIL.sub("", previous.subject) + subject
            core = key(subject)
        previous = Stated(
            id, one.id, place, figure, one.ties.get(id), subject, sentence, core, grams_of(core),
            number=figure.value * figure.scale, kind=_KINDS.get(figure.measure or ""),
            unit=_UNITS.get(figure.unit, figure.unit), years=years_of(figure.period),
        )  # fmt: skip
        yield previous


def _is_bare(core: str) -> bool:
    """Whether a subject in common terms only names a measure or what is done: 产量, 集群规模, 完成投资."""
    rest = _BARE.sub("", core)
    return len(rest) <= 1 or rest in ("集群", "整机")


def agreement(a: Stated, b: Stated) -> float:
    """How surely two figures state one measure, from 0 to 1: through the same indicator, else by their wording."""
    if a.kind != b.kind or a.kind is None or a.unit != b.unit:
        return 0.0
    if a.indicator and b.indicator:
        return float(a.indicator == b.indicator)
    alike = dice(a.grams, b.grams)
    return alike if alike >= (_COUNTED if a.unit in CLASSIFIERS else SAME) else 0.0


def context(a: Stated, b: Stated) -> float:
    """How much of what one is about stands in the other's sentence: tells candidates of one measure apart."""
    return held_in(b.grams, a.around) + held_in(a.grams, b.around)
