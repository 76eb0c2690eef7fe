"""The period: the time a number speaks of, from its clause, its sentence, its section and its document."""

from __future__ import annotations

import re

from build_pages.find.figures.frame import Setting, Years
from build_pages.find.figures.quantities import Quantity
from build_pages.find.figures.surroundings import Surroundings
from build_pages.find.figures.wording import any_of
from build_pages.model.mention import Measure, Status

_LONGEST = 200
"""Years that a statistic can have run."""
_CONSECUTIVE = re.compile(r"连续$")
_BASE = re.compile(r"[从由]$")
_OVER_YEARS = re.compile(any_of("年均 改善率 累计"))
_STANDING = re.compile(
    any_of(
        "达到? 突破 超过? 居 列 排名 位列 位居 跻身 首位 增长至 增至 提高到 提高至 提升至 提升到 扩大到 上升到 "
        "上升至 降至 下降到 稳定在 保持 现有 拥有 总数 总量 规模 率"
    )
    + "[约近了]?$"
)
_STOCK = re.compile(any_of("现有 拥有 总数 年龄 平均每 常住 存量 余额 保有量"))
_FLOW = re.compile(
    any_of(
        "年均 累计 新增 净增 五年 完成 建成 打造 培育 引进 化解 减轻 降低 安排 退出 安置 改造 新建 设立 开工 减税 "
        "压减 搬迁 交付 改善率 重组 发放 投入 实现 转移 脱贫 减少 下降 增加(?![到至值]) 增长(?![至到]) "
        "提高(?![至到])"
    )
)
_FLOW_BEHIND = re.compile(any_of("落地 成立 交付 建成 投用 投产 开工 通车 脱贫"))


def period_of(
    setting: Setting,
    quantity: Quantity,
    around: Surroundings,
    measure: Measure,
    status: Status | None,
    named: Years | None,
) -> str | None:
    """The period of a figure: ``2025``, ``2021/2025``; None where nothing decides it.

    ``named`` is what its sentence names. A stock or a running total has the last year of its setting, 连续N年 its span.
    """
    lead = around.clause
    length = quantity.number.value or 0
    if quantity.unit == "年" and _CONSECUTIVE.search(lead) and setting.year is not None and 1 <= length <= _LONGEST:
        return _write((setting.year - int(length) + 1, setting.year))
    years = named or _implied(setting, status)
    if years is None:
        return None
    first, last = years
    if first == last:
        return str(last)
    if named is None and setting.frame == "goals":
        return _write(years) if _OVER_YEARS.search(lead) else str(last)
    if named is None and _BASE.search(lead):
        return str(first - 1)  # 从5万亿元增加到8万亿元: the year before the span
    return str(last) if _is_stock(measure, lead, around.behind) else _write(years)


def _implied(setting: Setting, status: Status | None) -> Years | None:
    """The years of a setting; a promise in a review, a result in a plan have the year next to it."""
    looks_ahead = status == "target" and setting.frame in ("review", "situation", "other")
    looks_back = status == "actual" and setting.frame == "plan"
    if setting.spoken is None or not (looks_ahead or looks_back):
        return setting.years
    year = setting.spoken - looks_back
    return year, year


def _is_stock(measure: Measure, lead: str, behind: str) -> bool:
    """Whether a figure of several years states where things stand at the end of them."""
    if measure not in ("level", "share"):
        return measure == "rank"
    if _STOCK.search(lead) or (_STANDING.search(lead) and not _OVER_YEARS.search(lead)):
        return True
    return not (_FLOW.search(lead) or (not lead and _FLOW_BEHIND.search(behind)))


def _write(years: Years) -> str:
    return str(years[0]) if years[0] == years[1] else f"{years[0]}/{years[1]}"
