"""What ``find`` marks in the text and ``settle`` lets stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MentionKind = Literal["term", "person", "body", "figure"]
Relation = Literal["=", "≈", "≥", ">", "≤", "<"]
Measure = Literal["level", "increment", "growth", "change", "share", "rank"]
Status = Literal["actual", "target", "standard"]


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A candidate: a stretch of a text that may mean ``target``. Candidates may overlap."""

    start: int
    end: int
    kind: MentionKind
    target: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A candidate that stands, in the place ``paragraph`` (a paragraph, a heading, or the head of a document).

    ``start`` and ``end`` are None for what stands in a byline. ``within`` is the target of the mention around it.
    """

    paragraph: str
    start: int | None
    end: int | None
    quote: str
    kind: MentionKind
    target: str
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A statistic as read from the text. ``value`` × ``scale`` is the number in ``unit``; None is undecided.

    ``start`` and ``end`` span the number through its unit, with 多/余/以上/左右; ``ordinal`` counts the number tokens
    of the text, figures or not, from 1.
    """

    start: int
    end: int
    ordinal: int
    value: float
    unit: str
    scale: float
    relation: Relation | None = None
    measure: Measure | None = None
    direction: Literal["up", "down"] | None = None
    period: str | None = None
    status: Status | None = None
    qualifier: str = ""
    modality: str = ""
    subject: str = ""
