"""Passages printed twice (dittography): a line that only repeats what stands right before it."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from build_pages.model.record import Repair
from build_pages.rules.evidence import Evidence

_LEAST = 40
"""Characters from which on a repeated line is no refrain and no formula of address."""
_BEFORE = 6
"""Lines with text that are looked back on: a column is set again at once or not at all."""
_BLANK = re.compile(r"\s+")


def drop_repeated(evidence: Evidence) -> Iterator[Repair]:
    """A repair for each line whose whole text stands, unbroken but for line ends, in the few lines before it."""
    before: deque[tuple[int, str]] = deque(maxlen=_BEFORE)
    for number, line in enumerate(evidence.text, 1):
        text = _BLANK.sub("", line)
        if not text:
            continue
        if len(text) >= _LEAST and text in "".join(earlier for _, earlier in before):
            yield Repair(
                line=number, found=line, replacement="", rule="printed-twice", method="本校", decided="rule",
                witness=_lines_that_hold(text, before), note="与前文全同，重出",
            )  # fmt: skip
        else:
            before.append((number, text))


def _lines_that_hold(text: str, before: deque[tuple[int, str]]) -> str:
    """The lines that the repeated text covers, as 第n、m行."""
    whole = "".join(earlier for _, earlier in before)
    start, at, lines = whole.find(text), 0, []
    for number, earlier in before:
        if at < start + len(text) and start < at + len(earlier):
            lines.append(str(number))
        at += len(earlier)
    return f"第{'、'.join(lines)}行"
