"""Dashes that recognition read as the numeral 一 (甲地一乙地 for 甲地—乙地)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_pages.model.record import Method, Repair
from build_pages.rules.characters import HAN
from build_pages.rules.evidence import Evidence, occurrence

_DASHED = re.compile(rf"(?=([{HAN}]{{2}})—([{HAN}]{{2}}))")
_MISREAD = re.compile(rf"(?=([{HAN}]{{2}})一([{HAN}]{{2}}))")
_YEARS = re.compile(r"(?<![0-9])((?:1[89]|20)[0-9]{2})一((?:1[89]|20)[0-9]{2})(?![0-9])")


def restore_dash(evidence: Evidence) -> Iterator[Repair]:
    """A repair where the texts attest the same two words beside a dash and never beside 一, and between two years."""
    dashed = {pair for text in (evidence.own, *evidence.joined.values()) for pair in _DASHED.findall(text)}
    for number, line in enumerate(evidence.text, 1):
        for years in _YEARS.finditer(line):
            yield _repair(number, line, years.start(), years.group(), "")
        for place in _MISREAD.finditer(line):
            around = f"{place[1]}一{place[2]}"
            if place.groups() in dashed and not evidence.elsewhere(around):
                witness = evidence.attested(f"{place[1]}—{place[2]}")
                yield _repair(number, line, place.start() + 1, around[1:-1], witness)


def _repair(number: int, line: str, start: int, found: str, witness: str) -> Repair:
    method: Method = "理校" if not witness else "本校" if witness.startswith("第") else "他校"
    return Repair(
        line=number, found=found, replacement=found.replace("一", "—"), occurrence=occurrence(line, start, found),
        rule="misread-dash", method=method, decided="rule", witness=witness,
        note="" if witness else "两个年份之间当作破折号",
    )  # fmt: skip
