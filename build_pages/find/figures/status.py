"""The status: a result, a promise, or a standard; and the promise as worded."""

from __future__ import annotations

import re

from build_pages.find.figures.frame import Setting, Years
from build_pages.find.figures.wording import any_of
from build_pages.model.mention import Measure, Status

_PROMISE = re.compile(
    any_of(
        "力争 争取(?=[达实完突在]) 确保 预期(?!寿命) 拟 计划(?<![年度划生]计划)(?=[安新完发]) 努力(?=[使实把]) "
        "要(?=[达实完在力新建]) 目标是 不低于 将(?=(?:再|进一步|继续|全面|分别|陆续|累计)?"
        + any_of("达 突破 超 新 增 建成 实现 完成 提 投入 安排 降 减 下 占 有")
        + ")"
    )
)
_LOOKING_AHEAD = frozenset({"将", "拟", "力争", "预期"})
"""Promises that a review makes too; 确保 and 争取 tell there what was done."""
_DONE = re.compile(any_of("(?<![比较])[去上前]年 这[两几]年 近年来 目前已? 现已 已[有达] 已建成 已完成 已实现 截至"))
_STANDARD = {
    "元": re.compile(any_of("标准 待遇 每人每[年月天日] 最低工资 限额 上限 起付线 一次性(?:补助|补贴|奖励)")),
    "年": re.compile("承包"),
}
"""Words by which an amount or a term is set by rule."""
_RAISED = re.compile(any_of("提高 增加 提标 上调 增长 下降 再") + "$")


def promise(lead: str) -> str:
    """The promise as worded last before a number: 力争, 确保, 将; '' where there is none."""
    found = _PROMISE.findall(lead)
    return found[-1] if found else ""


def is_ahead(named: Years | None, setting: Setting) -> bool | None:
    """Whether a time named for a figure lies ahead of its document; None where none is named or it decides nothing."""
    if named is None or setting.spoken is None:
        return None
    if named[1] == setting.spoken:
        return True if setting.frame in ("plan", "goals") else None
    return named[1] > setting.spoken


def status_of(
    setting: Setting, clause: str, modality: str, measure: Measure, unit: str, ahead: bool | None
) -> Status | None:
    """The status of a figure in its setting; ``ahead`` is whether the time named for it is still to come.

    A level of money or years that a standard, an entitlement or a contract sets is a standard.
    """
    if measure == "level" and unit in _STANDARD and _STANDARD[unit].search(clause) and not _RAISED.search(clause):
        return "standard"
    if ahead is not None:
        return "target" if ahead else "actual"
    if setting.frame in ("plan", "goals"):
        return "actual" if _DONE.search(clause) else "target"
    if modality and (setting.frame not in ("review", "review-years") or modality in _LOOKING_AHEAD):
        return "target"
    return "actual" if setting.frame != "unknown" else None
