"""Which passages are stand-alone headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_pages.edit.changes import TEXT_ROLES
from build_pages.model.record import Settled
from build_pages.model.text import Passage
from build_pages.split.numbering import Number, read_number, read_spoken_number

LONGEST = 60
"""Code points of the longest stand-alone heading that is recognised; longer ones a record can settle."""
LONGEST_UNNUMBERED = 30
_STOPPED = re.compile(r"[。；;！!？?：:，,、…]$")
_SENTENCES = re.compile(r"[。；！？].")
_NO_HEADING = re.compile(
    r"^[（(].*[）)]$|^\d{4}年\d{1,2}月|^[—─-]{2,}|^(?:注|附|来源|责任编辑)[\s　]*[：:]|[：:]$|^各位|^[\W\d_]+$"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A stand-alone heading: its number (None: none), the rest as printed, and its level where that is settled."""

    passage: Passage
    number: Number | None
    text: str
    level: int | None = None


def read_headings(passages: Sequence[Passage]) -> dict[int, Heading]:
    """Position among ``passages`` ▸ heading, for each passage that is one."""
    found = {}
    for n, passage in enumerate(passages):
        settled = next((one for one in passage.settled if not one.quote and one.is_ in TEXT_ROLES), None)
        after = passages[n + 1] if n + 1 < len(passages) else None
        if settled.is_ == "heading" if settled else _looks_like_one(passage, after):
            found[n] = _heading(passage, settled)
    return found


def _heading(passage: Passage, settled: Settled | None) -> Heading:
    number = read_number(passage.text) or read_spoken_number(passage.text)
    if settled and settled.number is not None:
        number = Number(settled.number, "settled") if settled.number else None
    if number and not passage.text[len(number.printed) :].strip():
        number = None
    text = passage.text[len(number.printed) :] if number else passage.text
    return Heading(passage, number, text, settled.level if settled else None)


def _looks_like_one(passage: Passage, after: Passage | None) -> bool:
    text = passage.text
    if passage.mark:
        return True
    if len(text) > LONGEST or _SENTENCES.search(text) or not _is_whole(text):
        return False
    number = read_number(text) or read_spoken_number(text)
    if number and number.style != "dash":
        rest = text[len(number.printed) :]
        if "：" in rest and number.style in ("digit", "bracketed-digit", "circled"):
            return False  # an item of a list of terms
        if not rest or (number.style == "digit" and not number.printed.strip()[-1:].isdigit() and len(rest) > 40):
            return False
        return not _STOPPED.search(text) or (text.endswith("。") and _goes_on(after, len(text)))
    return (
        len(text) <= LONGEST_UNNUMBERED
        and len(text) >= 3
        and not _STOPPED.search(text)
        and not _NO_HEADING.search(text)
        and "：" not in text
        and bool(re.search(r"[\u4e00-\u9fff]{2}", text))
        and _goes_on(after)
    )


def _goes_on(after: Passage | None, length: int = LONGEST) -> bool:
    """Whether running text of more than ``length`` code points, or a heading of its own, follows."""
    return after is not None and (len(after.text) > length or bool(after.mark) or read_number(after.text) is not None)


def _is_whole(text: str) -> bool:
    """Whether every title mark and quotation mark that opens also closes: a line broken inside one is no heading."""
    return text.count("《") == text.count("》") and text.count("“") == text.count("”")
