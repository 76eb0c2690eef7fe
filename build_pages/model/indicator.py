"""What an archivist writes on an indicator: a measure that several documents state, with its wordings and its 口径.

口径 is the definition a number depends on: scope, stock or flow, price basis, average or end of year, vintage. A facet
that matters and that the texts leave open reads 未注明; one that does not apply is empty.
"""

from __future__ import annotations

from typing import Literal

from build_pages.model.mention import Measure
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
