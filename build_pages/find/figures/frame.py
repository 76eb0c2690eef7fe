"""The setting of a statement: the year it speaks of and whether it reviews, plans or describes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Frame = Literal["review", "review-years", "situation", "goals", "plan", "other", "unknown"]
"""上年回顾, 五年回顾, 形势与问题, 规划期目标, 年度安排; other: outside these; unknown: no setting."""
Years = tuple[int, int]

_ORDINALS = "一二三四五六七八九"
PLAN_NAMES = "十[一二三四五六七八九]?五"
"""The short names of the five-year plans from the tenth (十五, 2001–2005) on."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the document and the headings in force decide for a statement; None is undecided.

    ``years`` are the first and last year it speaks of, ``spoken`` is the year it was spoken or published.
    """

    frame: Frame = "unknown"
    years: Years | None = None
    spoken: int | None = None

    @property
    def year(self) -> int | None:
        """The year of the statement: that of stocks and running totals."""
        return self.years[1] if self.years else None


def plan_years(name: str) -> Years:
    """The years of the five-year plan of that short name: the first one began in 1953, the tenth in 2001.

    >>> plan_years("十四五")
    (2021, 2025)
    """
    middle = name.removeprefix("十").removesuffix("五")
    number = 10 + _ORDINALS.index(middle) + 1 if middle else 10
    return 1951 + 5 * number, 1955 + 5 * number
