"""The subject: what a quantity measures, in the words of its own clause or of the one it continues."""

from __future__ import annotations

import re

from build_pages.find.figures.phrases import LONGEST, shorten, trim, trim_end, words_behind
from build_pages.find.figures.quantities import Quantity
from build_pages.find.figures.wording import any_of

AMOUNTS = frozenset({"count", "measure", "money"})
"""Kinds of quantities that the noun behind them can be the subject of."""
_VERBS = any_of(
    "完成 实现 支持 建设 新增 新建 改造 建成 打造 培育 引进 推进 实施 开展 举办 涵盖 帮助 组织 发布 启动 推动 "
    "处置 清理 修改 修复 治理 创建 认定 新认定 新培育 新引进 集聚 汇聚 吸引 惠及 发放 办好 办理 出台 制定 推出 "
    "优化 深化 入选 获批 累计 新开工 新签约 开工 投产 抓好 用好 落实 谋划 已谋划 滚动 加快 持续 压茬 统筹 筹集 "
    "分配 交付 发展 培养 招引 落地 拥有 现有 共有 全市 全省 全国 全区 首批 围绕 剩余 选派 派出 覆盖 升级 提升 "
    "拉动 投入 安排 承接 受理 整治 查处 侦破 化解 解决 争取 的 了 等"
)
_ONLY_VERBS = re.compile(rf"{_VERBS}+$")
_OF_BASE = re.compile("是|为(?!民)|相当于")
"""A clause that says what something is of another time carries its subject on: 是五年前的1.9倍."""
_STAGE = re.compile(any_of("台阶 大关 关口 人民币"))
_RANKING = re.compile(
    any_of(
        "(?:[稳位跃高仍均]|(?<![安宜新移定迁邻]))居(?![民家住]) [位名排]列 排名 排在 跻身 进入 晋升 跃升 上升 "
        "升至 (?<!班)列(?=[全国中世第东西]|$) 占据 保持"
    )
)
_MODIFIER = re.compile(
    any_of("城镇 城市 农村 乡村 国内 国际 入境 进口 出口 境内 境外 省内 省外 公办 民办 内资 外资 刑事 民事") + "|."
)
"""Modifiers that share their noun with the last of an enumeration."""
_SCOPE = re.compile(r"[从由]?(?:世界|全国|全球|国内)$")


def subject_of(quantity: Quantity, before: str, behind: str, carried: str) -> str:
    """What a quantity measures, as worded, at most 24 signs.

    These are the noun it counts ``behind`` it, or the words ``before`` it, or ``carried``, the subject of the quantity
    before it in the same sentence, which it continues.
    """
    alone = not before or bool(_ONLY_VERBS.match(before))
    if _STAGE.match(behind):
        behind = ""
    if len(behind) > 1 and quantity.kind == "count" and not (before and _STAGE.search(behind)):
        return before + behind if alone and len(before + behind) <= LONGEST else shorten(behind)
    if alone and len(behind) > 1 and quantity.kind in ("measure", "money"):
        return shorten(behind)
    if carried and (alone or _OF_BASE.match(before)):
        return carried
    return shorten(before) or shorten(behind)


def ranked_subject(folded: str, quantity: Quantity, previous: int, begin: int, carried: str) -> str:
    """What a rank ranks: the words before 居 or 排名, else what it continues, else the head of the clause before it.

    ``begin`` is where its item begins, ``previous`` where the clause before that does.
    """
    words = _RANKING.split(folded[begin : quantity.start])
    subject = trim(_SCOPE.sub("", trim_end(words[0]))).strip()
    if len(subject) > 1:
        return shorten(subject)
    return carried or trim(words_behind(folded, previous, begin)) or shorten(words[-1])


def list_subjects(words: str, count: int) -> tuple[str, ...]:
    """The subjects of 甲、乙分别增长…, one for each of ``count`` quantities; () where they do not match."""
    head = trim_end(words.partition("分别")[0])
    for joints in ("、", "、|和|以及|及|与"):
        parts = [trim(part) for part in re.split(joints, head) if part]
        if len(parts) == count:
            return tuple(shorten(part + _shared_noun(part, parts[-1])) for part in parts)
    return ()


def _shared_noun(part: str, last: str) -> str:
    """The noun that a part of an enumeration leaves to the last: 城镇和农村居民收入, 一、二、三产增加值."""
    if part == last or not (_MODIFIER.fullmatch(part)):
        return ""
    return last[len(part) :] if len(last) > len(part) + 1 else ""
