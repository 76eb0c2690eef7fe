"""Promises, what answers them, and statements that disagree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from build_pages.model.record import record

Answer = Literal["value", "words", "silent", "not-due", "not-held"]
"""A value; words without one; a full text that could answer is held and does not say; not due; no such text held."""
Comparability = Literal["same", "period", "scope", "coverage"]
Stage = Literal["planned", "started", "building", "done"]
"""谋划, 开工, 在建, 投用."""
Class = Literal["value", "period", "rounding", "status", "scope", "name", "wording", "transmission"]


@dataclass(frozen=True, slots=True)
class Commitment:
    """What somebody promises in a clause of a paragraph, with one figure or none, and what answers it.

    ``figure``, ``baseline`` and ``answer_figure`` are ids of figures (``baseline`` may be a paragraph's).
    """

    id: str
    paragraph: str
    start: int
    end: int
    quote: str
    voice: str
    relayed: bool
    """Whether it is a higher body's demand rather than the speaker's own promise."""
    period: str | None
    answer: Answer
    why: str
    figure: str | None = None
    stage: tuple[Stage, str] | None = None
    """The stage it promises, and the words that say so."""
    comparability: Comparability | None = None
    baseline: str | None = None
    answer_figure: str | None = None
    answer_paragraph: str | None = None
    answer_quote: str = ""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Two statements that disagree: ids of figures or paragraphs, and the words of each that do."""

    class_: Class
    a: str
    b: str
    a_quote: str
    b_quote: str
    why: str
    by: str = "rule"


@record
class DiscrepancyRecord:
    """``source/discrepancies.yml``: a disagreement that a person adds, or with ``refused`` one that is none.

    ``a`` and ``b`` are figures or paragraphs; the quotes are words of them. A refusal without quotes bears on all
    that the rules find between the two places.
    """

    class_: Class
    a: str
    b: str
    a_quote: str = ""
    b_quote: str = ""
    why: str = ""
    refused: bool = False
    by: str
