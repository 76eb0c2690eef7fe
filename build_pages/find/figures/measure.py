"""The measure: whether a quantity is a level, an increment, a growth, a fall, a share or a rank."""

from __future__ import annotations

import re
from typing import Literal

from build_pages.find.figures.bounds import REACHED
from build_pages.find.figures.quantities import Quantity
from build_pages.find.figures.surroundings import AIMED, Surroundings
from build_pages.find.figures.wording import any_of
from build_pages.model.mention import Measure

Direction = Literal["up", "down"]

_FALLS = any_of("下降 减少 降低 下滑 回落 压减 压缩 缩短 缩减 精简 减免 收窄 降幅 负增长 削减 下调 低于(?<!不低于) 减")
_RISES = any_of(
    "增长 上升 提高 增加(?!值) 上涨 递增 提升 扩大 增幅 涨幅 增速 增长率 上调 高于(?<!不高于) 快于 多增 "
    "增(?![加值长设]) 涨 翻"
)
_FALL, _RISE = re.compile(_FALLS), re.compile(_RISES)
_FALLEN = re.compile(_FALLS + r"(?<!低于)[了约近超过]*$")
_RISEN = re.compile(any_of("提高 增加 增长 提升 上调 多增 增 扩大") + r"(?:了|约|近|超过?)?$")
_CHANGED_TO = re.compile(rf"(?:{_FALLS}|{_RISES}|升|降)[到至](?:了|约|近|不足)?$")
_PACE_UP = re.compile(any_of("增速 增幅 涨幅 增长率 增长速度 上涨率"))
_PACE_DOWN = re.compile(any_of("降幅 下降率 降低率 减少率"))
_SHARE = re.compile(any_of("占 比重 比例 率 度(?!假) 份额"))
_ADDED = re.compile(
    any_of(
        "新增 净增 增补 增设 增加(?!值) 增派 引进 引育 引留 引聚 引入 招引 培养 当选 来[\u4e00-\u9fff]留 转移就业 新"
        + any_of(
            "创建 备案 命名 设(?![施备计]) 入驻 开通 认定 培育 引进 培养 获批 入选 登记 注册 发展 入库 纳入 吸引 落户 "
            "入规 结对 晋 添 当选 引入 招引 评定 获评 上市"
        )
    )
)
_TOTAL = re.compile(any_of("累计 总数 总量 总规模 总额 达到$ 达$ 增至 现有 已有 共有 保有量"))
_MADE = re.compile(
    any_of(
        "新建 新开工 新签约 新改 新投 建成 建设 打造 完成 改造 支持 开展 举办 入库 创建 实施 办理 发放 "
        "交付 筹集 分配 修复 治理 处置 推进 启动 培训 发布 实现 投入 开工 签约"
    )
)
_COMING = re.compile(r".{0,14}(?:当选|来[\u4e00-\u9fff]留)")
_BEYOND = re.compile("超(?!过|[1-9])[^，。；]{0,6}(?:目标|计划|任务|预期|全国|全省|平均)$")
_VERB_REACH = 6
"""A verb of making at most this many signs behind one of adding belongs to it: 新增…改造."""


def measure_of(quantity: Quantity, around: Surroundings, listed: str = "") -> tuple[Measure, Direction | None]:
    """The measure of a quantity and, of a change, its direction; ``listed`` is its own subject in 甲、乙分别…."""
    if quantity.rank:
        return "rank", None
    if quantity.kind in ("percent", "points", "times") or quantity.number.form == "fraction":
        lead = around.stating.rpartition("分别")[2] if listed else around.stating
        return _measure_proportion(quantity, listed + lead, lead, around.shared)
    return _measure_amount(around.stating, around.behind, around.shared)


def _measure_proportion(
    quantity: Quantity, words: str, lead: str, shared: Measure | None
) -> tuple[Measure, Direction | None]:
    """Percentages, percentage points, multiples and fractions: a change, or a part of a whole.

    ``words`` are ``lead``, what stands before, with the subject where an enumeration gives it.
    """
    fall, rise = _last(_FALL, words), _last(_RISE, words)
    if _PACE_DOWN.search(words):
        return "change", "down"
    if _PACE_UP.search(words) or quantity.number.form == "double":
        return "growth", "up"
    if max(fall, rise) > _last(_SHARE, words) and not _CHANGED_TO.search(lead):
        return ("change", "down") if fall > rise else ("growth", "up")
    if shared in ("growth", "change") and (not lead or AIMED.fullmatch(lead)):
        return shared, "down" if shared == "change" else "up"
    if quantity.kind == "points" or _BEYOND.search(lead):
        return "growth", "up"  # points are a difference: 优于目标2个百分点
    return ("level" if quantity.unit in ("倍", "番") else "share"), None


def _measure_amount(lead: str, behind: str, shared: Measure | None) -> tuple[Measure, Direction | None]:
    """Amounts and counts: added to a stock, taken from it, or a level."""
    added, made = _last(_ADDED, lead), _last(_MADE, lead)
    if REACHED.search(lead) or _TOTAL.search(lead):
        return "level", None
    if _FALLEN.search(lead):
        return "change", "down"
    if _RISEN.search(lead) or (added >= 0 and added >= made - _VERB_REACH):
        return "increment", None
    return ("increment" if made < 0 and (shared == "increment" or _COMING.match(behind)) else "level"), None


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match begins; -1 where there is none."""
    at = -1
    for match in pattern.finditer(text):
        at = match.start()
    return at
