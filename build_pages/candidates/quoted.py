"""What stands in quotation marks, alone and with the nouns it belongs to, and titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_pages.candidates.passage import Find, Passage, Word, is_governing, is_nominal
from build_pages.candidates.words import CUTTING, FOLLOWING, HEADS
from build_pages.find.segment import knows_word

REACH = 10
"""Characters that the nouns before or after a quotation may take."""
_QUOTED = re.compile(r"“([^“”。！？；]{2,50})”")
_TITLE = re.compile(r"《[^《》]{3,40}》")
_PROGRAMME = re.compile(r"(?:规划|纲要|方案|条例|建议|办法|名录)(?:（[^）]*）)?》$")
_COINED = re.compile(r"[\d一二两三四五六七八九十双+·]")
_LOOSE = ("建设", "工作", "活动")


def find_quoted(passage: Passage) -> Iterator[Find]:
    """Coinages in quotation marks; with the head after them and the nouns before them where these make one name."""
    for match in _QUOTED.finditer(passage.text):
        likely = _weigh(match[1])
        part = len(match[1]) <= 4 and not knows_word(match[1])
        before, after = _start_before(passage, match.start()), _end_after(passage, match.end())
        yield Find(match.start(1), match.end(1), "quoted", likely)
        if after > match.end():
            whole = part and _is_head(passage.text[:after])
            yield Find(match.start(), after, "quoted with head", likely + 0.04 if whole else 0.5)
        if (run := _run_after(passage, match.end())) > after:
            yield Find(match.start(), run, "quoted with run", 0.2)
        if before < match.start():
            yield Find(before, after, "quoted with nouns", likely - 0.02 if part else 0.45)
    for match in _TITLE.finditer(passage.text):
        yield Find(*match.span(), "title", 0.45 if _PROGRAMME.search(match[0]) else 0.1)


def _weigh(inner: str) -> float:
    """Less for everyday words and for rows of unlike members, more for numerals and signs."""
    if knows_word(inner):
        return 0.5
    if len({len(member) for member in inner.split("、")}) > 2:
        return 0.55
    return 0.92 if _COINED.search(inner) else 0.86


def _is_head(text: str) -> bool:
    return any(text.endswith(head) for head in HEADS - FOLLOWING)


def _start_before(passage: Passage, quote: int) -> int:
    """Where the nouns right before a quotation start; a verb used as a noun can stand among them, not at their head."""
    start = quote
    for word in reversed([word for word in passage.words if word.end <= quote]):
        if not _belongs(word) or is_governing(word) or quote - word.start > REACH:
            break
        if word.tag != "vn":
            start = word.start
    return start


def _end_after(passage: Passage, quote: int) -> int:
    """Where the nouns right after a quotation end in a noun that can end a name."""
    end = quote
    for word in (word for word in passage.words if word.start >= quote):
        if not _belongs(word) or word.text in _LOOSE or word.end - quote > REACH:
            break
        if word.text in HEADS:
            end = word.end
    return end


def _run_after(passage: Passage, quote: int) -> int:
    """Where the nouns right after a quotation end, whatever the last of them is."""
    end = quote
    for word in (word for word in passage.words if word.start >= quote):
        if not (_belongs(word) or word.tag in ("a", "ns")) or word.text in _LOOSE or word.end - quote > REACH:
            break
        end = word.end
    return end


def _belongs(word: Word) -> bool:
    return is_nominal(word) and word.text not in CUTTING
