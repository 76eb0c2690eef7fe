"""Formulas known by their signs: plus signs, Latin letters, numerals with classifiers, joined places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_pages.candidates.passage import Find, Passage, is_governing, is_nominal
from build_pages.candidates.words import CUTTING

_PLUS = re.compile(r"[\u4e00-\u9fff\dA-Z]+(?:\+[\u4e00-\u9fff\dA-Z]+)+")
_LATIN = re.compile(r"(?<![A-Za-z\d])(?:[A-Z]{2,}s?|\dG-[A-Z]|[A-Z]级以上)(?![A-Za-z\d])")
_NUMERAL = re.compile(
    r"(?<![\d一二三四五六七八九十.~第])(?!二十大)(?:[一两二三四五六七八九十双]{1,2}|\d{1,3})(?:大|场|级|条|链|个|项|类)(?=[\u4e00-\u9fff])"
)
_TIME = re.compile(r"(?<!\d)\d+(?:分钟|小时)[\u4e00-\u9fff]{3,6}")
_TEACHING = re.compile(r"(?:关于|对|在)[\u4e00-\u9fff]{2,24}重要(?:论述|思想|讲话|指示)(?:批示)?(?:精神)?")
_VERBS_AND_COUNTS = ("v", "m", "q", "mq", "d", "p")
_GREAT = ("百亿", "千亿", "万亿")
_RANKED = re.compile(r"\d+强")
_JOINED = re.compile(r"[\u4e00-\u9fff]{2,6}(?:[—·][\u4e00-\u9fff]{2,6})+")


def find_formulas(passage: Passage) -> Iterator[Find]:
    """Every formula, with the nouns that belong to it."""
    edges = {word.start for word in passage.words}
    for match in _PLUS.finditer(passage.text):
        yield Find(*match.span(), "formula", 0.8)
    for match in _LATIN.finditer(passage.text):
        yield Find(match.start(), _run_on(passage, match.end(), 8), "latin", 0.15)
        yield Find(*match.span(), "letters", 0.1)
    for match in _NUMERAL.finditer(passage.text):
        end = _run_on(passage, match.end(), 10)
        if end - match.end() >= 2 and match.start() in edges:
            yield Find(match.start(), end, "numeral", 0.2 if match[0].endswith("级") else 0.35)
    for match in _RANKED.finditer(passage.text):
        yield Find(_names_before(passage, match.start()), match.end(), "numeral", 0.2)
    for match in _TIME.finditer(passage.text):
        yield Find(match.start(), _run_on(passage, match.start(), 9), "numeral", 0.5)
    for match in _TEACHING.finditer(passage.text):
        yield Find(_names_before(passage, match.start()), match.end(), "teaching", 0.5)
    for match in _JOINED.finditer(passage.text):
        start = _after_verbs(passage, match.start())
        if start < match.end() and passage.text[start] not in "—·":
            yield Find(start, match.end(), "joined", 0.5)


def _run_on(passage: Passage, start: int, most: int) -> int:
    """The end of the nouns from ``start`` on, within ``most`` characters."""
    end = start
    for word in (word for word in passage.words if word.end > start):
        belongs = is_nominal(word) or word.text in _GREAT or word.start < start or word.text[0].isdigit()
        if word.end - start > most or not belongs or word.text in CUTTING or word.text == "建设":
            break
        end = word.end
    return end


def _names_before(passage: Passage, end: int) -> int:
    """Where the names and titles right before ``end`` start."""
    start = end
    for word in reversed([word for word in passage.words if word.end <= end]):
        if not (word.tag[0] == "n" or word.tag == "vn") or word.text in CUTTING:
            break
        start = word.start
    return start


def _after_verbs(passage: Passage, start: int) -> int:
    """Where the verbs and counts that open a stretch from ``start`` on are over."""
    for word in (word for word in passage.words if word.end > start):
        if word.tag not in _VERBS_AND_COUNTS and not is_governing(word):
            break
        start = word.end
    return start
