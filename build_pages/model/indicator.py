"""What an archivist writes on an indicator: a measure that several documents state, with its wordings and its 口径.

口径 is the definition a number depends on: scope, stock or flow, price basis, average or end of year, vintage. A facet
that matters and that the texts leave open reads 未注明; one that does not apply is empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from build_pages.model.mention import Measure, Relation, Status
from build_pages.model.record import record

Accrual = Literal["stock", "flow", "cumulative", ""]


@record
class Wording:
    """Words that name the indicator in the subject of a figure, and what must or must not stand around it."""

    text: str
    with_: tuple[str, ...] = ()
    """One of these must stand in the sentence up to the end of the figure's clause, or in a heading in force."""
    not_with: tuple[str, ...] = ()
    """None of these may stand in the figure's clause."""
    whole: bool = False
    """Nothing that narrows it may stand before it in the subject: 民营企业进出口总额 is not 进出口总额."""
    scope: str = ""
    """The narrower or other 口径 that this wording states, for instance 新增 beside a total."""


@record
class Indicator:
    """One member of ``source/indicators.yml``."""

    id: str
    name: str
    english: str
    theme: str
    """The slug of its theme."""
    unit: tuple[str, ...]
    """Units its figures may have; the first is its own."""
    measure: tuple[Measure, ...]
    wordings: tuple[Wording, ...]
    kind: Accrual = ""
    scope: str = "未注明"
    price: str = ""
    moment: str = ""
    """Average or end of the year."""
    vintage: str = ""
    headline: str = ""
    """What its row on the home page is called; indicators that share one fill the same row."""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an indicator. ``number`` is in the indicator's unit without a scale; None for a value in words.

    ``upper`` is the other end of a range. ``terms`` is its 口径 as the text states it, ``breaks`` the part of it that
    sets it apart from values without.
    """

    id: str
    """The figure's id; for a value in words its paragraph's."""
    indicator: str
    document: str
    paragraph: str
    start: int
    end: int
    date: str
    period: str | None
    status: Status | None
    words: str
    """As worded, from behind the name of the indicator on."""
    short: str
    """Bound, number and unit."""
    number: float | None
    relation: Relation | None = None
    upper: float | None = None
    terms: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()

    @property
    def target(self) -> bool:
        """Whether it is promised rather than reported."""
        return self.status == "target"

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year of its period; None where the period is open."""
        return None if self.period is None else _read_years(self.period)


@lru_cache(maxsize=1024)  # thousands of values are of the same few years
def _read_years(period: str) -> tuple[int, int]:
    first, _, last = period.partition("/")
    return int(first), int(last or first)
