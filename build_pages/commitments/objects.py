"""The objects of a promise without a figure: what is to be done something with, in common terms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_pages.commitments.clauses import LEADING_VERBS
from build_pages.commitments.likeness import key

_BLAND = re.compile("城市|全市|经济|主导|重点")
"""Words that narrow nothing down."""
LEAST = 4
"""Signs that name a thing; two or three are a word of many things."""
_BETWEEN = re.compile("[、，“”—]|以及|和(?!美|谐|平)|与(?!会)|及(?!时)")
_BEFORE = re.compile(
    rf"^(?:{LEADING_VERBS}|的|与|和|要|将|同时|还|好|大|各类|更多|更大|新一轮|一批批?|有关|相关|突出|常态化|坚决|遏制|迈出|让|使)+"
)
_FORMULA = re.compile(
    "高质量发展|高品质生活|高水平|基础设施|中国式现代化|现代化建设|人民群众|经济社会|专项行动|体制机制|重点领域|重点项目|"
    "重大项目|重大工程|项目建设|项目落地|经济规模|经济发展|中心城市|国家战略|标志性成果|核心竞争力|工作机制|服务体系|《"
)
"""Wordings of the genre that stand for no thing of their own: that a later text has them too says nothing."""


def read_objects(words: str) -> Iterator[str]:
    """The objects a clause names: the parts of its enumerations in common terms, without the verbs before them."""
    for part in _BETWEEN.split(words):
        object_ = _FORMULA.sub("", key(_BEFORE.sub("", part)))
        if len(object_) >= LEAST:
            yield object_


def content(words: str) -> str:
    """What a clause says in common terms, without the verbs before it and without formulas."""
    return _FORMULA.sub("", key(_BEFORE.sub("", words)))


def run_length(object_: str, words: str) -> int:
    """How many signs of an object, from its first on, stand together in other words; 0 where they name nothing."""
    length = next((n for n in range(len(object_), 0, -1) if object_[:n] in words), 0)
    return length if len(_BLAND.sub("", object_[:length])) >= LEAST else 0


def is_short_for(short: str, long: str) -> bool:
    """Whether a name is another one or a short form of it, one or two signs shorter: 航投集团, 航运投资集团."""
    if short[:1] != long[:1] or short[-2:] != long[-2:] or not 0 <= len(long) - len(short) <= 2:
        return False
    signs = iter(long)
    return all(sign in signs for sign in short)
