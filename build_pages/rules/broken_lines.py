"""Paragraphs broken across lines: by newspaper columns, by a fixed width, by links of a web page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_pages.rules.characters import BLANK, HAN, INVISIBLE, NUMERAL, STOP

_END = re.compile(rf"[{STOP}：:；;][”’）)》\]]*$|[—]$")
"""How a paragraph ends: a stop, or a colon before a list, and what closes behind it."""
_CLOSED = re.compile(r"[”’）)》\]]$")
_GOES_ON = re.compile(r"^[，。、；：！？）”》’,;:!?)]")
"""What no paragraph begins with."""
_OWN_LINE = re.compile(
    rf"^(?:#|[（(]?[{NUMERAL}]{{1,4}}[、）).．]|第[{NUMERAL}0-9]{{1,4}}[章节条部编篇]|[（(]?[0-9]{{1,2}}[）)、.．](?![0-9])"
    rf"|——|[■●◆▲★○□·•-]|[①-⑳]|各位(?:代表|委员)|附[件：:]|[{NUMERAL}]是|\t)"
)
"""How a line begins that is no continuation: marks, numbers of headings and items, an address."""
_LONG = 30
"""Characters from which on a line without a stop at its end is a broken paragraph and no heading or caption."""
_MOST = 0.8
"""The share of lines that makes a habit of a file."""


def join_broken(lines: Sequence[str]) -> Iterator[int]:
    """Numbers of the lines whose end breaks a paragraph; lines that are no text should be given as empty."""
    texts = [line.strip(" \t\r\u3000\u00a0\u2003\u200b\ufeff") for line in lines]
    filled = [n for n, text in enumerate(texts) if text]
    blocks = _sets_blocks(lines, texts, filled)
    width = _fixed_width(texts, filled)
    indents = _indents(lines, filled)
    for here, following in pairwise(filled):
        if _OWN_LINE.match(texts[following]) or texts[here].startswith("#") or "\t" in texts[here]:
            continue
        adjacent = following == here + 1
        if (
            _is_unfinished(texts[here], texts[following])
            or (blocks and _same_block(lines, texts, here, following))
            or (width and adjacent and len(texts[here]) >= width and not (indents and _is_indented(lines[following])))
        ):
            yield here + 1


def _is_unfinished(text: str, following: str) -> bool:
    """Whether a long line stops inside a sentence, or the next begins with what ends one."""
    if _GOES_ON.match(following) and not _END.search(text):
        return True
    if len(text) < _LONG or _END.search(text) or _is_heading(text):
        return False
    return not _CLOSED.search(text) or _opens(text)


def _is_heading(text: str) -> bool:
    return bool(_OWN_LINE.match(text)) and not re.search(f"[{STOP}]", text) and bool(text.strip("—"))


def _opens(text: str) -> bool:
    """Whether a bracket or quotation mark is open at the end of the line."""
    return any(text.count(a) > text.count(b) for a, b in ("“”", "《》", "（）"))


def _sets_blocks(lines: Sequence[str], texts: Sequence[str], filled: Sequence[int]) -> bool:
    """Whether empty lines divide the paragraphs: nearly every long line that ends a sentence has one behind it."""
    ends = [n for n in filled if len(texts[n]) >= _LONG and _END.search(texts[n])]
    apart = sum(1 for n in ends if n + 1 >= len(texts) or not texts[n + 1])
    return len(ends) >= 5 and apart >= _MOST * len(ends)


def _same_block(lines: Sequence[str], texts: Sequence[str], here: int, following: int) -> bool:
    """Whether no empty line stands between two lines; one of unseen characters only is the trace of a page mark."""
    between = lines[here + 1 : following]
    unseen = all(re.fullmatch(f"[{INVISIBLE}]+", line) for line in between)
    return unseen and (bool(_GOES_ON.match(texts[following])) or not _is_heading(texts[here]))


def _fixed_width(texts: Sequence[str], filled: Sequence[int]) -> int:
    """The length from which on a line of this file is full, 0 where lines have no fixed width."""
    lengths = Counter(len(texts[n]) for n in filled if len(texts[n]) >= 15)
    if sum(lengths.values()) < 10:
        return 0
    longest = max(lengths)
    full = sum(count for length, count in lengths.items() if length >= longest - 3)
    return longest - 3 if longest <= 120 and full >= 0.5 * sum(lengths.values()) else 0


def _indents(lines: Sequence[str], filled: Sequence[int]) -> bool:
    """Whether the file indents paragraphs, so that an unindented line continues one."""
    indented = sum(_is_indented(lines[n]) for n in filled)
    return 0.05 * len(filled) < indented < _MOST * len(filled)


def _is_indented(line: str) -> bool:
    return bool(re.match(rf"[{BLANK}]{{2,}}[^{BLANK}]", line)) and bool(re.search(f"[{HAN}]", line))
