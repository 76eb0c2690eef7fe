"""口径 in the words of the text: what the clause of a figure, or the list it stands in, says of how it was counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from build_pages.indicators.evidence import Evidence
from build_pages.indicators.lookback import find_base, looks_back

Kind = Literal["vintage", "price", "moment", "scope", "kind", "span"]
_IN_CLAUSE: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("vintage", re.compile(r"预计|预估|快报数?")),
    ("price", re.compile(r"(?:按|以)?(?:可比价格?|不变价格?|现价)|名义增[长速]|扣除价格因素")),
    ("moment", re.compile(r"年均|月均|日均|年末|年底|月末")),
    ("kind", re.compile(r"累计")),
    ("scope", re.compile(r"全[市省]|市区|主城区|中心城区|市本级|市级以上|县级以上|省级以上")),
)
_IN_LIST: tuple[tuple[Kind, re.Pattern[str]], ...] = (("vintage", re.compile(r"初步(?:核算|统计|测算)")),)
"""What governs every figure behind it in the sentence."""
_WHOLE = ("全市",)
"""The whole territory: the same as saying nothing."""
_CHANGES = ("growth", "change", "increment")
_DONE = re.compile(r"新增|新建|改造|建成|完成|解决|转移|减少")
"""What makes a level one of a time, not of its end."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet of the 口径 as worded; ``breaks``: values without it are not comparable."""

    kind: Kind
    words: str
    breaks: bool


def read_facets(evidence: Evidence, known: str = "") -> tuple[Facet, ...]:
    """The facets a text states for a figure, each once; ``known`` is what the indicator's name and 口径 say anyway."""
    before = evidence.clause[: evidence.at]
    found = [(kind, match[0]) for kind, pattern in _IN_LIST for match in pattern.finditer(evidence.lead)]
    found += [(kind, match[0]) for kind, pattern in _IN_CLAUSE for match in pattern.finditer(before)]
    found += [("span", words) for words in _read_span(evidence, before)]
    return tuple(
        Facet(kind, words, kind != "vintage" and words not in _WHOLE)
        for kind, words in dict.fromkeys(found)
        if words not in known
    )


def _read_span(evidence: Evidence, clause: str) -> tuple[str, ...]:
    """The words that make a result dated to one year a change over several; ``clause`` reaches up to the figure."""
    figure, text = evidence.figure, evidence.before
    counts = figure.measure in _CHANGES or (figure.measure == "level" and _DONE.search(clause))
    if not (counts and figure.period and figure.period.isdigit()):
        return ()
    return tuple(filter(None, (find_base(text, int(figure.period)) or looks_back(text),)))
