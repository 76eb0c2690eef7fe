"""Bounds: what stands before and after a number and says how exactly it is meant (突破, 不低于, 以上, 左右)."""

from __future__ import annotations

import re
from typing import NamedTuple

from build_pages.find.figures.wording import any_of
from build_pages.model.mention import Relation

BEFORE: dict[Relation, str] = {
    "≥": "不低于 不少于 不小于 不得低于 至少 最低",
    "≤": "不超过 不高于 不多于 不大于 不得超过 最多 最高",
    ">": "突破 超过 超出 超 逾 多于 高于 大于 冲破 跨过 跨越 迈过 再破",
    "<": "低于 少于 小于 不足 不到",
    "≈": "近 约 大约 约为 接近 将近 约占 近乎 大体",
    "=": (
        "达到 达 高达 多达 均达 完成 稳定在 保持在 控制在 维持在 增至 增加到 增长到 提高到 提高至 提升到 提升至 上升到 "
        "上升至 扩大到 扩大至 降至 降到 下降到 下降至 降低到 减少到 减少至 压缩至 压缩到 缩短至 缩短到 缩减至 "
        "增长至 回落到 升至 升到 增加至 调整到 延长至"
    ),
}
"""Blank-separated wordings in front of a number, by the relation they state."""
AFTER: dict[Relation, str] = {
    "≥": "以上 及以上 之上",
    "≤": "以内 以下 之内 及以下 内",
    "≈": "左右 上下",
    ">": "多 余 有余 开外",
}
"""The same behind a number and its unit."""
REACHED = re.compile(r"(?:到|至|达|达到|为|突破|超过|[稳保控维][定持制]在)(?:了|约|近|超|逾)?$")
"""A number behind these is where a quantity came to, not by how much it changed."""

_RELATION_BEFORE = {word: relation for relation, words in BEFORE.items() for word in words.split()}
_RELATION_AFTER = {word: relation for relation, words in AFTER.items() for word in words.split()}
_BEFORE = re.compile(rf"(?:稳定在|保持在|控制在|达到|达|将)?(?P<word>{any_of(' '.join(_RELATION_BEFORE))})[了到为]?$")
_BEFORE_ENDS = frozenset("了到为").union(word[-1] for word in _RELATION_BEFORE)
# 内 and 多 only where the phrase ends: 省内, 多元
_AFTER = re.compile(
    r"及以上|及以下|以上|以内|以下|之内|之上|左右|上下|有余|开外|(?:内|多|余)(?=[,，、。;；:：)）的\n]|$)"
)
_COMPARING = re.compile(r"[高低大小]于|跨[越过]")
_REACH = 8
"""How many signs before a number a bound can begin."""


class Bound(NamedTuple):
    """The bound of a number: ``end`` is where the wording behind it ends, ``begin`` where the one before it begins."""

    relation: Relation
    qualifier: str
    begin: int
    end: int


def read_bound(folded: str, start: int, end: int, more: str, counts: bool) -> Bound:
    """The bound of the number with its unit at ``start`` to ``end``; ``more`` is the 多 or 余 inside it.

    Where it ``counts`` things, 高于 compares with them (高于9个中心城市) and 跨越 passes them: they bound nothing.
    """
    ends = folded[start - 1 : start] in _BEFORE_ENDS
    before = _BEFORE.search(folded, max(0, start - _REACH), start) if ends else None
    if before and counts and _COMPARING.fullmatch(before["word"]):
        before = None
    after = _AFTER.match(folded, end)
    if not (before or more or after):
        return Bound("=", "", start, end)
    words = [before[0] if before else "", more, after[0] if after else ""]
    begin = start - len(before[0]) if before else start
    relation: Relation = _RELATION_BEFORE[before["word"]] if before else "="
    if more:
        relation = ">"
    if after and relation in "=≈":
        relation = _RELATION_AFTER[after[0]]
    return Bound(relation, "…".join(word for word in words if word), begin, after.end() if after else end)
