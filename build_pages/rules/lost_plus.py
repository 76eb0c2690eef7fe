"""Plus signs lost from formulas: a web form turned + into a blank (“1 3 6 N”, “灯塔 渡口 码头”, “灯塔 ”)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_pages.model.record import Method, Repair
from build_pages.rules.characters import HAN
from build_pages.rules.evidence import Evidence, occurrence

_QUOTED = re.compile(r"“([^“”\n]{1,40})”")
_BLANK = re.compile(r"(?<=[^\s]) (?=[^\s]|$)")
_NUMBER = re.compile(r"[0-9]{1,4}|[NXnx]")
_BARE = re.compile(rf"(?<![0-9A-Za-z. ])[0-9](?: [0-9]{{1,2}}){{1,4}}(?: N)?(?=[{HAN}])")
_STOPPED = re.compile("[，。；！？、：,;:!?]")
_NAME = 4
"""From this many characters on, equal members are a slogan in parts (山水之城 文化之源), not the terms of a formula."""


def restore_plus(evidence: Evidence) -> Iterator[Repair]:
    """A repair for each formula whose members only a blank divides.

    A text has lost its plus signs if it holds none, but “1 3 6 N”. There all such formulas are certain, except what
    may be a slogan in parts; elsewhere only those that a text witnesses. The rest is left alone.
    """
    lossy = "+" not in evidence.own and _tells(formula for line in evidence.text for _, formula in _quoted(line))
    for number, line in enumerate(evidence.text, 1):
        for start, formula in (*_quoted(line), *((bare.start(), bare.group()) for bare in _BARE.finditer(line))):
            witness = _witness(evidence, formula)
            if lossy or witness:
                yield _repair(number, line, start, formula, witness)


def _quoted(line: str) -> Iterator[tuple[int, str]]:
    """Start and text, quotation marks included, of each quotation whose members single blanks divide."""
    for quoted in _QUOTED.finditer(line):
        inner = quoted.group(1)
        if _BLANK.search(inner) and not inner.startswith(" ") and "  " not in inner and not _STOPPED.search(inner):
            yield quoted.start(), quoted.group()


def _members(formula: str) -> list[str]:
    return formula.strip("“”").split(" ")


def _tells(formulas: Iterable[str]) -> bool:
    """Whether formulas of numbers show that signs were lost: one with N or three members, or two that are no date."""
    numeric = {formula for formula in formulas if all(map(_NUMBER.fullmatch, _members(formula)))}
    return len(numeric) > 1 or any(len(_members(formula)) > 2 or not formula[-2].isdigit() for formula in numeric)


def _witness(evidence: Evidence, formula: str) -> str:
    """Where the formula stands with its signs, or the first member of an open one (“灯塔 ”)."""
    whole = formula.strip("“”").replace(" ", "+")
    return evidence.attested(whole)


def _repair(number: int, line: str, start: int, formula: str, witness: str) -> Repair:
    doubtful = not witness and _is_slogan(formula)
    method: Method = "理校" if not witness else "本校" if witness.startswith("第") else "他校"
    return Repair(
        line=number, found=formula, replacement=formula.replace(" ", "+"), occurrence=occurrence(line, start, formula),
        rule="lost-plus", method=method, confidence="doubt" if doubtful else "certain",
        decided="" if doubtful else "rule", witness=witness, note="" if witness else "引号内各项间只余空格，当脱加号",
    )  # fmt: skip


def _is_slogan(formula: str) -> bool:
    lengths = {len(member) for member in _members(formula)}
    return len(lengths) == 1 and lengths.pop() >= _NAME
