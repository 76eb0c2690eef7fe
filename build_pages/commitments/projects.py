"""Projects: named things that several places speak of with words of their stage, 谋划 → 开工 → 在建 → 投用."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from build_pages.commitments.clauses import core, read_clauses
from build_pages.commitments.stages import read_stage
from build_pages.model.commitment import Stage
from build_pages.model.edition import Edition
from build_pages.split.sentences import read_sentences

_BETWEEN = re.compile(r"[、]|以及|和(?!美)|及(?=[^其]{3})|与(?=[^\s]{3})")
_KINDS = (
    "工程|水库|高速|综保区|研究院|研究中心|集团|园区|产业园|示范园|片区|医院|公园|枢纽|南站|电站|新区|试点城市|示范区|先导区|总部基地|快速路|"
    "国际陆港|会展中心|计算中心|创新港|科学城|科技城|量子谷|法务区|[二三四]期|示范中心|实践中心|消费中心|金融中心|枢纽中心"
)
_NAME = re.compile(
    rf"([一-龥A-Za-z0-9]{{2,18}}?(?:{_KINDS}))(?=等|及|项目|工程|建设|开工|建成|获批|揭牌|挂牌|注册|扩区|“|$|高质量|总体|全面|扩建|前期|晋)"
)
"""A name ends where what is done with it begins; 灯塔城 is no name in 灯塔城联盟."""
_VAGUE = re.compile(r"^(?:相关|有关|一批|重大|重点|配套|各类|这些|打基础)")
_VERBS = re.compile(
    "^(?:加快|加速|推进|推动|建设|支持|谋划|开工|启动|完成|实施|提速|争取|争创|创建|申建|获批|入选|打造|建成|高标准|高水平|"
    "高质量|全力|深入|扎实|持续|基本|成功|组建|共建|与|在|对|将|要|以|等|使|把|由|从|纳入|依托|围绕|协同|系统|积极|一体|联动|"
    "加强|强化|强力|稳步|有序|全面|继续|统筹|抓好|抓紧|用好|办好|培育|建强|做强|大力|跻身|的|并|和|及|推广|力争|进一步|多年)+"
)
LEAST = 2
"""Paragraphs that must speak of a project before it is followed."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place that says what stage a project is at: the words that say so, and the clause."""

    paragraph: str
    stage: Stage
    words: str
    quote: str


@dataclass(frozen=True, slots=True)
class Project:
    """A project with its stops in the order of dates and of the text."""

    name: str
    stops: tuple[Stop, ...]


def follow_projects(edition: Edition) -> tuple[Project, ...]:
    """Named projects that two or more paragraphs speak of with a stage, in the order of their first stop."""
    stops: dict[str, dict[str, Stop]] = defaultdict(dict)
    for one in edition.documents:
        for paragraph in one.document.paragraphs:
            for name, stop in _stops(paragraph.id, paragraph.text):
                stops[name].setdefault(stop.paragraph, stop)
    followed = (Project(name, tuple(found.values())) for name, found in stops.items() if len(found) >= LEAST)
    return tuple(project for project in followed if len({stop.stage for stop in project.stops}) > 1 or _dated(project))


def _stops(paragraph: str, text: str) -> Iterator[tuple[str, Stop]]:
    for start, end in read_sentences(text):
        for clause in read_clauses(text, start, end):
            words = text[clause.start : clause.end]
            stage = read_stage(words)
            if stage:
                for name in _names(words):
                    yield name, Stop(paragraph, stage[0], stage[1], words)


def _names(words: str) -> Iterator[str]:
    """The names of projects in a clause, without the verbs before them."""
    for item in _BETWEEN.split(core(words)):
        if match := _NAME.search(_VERBS.sub("", item)):
            name = _VERBS.sub("", match[1])
            if len(name) >= 4 and not _VAGUE.match(name):
                yield name


def _dated(project: Project) -> bool:
    """Whether a project's stops stand in different documents."""
    return len({stop.paragraph.partition("#")[0] for stop in project.stops}) > 1
