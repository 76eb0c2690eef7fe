"""Names and formulations in quotation marks that two documents write almost alike: one or two characters apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from build_pages.model.commitment import Discrepancy
from build_pages.model.edition import Edition

_MARKED = re.compile(r"“([^“”]{5,30})”|《([^《》]{4,40})》")
_ITEM = re.compile(rf"{_MARKED.pattern}|(?P<bare>[^，、；。：！？“”《》（）()—+\s]{{7,}})")
_OPENING = re.compile(
    r"^(?:加快|加速|全面|深入|持续|推进|推动|实施|打造|建设|建成|基本|构建|完善|健全|组建|深化|提升|支持|争创|创建|获批|入选|跻身|落实|坚持|开展|大力|积极|不断|着力|高标准|高质量|高水平|"
    r"继续|进一步|扎实|稳步|有序|统筹|做好|抓好|办好|成功|举办|承办|和|与|及|以|在|等|全国|国家|我市|全市|中国|要|将)+"
)
_CLOSING = re.compile(r"(?:等|建设|成立|注册成立|注册|取得实效|项目|工作|发展|获批|挂牌|新局面|具体)+$")
_NUMBER = re.compile(r"[0-9０-９]")
_KIND = re.compile(r"中心|研究院|圈|论坛|集团|大会|实验室|博览会")
"""What has a name of its own; 体系 and 机制 are described anew each year."""
_NAMED = re.compile(f"(?:{_KIND.pattern})$")
_COUNTED = re.compile(r"[0-9〇零一二三四五六七八九十两百首第]+")
_APART = 2
"""Characters that two writings of one name differ in at most."""
_SHARE = 0.25
"""The part of the longer writing that those may be."""


@dataclass(frozen=True, slots=True)
class Written:
    """A name or an item of a list where it stands."""

    document: str
    paragraph: str
    words: str
    marked: bool
    """Whether quotation or title marks make it a name."""


def compare_names(edition: Edition) -> Iterator[Discrepancy]:
    """Near-identical names of different documents, each pair of writings once."""
    met: dict[str, list[Written]] = defaultdict(list)
    for written in _read(edition):
        met[written.words].append(written)
    first = {words: n for n, words in enumerate(met)}
    for one, other in sorted(_near(met)):
        earlier, later = sorted((one, other), key=lambda words: first[words])
        yield from _pair(met[earlier], met[later])


def distance(a: str, b: str, most: int) -> int:
    """Characters to change, add or leave out to make ``b`` of ``a`` (Levenshtein 1966).

    More than ``most`` is most + 1.
    """
    if abs(len(a) - len(b)) > most:
        return most + 1
    row = list(range(len(b) + 1))
    for n, left in enumerate(a, 1):
        new = [n]
        for m, right in enumerate(b, 1):
            new.append(min(row[m] + 1, new[-1] + 1, row[m - 1] + (left != right)))
        if min(new) > most:
            return most + 1
        row = new
    return min(row[-1], most + 1)


def _read(edition: Edition) -> Iterator[Written]:
    for one in edition.documents:
        for paragraph in one.document.paragraphs:
            item = _ITEM if _KIND.search(paragraph.text) else _MARKED  # without marks only names of a kind count
            for match in item.finditer(paragraph.text):
                marked = match.lastgroup != "bare"
                words = match[match.lastindex or 0]  # the one group that has matched
                name = words if marked else _bare_name(words)
                if len(name) >= 6:
                    yield Written(one.id, paragraph.id, name, marked)


def _bare_name(words: str) -> str:
    """The name in a run of words without marks, without what is said around it; "" where there is none."""
    if not _KIND.search(words):
        return ""
    words = _CLOSING.sub("", _OPENING.sub("", words))
    return words if _NAMED.search(words) and not _NUMBER.search(words) else ""


def _near(met: Mapping[str, list[Written]]) -> Iterator[tuple[str, str]]:
    """Pairs of different writings that begin or end alike and are near."""
    ends: dict[str, set[str]] = defaultdict(set)
    for words in met:
        ends["^" + words[:3]].add(words)
        ends["$" + words[-3:]].add(words)
    found = set()
    for alike in ends.values():
        for one, other in combinations(sorted(alike), 2):
            if (one, other) not in found and _is_near(one, other):
                found.add((one, other))
    yield from found


def _is_near(one: str, other: str) -> bool:
    if _COUNTED.sub("", one) == _COUNTED.sub("", other):
        return False  # the twelfth and the thirteenth of a kind are two things
    apart = distance(one, other, _APART)
    return apart <= _APART and apart <= _SHARE * max(len(one), len(other)) and one not in other and other not in one


def _pair(ones: list[Written], others: list[Written]) -> Iterator[Discrepancy]:
    """The disagreement of two writings; none where a document uses both, for there they mean two things."""
    if {one.document for one in ones} & {other.document for other in others}:
        return
    a, b = ones[0], others[0]
    yield Discrepancy("name", a.paragraph, b.paragraph, a.words, b.words, "写法一二字之差")
