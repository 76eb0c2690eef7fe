"""Where the documents of one reading begin: a newspaper page or a web page can hold several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_pages.intake.furniture import find_glued, name_line
from build_pages.rules.characters import NUMERAL, STOP

_LONGEST_TITLE = 90
_STOPPED = re.compile(rf"[{STOP}：:；;，,]$")
_NUMBERED = re.compile(
    rf"^(?:[（(]?[{NUMERAL}]{{1,4}}[、）).．]|第[{NUMERAL}0-9]{{1,4}}[章节条部编篇]|[（(]?[0-9]{{1,2}}[）)、.．]|——|附件|表[0-9])"
)
_SUBTITLE = re.compile(r"^(?:—{1,2}|-{2,4}|─{1,2}|―{1,2})(?!—)[^。；！？]{4,80}(?<![，、：])$")
_HEADED = re.compile(r"(?:报告|讲话|决议|决定|公报|意见|通知|公告|通告|规划|纲要|社论|致辞|摘编|说明)$")
_NEAR = 6
"""Lines with text that are looked at before and behind a line."""
_BODY = 40
"""Characters from which on a line with a stop is running text."""


def is_subtitle(text: str) -> bool:
    """Whether a line is the second line of a headline, set off by a dash."""
    return bool(_SUBTITLE.match(text))


def is_running_text(text: str) -> bool:
    """Whether a line is a paragraph, not a headline or a line of furniture."""
    return len(text) >= _BODY and bool(re.search(r"[。；！？;!?]|[，,].*[，,]", text)) and not is_subtitle(text)


def find_starts(texts: Sequence[str], marks: Sequence[int]) -> Iterator[int]:
    """Indices of the lines on which a document begins; ``texts`` are trimmed, ``marks`` their Markdown levels.

    The first line with text always does. A later one does if it is a headline that stands behind running text and
    before what only stands under a headline: a subtitle, a note of adoption, a date, a byline, a jump or dispatch line.
    """
    filled = [n for n, text in enumerate(texts) if text]
    for place, n in enumerate(filled):
        before, following = filled[max(0, place - _NEAR) : place], filled[place : place + _NEAR]
        if not before or (
            _ends_text(texts, before)
            and (_continues(texts, before, n) or (_is_headline(texts[n]) and _heads(texts, following, marks[n])))
        ):
            yield n


def _ends_text(texts: Sequence[str], before: Sequence[int]) -> bool:
    """Whether the line before ends a text: running text, or the furniture behind it."""
    last = texts[before[-1]]
    if name_line(last):
        return any(is_running_text(texts[n]) for n in before)
    return bool(_STOPPED.search(last)) or is_running_text(last)


def _is_headline(text: str) -> bool:
    return 4 <= len(text) <= _LONGEST_TITLE and not (_STOPPED.search(text) or _NUMBERED.match(text) or name_line(text))


def _heads(texts: Sequence[str], following: Sequence[int], mark: int) -> bool:
    """Whether what follows a headline, after one more line of it at most, is what stands under headlines."""
    headline = texts[following[0]]
    for step, n in enumerate(following[1:3], 1):
        text = texts[n]
        role = (name_line(text) or ("", ""))[0]
        if is_subtitle(text):
            return not any(texts[m].startswith("——") for m in following[step + 1 : step + 2])
        if role in ("jump", "note"):
            return True
        if role == "dateline":
            return bool(_HEADED.search(headline) or text[0] in "（(")
        if any(kind in ("byline", "dateline", "jump") for kind, quote in find_glued(text) if text.startswith(quote)):
            return True
        if mark or not _is_headline(text):
            return False
    return False


def _continues(texts: Sequence[str], before: Sequence[int], n: int) -> bool:
    """Whether a part continued from another page begins here without a headline."""
    return bool(re.match(r"[（(]紧?上?接", texts[n])) and is_running_text(texts[before[-1]])
