"""The unit of a figure where print leaves it to other words: bare numbers (观演人次6万) and rates (每千人口…3.2个)."""

from __future__ import annotations

import re

from build_pages.find.figures.quantities import Quantity
from build_pages.find.figures.units import plain_unit
from build_pages.find.figures.wording import any_of

_COUNTED = re.compile(r"(人次|架次|车次|场次|件次)$")
_MONEY = re.compile(any_of("生产总值 经济总量 产值 收入 营收 总额 交易额 存款 贷款 资金 投资 税收 余额 市值") + "$")
_PEOPLE = re.compile(any_of("人才 人口 人数 人员 学生 青年 就业") + "$")
_PEOPLE_BEHIND = re.compile(
    "[^，。；、]{0,6}?"
    + any_of(
        "儿女 人民 群众 青年 学生 师生 党员 职工 居民 农民 大军 子女 毕业生 在校生 残疾人 劳动力 中国人 "
        "老人 老年人 游客 人员 人口 干部 同胞 乡亲 市民"
    )
)
_HOUSEHOLDS = re.compile("[^，。；、]{0,6}?" + any_of("农户 农牧户 家庭 用户 贫困户"))
_EACH = re.compile(r"每([百千万]?[人户]口?|[百千万]人口?|平方公里|亩|公顷)[^，。；、]*$")


def unit_of(quantity: Quantity, clause: str, subject: str, behind: str) -> str:
    """The unit of a figure as the data name it; ``clause`` are the words before it, ``behind`` those after it."""
    if quantity.rank:
        return "位"
    if not quantity.unit:
        return _unit_of_bare(subject, behind) if quantity.number.form != "fraction" else ""
    each = _EACH.search(clause) if quantity.kind == "count" else None
    unit = plain_unit(quantity.unit)
    return f"{unit}/{each[1].removesuffix('口')}" if each else unit


def _unit_of_bare(subject: str, behind: str) -> str:
    """The unit that the words around a bare number name: money, households, people; else 个."""
    if counted := _COUNTED.search(subject):
        return counted[1]
    if _MONEY.search(subject):
        return "元"
    if _HOUSEHOLDS.match(behind):
        return "户"
    return "人" if _PEOPLE.search(subject) or _PEOPLE_BEHIND.match(behind) else plain_unit("")
