"""Short coinages: a quality said of the place the texts are about, and set phrases of four characters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from build_pages.candidates.passage import Find, Passage, is_nominal
from build_pages.candidates.words import CUTTING, GOVERNING
from build_pages.find.segment import commonness

_QUALITIES = ("n", "a", "vn", "j", "an", "nz", "ns")
_PLACE_ENDS = ("x", "v", "d", "uj", "u")
_ALONE = re.compile(r"(?<![\u4e00-\u9fff\da-zA-Z])[\u4e00-\u9fff]{4}(?![\u4e00-\u9fff\da-zA-Z])")
_PHRASE_ENDS = ("的", "建设", "工作", "试点", "机制")


def read_place(passages: Iterable[Passage]) -> str:
    """The place that the texts speak of most; empty if they name none."""
    count = Counter(word.text for passage in passages for word in passage.words if word.tag == "ns")
    return max(sorted(count), key=lambda place: count[place], default="")


def find_place_coinages(passage: Passage, place: str) -> Iterator[Find]:
    """A quality and the place in one breath (宜居 or 书香 before its name), where no noun stands before them."""
    for n, word in enumerate(passage.words):
        quality, before, after = passage.before(n), passage.before(n - 1), passage.after(n)
        if word.text != place or len(quality.text) != 2 or quality.tag not in _QUALITIES:
            continue
        alone = not is_nominal(before) or before.text in GOVERNING
        ends = after.tag in _PLACE_ENDS or after.text in ("建设", "品牌")
        if alone and ends and quality.text not in CUTTING | GOVERNING:
            yield Find(quality.start, word.end, "place", 0.4)


def find_set_phrases(passage: Passage) -> Iterator[Find]:
    """Four characters in two words that stand alone between verbs and commas, and between any two signs."""
    for match in _ALONE.finditer(passage.text):
        tags = "-".join(word.tag[0] for word in passage.words if match.start() <= word.start < match.end())
        yield Find(*match.span(), "alone", 0.08, (tags, f"after {match[0][0]}", f"ends with {match[0][-1]}"))
    for n, word in enumerate(passage.words[:-1]):
        other, before, after = passage.words[n + 1], passage.before(n), passage.after(n + 1)
        if len(word.text) != 2 or len(other.text) != 2 or "x" in (word.tag, other.tag) or word.text in GOVERNING:
            continue
        opens = (before.tag == "x" and before.text not in "“、") or before.text in GOVERNING or not before.text
        if opens and (after.tag == "x" or after.text in _PHRASE_ENDS):
            traits = (
                f"{word.tag[0]}-{other.tag[0]}",
                f"rarest word {min(commonness(word.text), commonness(other.text))}",
                f"after {before.text}",
                f"before {after.text}",
            )
            yield Find(word.start, other.end, "phrase", 0.1 if other.tag[0] in "vad" else 0.04, traits)
