"""Characters that recognition takes for another of like shape, where only the other makes a word the texts know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_pages.model.record import Repair
from build_pages.rules.characters import HAN
from build_pages.rules.evidence import Evidence, occurrence

_ALIKE = (
    "职现", "己已", "未末", "人入", "土士", "干千", "日曰", "戌戍", "拔拨", "侯候", "治冶", "析折", "微徽", "贷货",
    "即既", "设没", "准淮", "抓扒", "待侍", "辨辩", "竟竞", "防妨", "住往", "粮根", "间问", "仪议", "推堆",
)  # fmt: skip
"""Pairs of shapes that are confused in scanned print; either may stand for the other."""
_OTHER = {pair[i]: pair[1 - i] for pair in _ALIKE for i in (0, 1)}
_SUSPECT = re.compile(f"(?<=[{HAN}])[{''.join(_OTHER)}](?=[{HAN}])")
_KNOWN = 2
"""Attestations that make a phrase of three characters known."""


def flag_misread(evidence: Evidence) -> Iterator[Repair]:
    """A repair, likely but undecided, for each character whose look-alike alone makes phrases that are attested.

    With the characters beside it, its look-alike is known and it is not; nor is one of the two pairs it makes.
    """
    for number, line in enumerate(evidence.text, 1):
        for place in _SUSPECT.finditer(line):
            at = place.start()
            found = line[at - 1 : at + 2]
            known = evidence.count(found[0] + _OTHER[found[1]] + found[2])
            if known >= _KNOWN and _is_strange(evidence, found):
                yield _flag(evidence, number, at)


def _is_strange(evidence: Evidence, phrase: str) -> bool:
    """Whether no other text has the phrase, nor the one or the other half of it."""
    return not evidence.elsewhere(phrase) and not (evidence.elsewhere(phrase[:2]) and evidence.elsewhere(phrase[1:]))


def _flag(evidence: Evidence, number: int, at: int) -> Repair:
    line = evidence.text[number - 1]
    found, other = line[at - 1 : at + 2], line[at - 1] + _OTHER[line[at]] + line[at + 1]
    return Repair(
        line=number, found=found, replacement=other, occurrence=occurrence(line, at - 1, found), rule="misread",
        method="他校", confidence="likely", witness=evidence.attested(other), note="形近而误",
    )  # fmt: skip
