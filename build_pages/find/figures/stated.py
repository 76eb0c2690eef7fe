"""Whether a number with its unit states a quantity, or names, grades, sums up or sets a condition."""

from __future__ import annotations

import re

from build_pages.find.figures.numbers import Number
from build_pages.find.figures.units import kind_of
from build_pages.find.figures.wording import any_of

_PAUSE = r"[，。；、：,;:)）\n]|$"
_GENERATION = 10
"""A bare Latin letter behind a smaller number names a generation (5G), no amount."""
_GRADE = re.compile(any_of("级 量级 元级 航母 赛道 方面 关键词 原则"))
_NAMED = re.compile(any_of("强 佳 星级"))
_CONDITION = re.compile(
    r"及?以[上下](?:的|"
    + any_of(
        "重 大 产业 工业 软件 招商 签约 在建 项目 企业 商品 龙头 外资 园区 集群 县 镇 村 市场 基地 人口 单体 船 "
        "规模 煤 机组"
    )
    + ")"
)
_SPAN_LEAD = re.compile(any_of("连续 累计 提前 缩短 延长 平均 压缩 压减 增加 减少 多 少 寿命") + r"[^0-9]{0,6}$")
_RECENT = re.compile(r"(?<!连续)近$")
_SPAN_ENDS = re.compile(
    any_of("以内 之内 内 左右 以上 以下 的 延长 压缩 缩短 提 减 增 降 和 或 且 到 至") + "|" + _PAUSE
)
_CONSECUTIVE = ("连续", "连续近", "连续约", "连续超")
_AGE_LEAD = re.compile(any_of("平均 寿命 年龄 达到? 提高到? 增加到?") + r"[^0-9]{0,4}$")
_AGE_CONDITION = re.compile(any_of("[以及] 至 到 儿童 老人 老年"))
_NOUN = re.compile(r"[\u4e00-\u9fff]")
_INDEX_LEAD = re.compile(any_of("指数 系数 收入比 收入倍差 总分 得分 评分") + r"[^，。；]{0,8}$")
_INDEX_ENDS = re.compile(r"[下上提降升]|[∶:：]1(?![0-9])|" + _PAUSE)
_ROUND_LEAD = re.compile(any_of("突?破 迈过 跨过 超过? 超出 将?近 约 接近 逾 达到? 上 过 跨越 增至 迈上 每") + "$")
_ROUND_ENDS = re.compile(any_of("以上 左右 大关 台阶") + "|" + _PAUSE)
_WORDS_LEAD = re.compile(any_of("新增 净增 新认定 达到? 突破 超过? 增至 增加到? 不少于 累计 新建 新设") + "$")


def is_stated(folded: str, number: Number, unit: str, end: int, clause: int) -> bool:
    """Whether a number states a quantity; ``end`` is where its unit ends, ``clause`` where its clause begins."""
    kind = kind_of(unit) if unit else "count"
    lead, behind = folded[clause : number.start], folded[end : end + 12]
    if lead.endswith(("第", "每", "每隔")) or (lead.endswith("前") and kind in ("span", "count")):
        return False
    if number.form == "words":
        stated = _is_worded(number, unit, lead, behind)
    else:
        stated = bool(unit) or number.scale > 1 or bool(number.more) or _is_index(lead, behind)
    return (
        stated
        and not _is_name(number, unit, behind)
        and not _is_condition(kind, lead, behind)
        and _is_measured(kind, unit, lead, behind)
    )


def _is_measured(kind: str, unit: str, lead: str, behind: str) -> bool:
    """Whether spans of time, ages and specifications are measured here; every other kind always is."""
    if kind == "span":
        return _is_span(unit, lead, behind)
    if kind == "age":
        return bool(_AGE_LEAD.search(lead)) and not _AGE_CONDITION.match(behind)
    return kind != "specification" or not _NOUN.match(behind)


def _is_name(number: Number, unit: str, behind: str) -> bool:
    """Grades and names: 百亿级, 500强, 5G, 25度."""
    if _GRADE.match(behind) or (not unit and _NAMED.match(behind)):
        return True
    small = number.scale == 1 and (number.value or 0) < _GENERATION
    return (small and unit.isascii() and unit.isalpha()) or (unit == "度" and number.scale == 1)


def _is_condition(kind: str, lead: str, behind: str) -> bool:
    """A threshold that picks out what is counted: 5亿元以上项目."""
    return kind in ("money", "measure", "age") and bool(_CONDITION.match(behind)) and not lead.endswith("总投资")


def _is_span(unit: str, lead: str, behind: str) -> bool:
    """A measured length of time: 连续9年, 压缩至6个工作日内; not 五年规划, 10分钟阅读圈."""
    if unit in ("年", "个月", "个季度", "周") and (not _SPAN_LEAD.search(lead) or _RECENT.search(lead)):
        return False
    if behind.startswith("来"):
        return False  # 30年来
    return unit == "年" or lead.endswith(_CONSECUTIVE) or bool(_SPAN_ENDS.match(behind))


def _is_index(lead: str, behind: str) -> bool:
    """A bare number that is an index, a coefficient or a ratio: 收入比缩小至1.9∶1."""
    return bool(_INDEX_LEAD.search(lead) and _INDEX_ENDS.match(behind))


def _is_worded(number: Number, unit: str, lead: str, behind: str) -> bool:
    """A Chinese numeral states a quantity by a scale, a unit of measure or a verb; 三项, 十个 alone sum up or name."""
    kind, value = kind_of(unit) if unit else "", number.value or 0
    if lead.endswith(("几", "数")):
        return False
    if number.round and not unit and lead.endswith("达"):
        return False  # 南达万高铁
    if number.round:
        return bool(_ROUND_LEAD.search(lead)) and (kind in ("", "count") or bool(_ROUND_ENDS.match(behind)))
    if kind in ("percent", "points", "times") or number.scale > 1 or lead.endswith(_CONSECUTIVE):
        return True
    if kind in ("money", "measure"):
        return value >= 10 or bool(_WORDS_LEAD.search(lead))
    return kind == "count" and value > 1 and bool(_WORDS_LEAD.search(lead))
