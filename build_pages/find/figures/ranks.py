"""Ranks: the ordinals that are figures, because they state a place among others (居全省第9位, 首位, 前10位)."""

from __future__ import annotations

import re
from typing import Literal

from build_pages.find.figures.numbers import Number
from build_pages.find.figures.wording import any_of

Rank = Literal["first", "at", "within", "plain"]
"""How a rank is put: 首位, 第3位, 前10位, 排名53位."""

_RANKED = re.compile(
    any_of(
        "居(?![民家住]) 列 排 位[于次] 跻身 进入 进位 升[至到为] 跃 晋 占据 保持 稳定在 夺 "
        "全国 世界 全球 全[省市区] [西中东]部 同类"
    )
)
_UNRANKED = re.compile(any_of("摆在 放在 放到 作为 置于 位置 是") + r"[^，。]*$")
_RANK_ENDS = frozenset("位名和，。；、：,;:)）\n").union([""])
"""The sign behind the number of a rank; none at the end of a text."""
_PLACED = re.compile(r"(?:排名|位[列次]|列)第?(?:[0-9]{1,4}[位名][、和])*$")


def read_rank(folded: str, number: Number, clause: int) -> Rank | None:
    """How a number states a rank in its clause, which begins at ``clause``; None where it states none."""
    lead = folded[clause : number.start]
    if number.form == "first":
        return "first" if _is_ranked(lead) and not folded.startswith("度", number.end) else None
    if number.scale != 1 or folded[number.end : number.end + 1] not in _RANK_ENDS:
        return None
    if folded.startswith(("位", "名"), number.end) and _PLACED.search(lead):
        return "plain"
    if lead.endswith("第"):
        return "at" if folded.startswith("位", number.end) or _is_ranked(lead) else None
    return "within" if lead.endswith("前") and _is_ranked(lead) else None


def _is_ranked(lead: str) -> bool:
    return bool(_RANKED.search(lead)) and not _UNRANKED.search(lead)
