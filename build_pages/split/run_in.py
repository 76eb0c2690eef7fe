"""Run-in headings: the short sentence that names the topic of what follows, at the head of a paragraph or inside it.

What counts is decided from the paragraph's neighbours as much as from its words: a style that a section or a document
uses throughout is trusted, a lone short sentence is not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from build_pages.split.numbering import Number, read_number, read_spoken_number
from build_pages.split.sentences import read_sentences

LONGEST_NUMBERED = 45
LONGEST_PLAIN = 24
_CLAUSES = re.compile(r"[，；：]")
_STATES = re.compile(
    r"\d|[“”].*[！？]|是(?!否)|我们|我市|我省|我国|大家|代表|委员|会议|需要|各位|希望|必须|没有|已经|不能|[一二三四五六七八九十百千万亿]+[个项家次名]"
)
_ACTS = re.compile(
    r"^(?:要|以[^，]{1,8}[^，]*|[\u4e00-\u9fff]{0,2}?(?:大力|全力|全面|深入|扎实|持续|积极|加快|着力|努力|切实|坚决|坚定|严格|稳步|有序|有效|统筹|深化|推进|推动|"
    r"加强|强化|提升|提高|促进|坚持|完善|健全|优化|培育|壮大|发展|建设|打造|保障|维护|守牢|筑牢|夯实|扛稳|扛牢|抓好|办好|做好|做大|做优|锻造|改善|激发|扩大|拓展|"
    r"增强|构建|营造|落实|实施|突出|创新|巩固|防范|化解|改革|转变|弘扬|繁荣|践行|牢记|牢固|增进|聚焦|释放|引育|支持|保护|治理|调整|控制|支撑|贯彻|树立|开展|完成|改进))"
)

_Spans = Sequence[tuple[int, int]]
"""Where the sentences of a paragraph begin and end."""


@dataclass(frozen=True, slots=True)
class RunIn:
    """A run-in heading in a paragraph: where it stands, its number, the rest as printed."""

    start: int
    end: int
    number: Number | None
    text: str
    inner: bool
    """It stands inside the paragraph, not at its head."""
    level: int | None = None
    """Where a record settles it."""


def read_run_ins(paragraphs: Sequence[str], groups: Sequence[int]) -> tuple[tuple[RunIn, ...], ...]:
    """The run-in headings of each paragraph, in order. ``groups`` numbers the section each paragraph stands in."""
    spans = [read_sentences(text) for text in paragraphs]
    heads = [_head(text, found) for text, found in zip(paragraphs, spans, strict=True)]
    inners = [_inner(text, found) for text, found in zip(paragraphs, spans, strict=True)]
    prefixes = [_prefix(text) for text in paragraphs]
    parallel = Counter(prefixes)
    size = Counter(groups)
    plain = Counter(group for group, head in zip(groups, heads, strict=True) if head and not head.number)
    mixed = sum(len(inner) > 1 for inner in inners) > 2
    result = []
    for prefix, group, head, inner in zip(prefixes, groups, heads, inners, strict=True):
        shared = parallel[prefix] > 1 and head is not None
        stands = head is not None and (head.number is not None or shared or _trusted(head, plain[group], size[group]))
        spoken = tuple(one for one in inner if one.number)
        topics = tuple(one for one in inner if not one.number)
        if stands and head and not head.number and plain[group] > 1:
            topics = ()  # the section's style is one topic a paragraph
        if len(topics) + (stands and size[group] == 1) < 2 and not (mixed and size[group] == 1):
            topics = ()
        standing = [*spoken, *topics, *((head,) if stands and head else ())]
        result.append(tuple(sorted(standing, key=lambda one: one.start)))
    return tuple(result)


def _trusted(head: RunIn, alike: int, size: int) -> bool:
    """Whether an unnumbered head is one: its section's other paragraphs have such heads, or its words are a task."""
    if _CLAUSES.search(head.text):
        return False
    return (alike * 2 > size and alike > 1) or bool(_ACTS.match(head.text))


def _head(text: str, spans: _Spans) -> RunIn | None:
    if len(spans) < 2 or text.startswith("各位"):
        return None
    end = spans[0][1]
    sentence = text[:end]
    if not sentence.endswith("。"):
        return None
    number = read_number(sentence) or read_spoken_number(sentence)
    if number:
        rest = sentence[len(number.printed) :]
        return RunIn(0, end, number, rest, False) if 4 <= len(rest) <= LONGEST_NUMBERED else None
    return RunIn(0, end, None, sentence, False) if _names_topic(sentence, len(text) - end) else None


def _names_topic(sentence: str, behind: int) -> bool:
    """Whether an unnumbered sentence at the head of a paragraph may name its topic; ``behind`` signs follow it."""
    if len(sentence) > LONGEST_NUMBERED:
        return False
    clauses = _CLAUSES.split(sentence)
    if len(clauses) == 1:
        return len(sentence) <= LONGEST_PLAIN and len(sentence) < behind and not _STATES.search(sentence)
    return len(clauses) <= 3 and len(clauses[0]) >= 4


def _inner(text: str, spans: _Spans) -> tuple[RunIn, ...]:
    found: list[RunIn] = []
    for n, (start, end) in enumerate(spans[:-1]):
        if start == 0 or end - start > LONGEST_NUMBERED or text[end - 1] != "。" or (found and found[-1].end == start):
            continue
        sentence = text[start:end]
        before, follows = text[slice(*spans[n - 1])], text[slice(*spans[n + 1])]
        spoken = read_spoken_number(sentence)
        if spoken and not read_spoken_number(follows):
            found.append(RunIn(start, end, spoken, sentence[len(spoken.printed) :], True))
        elif (
            len(sentence) <= LONGEST_PLAIN
            and _is_topic(sentence)
            and _ACTS.match(sentence)
            and not _is_topic(before)
            and _elaborates(follows, sentence)
        ):
            found.append(RunIn(start, end, None, sentence, True))
    return tuple(found)


def _is_topic(sentence: str) -> bool:
    """Whether a sentence only names something: one short clause that counts, asserts and addresses nothing."""
    return len(sentence) <= LONGEST_PLAIN + 8 and not _CLAUSES.search(sentence) and not _STATES.search(sentence)


def _elaborates(follows: str, sentence: str) -> bool:
    """Whether what follows is longer than a sentence, by clauses or by far."""
    return len(follows) > len(sentence) and bool(_CLAUSES.search(follows) or len(follows) > 1.8 * len(sentence))


def _prefix(text: str) -> str:
    """The first clause, which parallel paragraphs share (过去五年，…)."""
    clause = _CLAUSES.split(text[:40])[0]
    return clause if 4 <= len(clause) <= 20 else text
