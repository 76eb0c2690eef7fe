"""Units of measure and classifiers as official statistics print them."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

Kind = Literal["percent", "points", "times", "money", "measure", "span", "age", "specification", "count", "place"]

TABLE: dict[Kind, str] = {
    "percent": "% ‰",
    "points": "个百分点 个基点 百分点 基点",
    "times": "倍 成 番",
    "money": "元 美元 欧元 日元 港元 英镑 澳门元 人民币",
    "measure": (
        "平方公里 平方千米 平方米 亩 公顷 立方米 公里 千米 海里 米 里 厘米 毫米 吨 公斤 斤 千克 克 微克 毫克 担 升 "
        "千升 千瓦 兆瓦 吉瓦 千瓦时 兆瓦时 瓦时 度 千伏安 吨标准煤 标准煤 标箱 标准箱 吨公里 人公里 载重吨 总吨 蒲式耳 "
        "℃ 摄氏度 分贝 兆 米/秒 桶 立方 平方 方 重量箱"
    ),
    "span": "年 个月 个季度 天 周 小时 分钟 秒 个工作日 个小时",
    "age": "岁",
    "specification": "英寸 千伏 伏 纳米 赫兹 兆赫",
    "count": (
        "个 家 项 条 所 座 处 台 套 部 件 辆 艘 架 列 只 头 株 棵 张 间 栋 幢 片 块 份 本 册 篇 种 类 枚 宗 例 眼 头只 "
        "口 支 班 门 款 颗 组 轮 队 盏 笔 单 次 起 场 趟 批 对 对次 名 位 人 户 户次 人次 件次 场次 架次 车次 "
        "航班 航次 班次 批次 班列 台次 家次 标段 台套 台份 羽 尾 匹 箱 袋 瓶 盘 顿 席 床 孔 幅 只次 金 银 铜 大 "
        "分 根 节 辑 集 人份 剂次 剂 泊位"
    ),
}
"""Blank-separated, by kind; ``count`` are the classifiers."""

_COMPUTING = r"(?:[EPTGMK](?:FLOPS|Flops|flops|F|bps|B|b|Wh?|Hz)?|[kMG]Wh?|km|kg|TEU|EFLOPS|PFLOPS)(?![A-Za-z0-9-])"
_RATE = r"(?:/(?:立方米|平方公里|平方米|人|吨|亩|公里|千瓦时|小时|日|天|年|月|升|秒))?"
_KIND = {unit: kind for kind, units in TABLE.items() for unit in units.split()}
_NAMES = "|".join(sorted(_KIND, key=lambda unit: (-len(unit), unit)))
_PAIRED = r"(?:台|套|个|间|户|家|座|处|所|条|辆|人|项|件)\((?:台|套|个|间|户|家|座|处|所|条|辆|人|项|件|次|组)\)"
_UNIT = re.compile(rf"{_PAIRED}|{_COMPUTING}|(?:{_NAMES}){_RATE}")
# the first sign of these words looks like a classifier
_BROKEN = re.compile(
    r"方[面案式向法便]|台阶|家庭|项目|人民|人均|人口|元旦|元宵|对外|轮流|银行|口径|金融|天然|成[为功立果员]|里程|分别|次于|大[量力约关]|年[均产货]|度[假夏]|部门|名单|家长(?![三江])|班子|位于"
)
_PEOPLE = {"名": "人", "人": "人"}


def read_unit(folded: str, at: int) -> str:
    """The unit or classifier printed at an offset of a folded text, longest first; '' where there is none."""
    match = _UNIT.match(folded, at)
    if not match:
        return ""
    unit = match[0]
    return "" if len(unit) == 1 and not unit.isascii() and _BROKEN.match(folded, at) else unit


@cache
def kind_of(unit: str) -> Kind:
    """What sort of unit it is; computing units and unknown ones are measures, paired classifiers counts."""
    if "(" in unit:
        return "count"
    return _KIND.get(unit.partition("/")[0], "measure")


def plain_unit(unit: str) -> str:
    """The unit as the data name it: 名 is 人, 大 and none are 个.

    >>> plain_unit("名"), plain_unit("大"), plain_unit("公里")
    ('人', '个', '公里')
    """
    return {"": "个", "大": "个"}.get(unit, _PEOPLE.get(unit, unit))
