"""Figures that disagree: other values of one measure and time, or one value under another name, time or status."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, combinations, islice

from build_pages.commitments.likeness import SAME, dice, held, held_in, least_shared, pairs
from build_pages.commitments.measures import Stated, agreement
from build_pages.model.commitment import Class, Discrepancy
from build_pages.model.record import Record

_NEAR = 0.01
"""Two numbers that differ by no more may be one, rounded."""
_ALIKE, _AKIN = 0.8, 0.35
"""Likeness of wordings taken for the same measure, and of those that may name one thing in two ways."""
_FEW = 10
"""Figures of one time and kind up to which each is compared with each."""
_RATES: set[str | None] = {"growth", "share"}
"""下降12.6% and 降幅12.6%: the same number may be put either way."""
_SUMMED = re.compile("年均|[五5]年|累计")
"""Words of averages and sums over years, which no figure of one year contradicts."""
_MOTION = re.compile(r"(?:增加|增长|提高|上升|扩大|下降|减少|降低|升|增|降|达)[到至]?|(?:19|20)[0-9]{2}年(?:的)?")
"""Words of a change and its year, which name nothing that changes."""
_EXACT = 3
"""Digits a number needs before two documents hardly state it of different things by chance."""


def compare_figures(
    measures: Iterable[Stated],
    records: Mapping[str, Record],
    years: Set[str] = frozenset(),
    apart: Set[str] = frozenset(),
) -> Iterator[Discrepancy]:
    """The disagreements between figures of one circle and unit: of one time and kind, and of one number in one year.

    ``years`` are the figures of texts that look back on several years: their sums and averages are of no single year.
    ``apart`` are the figures of another time than their text's, which nothing contradicts.
    """
    timed: dict[Hashable, list[Stated]] = defaultdict(list)
    numbered: dict[Hashable, list[Stated]] = defaultdict(list)
    for stated in measures:
        if stated.id in apart or not _says(stated):
            continue
        if stated.kind and stated.figure.status != "target":
            summed = bool(_SUMMED.search(stated.sentence)), stated.id in years
            timed[stated.unit, stated.kind, stated.years, summed].append(stated)
        if stated.kind:
            numbered[stated.unit, stated.number, _spoken_in(records[stated.document])].append(stated)
    for groups, pair, compare in ((timed, _pair, _other_number), (numbered, _pair_all, _same_number)):
        for group in groups.values():
            for a, b in pair(group):
                if a.paragraph != b.paragraph and (found := compare(a, b)):
                    yield Discrepancy(found[0], a.id, b.id, _words(a), _words(b), found[1])


def _pair_all(group: Sequence[Stated]) -> Iterable[tuple[Stated, Stated]]:
    """Each figure of a group with each, for those of one number are few."""
    return combinations(group, 2)


def _pair(group: Sequence[Stated]) -> Iterable[tuple[Stated, Stated]]:
    """The pairs of figures of a group that may be of one measure, and those of numbers near each other."""
    if len(group) <= _FEW:
        return _pair_all(group)
    often = Counter(chain.from_iterable(stated.grams for stated in group))
    by_sign: dict[str, list[int]] = defaultdict(list)
    for n, stated in enumerate(group):
        for sign in _signs(stated, often):
            by_sign[sign].append(n)
    met = set(chain.from_iterable(combinations(found, 2) for found in by_sign.values()))
    met.update(_find_near(group))
    return ((group[n], group[other]) for n, other in sorted(met))


def _find_near(group: Sequence[Stated]) -> Iterator[tuple[int, int]]:
    """The numbers of each two figures that are near each other, the first of the two first."""
    ranked = sorted(range(len(group)), key=lambda n: group[n].number)
    for at, n in enumerate(ranked, 1):
        for other in islice(ranked, at, None):
            if not _are_near(group[n], group[other]):
                break
            yield min(n, other), max(n, other)


def _signs(stated: Stated, often: Mapping[str, int]) -> Iterator[str]:
    """The indicator of a figure and the rarest pairs of its wording: two figures of one measure have one in common.

    Wordings that are ``_ALIKE`` share so many pairs that the rarest of the one are not all missing in the other.
    """
    if stated.indicator:
        yield stated.indicator
    ranked = sorted(stated.grams, key=lambda pair: (often[pair], pair))
    yield from ranked[: len(ranked) - least_shared(len(ranked), _ALIKE) + 1]


def _other_number(a: Stated, b: Stated) -> tuple[Class, str] | None:
    """How two reported figures of one time and kind disagree by their numbers."""
    if a.number == b.number:
        return None
    same = agreement(a, b) >= _ALIKE
    near = _are_near(a, b)
    if near and a.document != b.document and a.kind != "rank" and (same or _told_alike(a, b)):
        return "rounding", "同一时期，数字相差不到百分之一"
    if same and not near and not _allows(a, b):
        return "value", "同一指标、同一时期，数字不同"
    return None


def _are_near(a: Stated, b: Stated) -> bool:
    return abs(a.number - b.number) <= _NEAR * max(abs(a.number), abs(b.number))


def _same_number(a: Stated, b: Stated) -> tuple[Class, str] | None:
    """How two figures of one number disagree by time, status, bound or name, in documents spoken in one year."""
    alike = 1.0 if a.indicator and a.indicator == b.indicator else dice(a.grams, b.grams)
    if alike < _AKIN or not _kindred(a, b):
        return None
    if a.years != b.years:
        telling = a.kind in _RATES and _digits(a) >= _EXACT and a.document != b.document
        return ("period", "同一数字，所指时期不同") if telling else None
    statuses = {a.figure.status, b.figure.status}
    if statuses == {"actual", "target"}:
        telling = alike >= _ALIKE or _digits(a) > 1
        return ("status", "同一数字，一作已有，一作将有") if telling else None
    return None if a.document == b.document or "target" in statuses else _same_value(a, b, alike)


def _same_value(a: Stated, b: Stated, alike: float) -> tuple[Class, str] | None:
    """How two reports of one value in two documents disagree: by the bound they put to it, or the name they give it."""
    if a.figure.relation != b.figure.relation and alike >= _ALIKE:
        return "rounding", "同一数字，一带“超”“约”一类限定，一不带"
    telling = _digits(a) >= _EXACT or (a.kind == "rank" and held_in(a.grams, b.around) >= 0.3) or _same_story(a, b)
    if telling and dice(a.grams, b.grams) < SAME and not _contained(a, b):
        return "wording", "同一数字，所说名目不同"
    return None


def _says(stated: Stated) -> bool:
    """Whether it is known what a figure measures: 16个省 and 增加到2017年的3120元 do not say so themselves."""
    return bool(stated.indicator) or len(_MOTION.sub("", stated.core)) > 1


def _spoken_in(record: Record) -> str:
    """The year a document was spoken in, as its record has it."""
    return str(record.year or record.date[:4])


def _kindred(a: Stated, b: Stated) -> bool:
    return a.kind == b.kind or {a.kind, b.kind} == _RATES


def _contained(a: Stated, b: Stated) -> bool:
    return a.core in b.core or b.core in a.core


def _told_alike(a: Stated, b: Stated) -> bool:
    """Whether two exact figures stand in sentences that share a fifth of their words either way."""
    return _digits(a) >= _EXACT and _digits(b) >= _EXACT and min(_overlap(a, b)) >= 0.2


def _same_story(a: Stated, b: Stated) -> bool:
    """Whether one of the sentences says a third of what the other does."""
    return max(_overlap(a, b)) >= 0.33


def _overlap(a: Stated, b: Stated) -> tuple[float, float]:
    """How much of each sentence stands in the other."""
    one, other = pairs(a.around), pairs(b.around)
    return held(one, other), held(other, one)


def _allows(a: Stated, b: Stated) -> bool:
    """Whether the bound of one figure admits the other: 突破300 and 300.4."""
    return _admits(a, b) or _admits(b, a)


def _admits(bound: Stated, other: Stated) -> bool:
    relation, limit, number = bound.figure.relation, bound.number, other.number
    if relation in (">", "≥"):
        return limit <= number <= 1.1 * limit
    if relation in ("<", "≤"):
        return number <= limit and (bound.kind == "rank" or 0.9 * limit <= number)
    return relation == "≈" and abs(number - limit) <= 0.1 * limit


def _digits(stated: Stated) -> int:
    """Significant digits of the number as printed: three of 12.6, two of 1200 and of 0.12."""
    return len(f"{stated.figure.value:.10g}".replace(".", "").strip("0"))


def _words(stated: Stated) -> str:
    at = stated.sentence.find(stated.subject)
    return stated.sentence if at < 0 or len(stated.sentence) < 60 else stated.sentence[max(0, at - 10) : at + 50]
