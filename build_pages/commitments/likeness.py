"""How alike two wordings are, where no indicator ties them: shared pairs of characters.

Dice's coefficient over bigrams (Dice 1945) of wordings brought to the terms of official statistics.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from math import ceil
from operator import add
from typing import Generic, TypeVar

from build_pages.find.figures.numbers import fold

T = TypeVar("T")

SAME = 0.72
"""From here on two wordings are taken for one measure."""
_TERMS = tuple(
    (re.compile(pattern), term)
    for pattern, term in (
        ("规模以上", "规上"),
        ("播种面积", "种植面积"),
        ("总产量|年产量|总产(?!值)", "产量"),
        ("集群规模", "规模"),
        ("经济增速|经济增长", "地区生产总值"),
        ("停车泊位|泊位", "停车位"),
        ("供气|天然气", "燃气"),
        ("进出口总值|进出口总额|外贸进出口", "进出口"),
        ("重点项目", "项目"),
        ("总收入", "收入"),
        ("高企", "高新技术企业"),
        ("居民人均可支配收入", "居民收入"),
        ("智能化改造", "智能改造"),
        ("入网面积", "面积"),
        ("集中供热", "供热"),
    )
)
"""Terms of the genre that stand for each other."""
_TERM = re.compile("|".join(pattern.pattern for pattern, _ in _TERMS))
_EMPTY = re.compile(
    "年度|全市|全年|累计|完成|实现|新增|新建改造|改造新建|新建|建成|改造|新认定|新培育|新引进|引进|培育|培养|创建|打造|"
    "建设|组织|举办|接待|发放|分配|筹集|开展|支持|实施|推动|公共|预计|达到|突破|力争|确保|稳定|保持|增长|下降|我市|本市|"
    r"市区|总数|事项|项目建设|加快|持续|继续|大力|的|了|个|家|等|和|与|“|”|\(|\)|、"
)
"""Words of doing and counting, which say nothing of what is measured."""


def key(words: str) -> str:
    """A wording in common terms, without words of doing and counting."""
    words = fold(words)
    for pattern, term in _TERMS if _TERM.search(words) else ():
        words = pattern.sub(term, words)
    return _EMPTY.sub("", words)


def pairs(words: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a wording; the character itself where there is but one."""
    return frozenset(map(add, words, words[1:])) or frozenset(words)


def dice(a: frozenset[str], b: frozenset[str]) -> float:
    """How alike two wordings are, from 0 to 1, by their pairs; 0 where one says nothing."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def least_shared(size: int, alike: float) -> int:
    """How many of the ``size`` pairs of a wording another must have too for ``dice`` to be ``alike`` or more.

    With c shared pairs, the other wording has c or more, so that Dice's coefficient is at most 2c / (size + c).
    """
    return ceil(alike / (2 - alike) * size - 1e-9)  # a whole number may come out a little too high


def held(wanted: frozenset[str], words: frozenset[str]) -> float:
    """How much of a wording stands in other words, from 0 to 1, by their pairs."""
    return len(wanted & words) / len(wanted) if wanted else 0.0


def held_in(wanted: frozenset[str], words: str) -> float:
    """How much of a wording stands in other words, see ``held``, without reading the pairs of these."""
    if len(next(iter(wanted), "")) < 2:  # no pair, but nothing or a wording of one character, see ``pairs``
        return held(wanted, pairs(words))
    return sum([pair in words for pair in wanted]) / len(wanted)


class PairIndex(Generic[T]):
    """Things by the pairs of characters of their wordings, so that only those that can be alike are looked at.

    They are numbered in the order they are given.
    """

    def __init__(self, things: Iterable[T], pairs_of: Callable[[T], frozenset[str]]) -> None:
        self.things = tuple(things)
        self._by_pair: dict[str, list[int]] = defaultdict(list)
        for n, thing in enumerate(self.things):
            for pair in pairs_of(thing):
                self._by_pair[pair].append(n)

    def near(self, wanted: frozenset[str], least: int = 1) -> Iterator[T]:
        """The things that may share ``least`` pairs or more with ``wanted``, in order; ``least`` is 1 or more.

        Of all its pairs but ``least`` - 1 one is shared by whatever shares so many: the rarest of them are followed.
        """
        lists = sorted([self._by_pair[pair] for pair in wanted if pair in self._by_pair], key=len)
        rarest = lists[: max(0, len(lists) - least + 1)]
        return (self.things[n] for n in sorted(set(chain.from_iterable(rarest))))
