"""Themes and frames: what a passage is about, and from where it speaks.

The frames are A 上年回顾, B 五年回顾, C 形势与问题, D 规划期目标, E 年度安排, F 号召、致谢、套语 and G 上级要求的转述
(no promise of the speaker's own). Two passages are compared only where their frames allow it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from build_pages.model.record import record

FrameLetter = Literal["A", "B", "C", "D", "E", "F", "G"]
OUTSIDE: Literal["-"] = "-"
"""What a person writes for a passage outside the seven frames: a resolution, a news item."""


@record
class Part:
    """A part of a theme, with wordings of its own that count for the theme too."""

    id: str
    name: str
    english: str = ""
    signals: tuple[str, ...] = ()


@record
class Theme:
    """``source/themes.yml``: a theme, the wordings that speak for it, and longer ones inside which they do not."""

    id: str
    n: int
    name: str
    english: str = ""
    signals: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


@record
class Coding:
    """``source/codings/<document>.yml``: a person's word on a paragraph, or on the sentence that begins with ``quote``.

    What is left out (None) stays as the rule proposes it.
    """

    place: str
    quote: str = ""
    theme: str | None = None
    part: str | None = None
    further: tuple[str, ...] | None = None
    frame: FrameLetter | Literal["-"] | None = None
    by: str
    why: str = ""


@record
class DoubleCoding:
    """``source/codings/reliability.yml``: one paragraph as two codings made apart have it, theme and frame."""

    place: str
    first: tuple[str, FrameLetter | Literal["-"]]
    second: tuple[str, FrameLetter | Literal["-"]]


@dataclass(frozen=True, slots=True)
class Coded:
    """The coding that stands: ``theme`` and ``further`` are ids of themes, None undecided; ``by`` rule or initials."""

    theme: str | None = None
    part: str | None = None
    further: tuple[str, ...] = ()
    frame: FrameLetter | None = None
    by: str = "rule"
