"""Projects: named things that several places speak of with words of their stage, 谋划 → 开工 → 在建 → 投用."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from build_pages.circles import draw_circles
from build_pages.commitments.clauses import core, read_clauses
from build_pages.commitments.objects import is_short_for
from build_pages.commitments.stages import read_stage
from build_pages.model.commitment import Stage
from build_pages.model.edition import Annotated, Edition
from build_pages.split.sentences import read_sentences

_BETWEEN = re.compile(r"[、]|以及|和(?!美)|及(?=[^其]{3})|与(?=[^\s]{3})")
_SIGNS = (
    "工程|水库|高速|高铁|铁路|城铁|城际|快速路|大桥|隧道|机场|码头|航道|运河|枢纽|南站|北站|东站|西站|"
    "综保区|保税区|口岸|港区|功能区|合作区|试验区|新区|示范区|先导区|先行区|集聚区|片区|园区|产业园|示范园|文创园|"
    "工业园|公园|乐园|街区|小镇|科学城|科技城|总部基地|产业基地|储备基地|实践基地|研究院|研究中心|实验室|"
    "校区|医院|医学中心|医疗中心|会展中心|计算中心|数据中心|超算中心|体育中心|核心节点|电站|电厂|水厂|泵站|博物馆|图书馆|美术馆|"
    "集团|试点城市|系统|平台|规划"
)
"""What names of projects end with."""
_LEAD_SIGNS = (
    ("[0-9一二三四五六七八九十]+", "号线"),
    ("(?<![香贸])", "港"),
    ("[一-龥]", "谷"),
    ("[商法]", "务区"),
    ("[二三四]", "期"),
)
"""The same, where something must stand before, or must not."""
_MAY_END = re.compile("|".join((_SIGNS, *(sign for _, sign in _LEAD_SIGNS))))
"""What the end of any name contains; where it is missing nothing else need be looked for."""
_END = "|".join((_SIGNS, *(lead + sign for lead, sign in _LEAD_SIGNS)))
_NAME = re.compile(
    rf"([一-龥A-Za-z0-9]{{2,18}}?(?:{_END}))(?=等|及|项目|工程|建设|开工|建成|获批|揭牌|挂牌|注册|成立|扩区|上线|投用|投入|通车|开通|启用|启动|交付|竣工|完工|顺利|正式|成功|率先|“|》|$|高质量|总体|全面|扩建|前期|晋)"
)
"""A name ends where what is done with it begins; 灯塔城 is no name in 灯塔城联盟."""
_VAGUE = re.compile("相关|有关|一批|重大|^重点|配套|各类|这些|打基础|[0-9]多?余?[个亩家座所项]|的|^[国省市县]家?级")
"""What sums up or counts is no name."""
_INSIDE = re.compile("建设|组建|打造|推进|扩建|推动|开展|支持")
"""Verbs behind which the name only begins: 江北区建设灯塔新城."""
_VERBS = re.compile(
    "^(?:加快|加速|推进|推动|建设|支持|谋划|开工|启动|完成|实施|提速|争取|争创|创建|申建|获批|入选|打造|建成|开展|成为|吸引|承担|深化|率先|高标准|高水平|"
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
    """Named projects that two or more paragraphs of one circle speak of with a stage, by their first stop."""
    circles = draw_circles(edition.library, edition.documents)
    return tuple(chain.from_iterable(_follow(circle) for _, circle in circles))


def _follow(documents: Iterable[Annotated]) -> Iterator[Project]:
    stops: dict[str, dict[str, Stop]] = defaultdict(dict)
    order: dict[str, int] = {}
    for one in documents:
        for paragraph in one.document.paragraphs:
            order[paragraph.id] = len(order)
            for name, stop in _stops(paragraph.id, paragraph.text):
                stops[name].setdefault(stop.paragraph, stop)
    followed = (
        Project(name, tuple(found.values())) for name, found in _gather(stops, order).items() if len(found) >= LEAST
    )
    return (project for project in followed if len({stop.stage for stop in project.stops}) > 1 or _dated(project))


def _gather(stops: Mapping[str, Mapping[str, Stop]], order: Mapping[str, int]) -> dict[str, dict[str, Stop]]:
    """The stops of each project under its longest name: 航投集团 is 航运投资集团."""
    names = sorted(stops, key=len)
    by_ends: dict[str, list[str]] = defaultdict(list)
    for name in names:
        by_ends[name[0] + name[-2:]].append(name)
    full = {name: _full_name(name, by_ends[name[0] + name[-2:]]) for name in names}
    gathered: dict[str, dict[str, Stop]] = {}
    for name, found in stops.items():
        gathered.setdefault(full[name], {}).update(found)
    return {name: dict(sorted(found.items(), key=lambda item: order[item[0]])) for name, found in gathered.items()}


def _full_name(name: str, others: Sequence[str]) -> str:
    """The longest of the names with the same ends that only add one or two signs to this one."""
    return max((other for other in others if is_short_for(name, other)), key=len)


def _stops(paragraph: str, text: str) -> Iterator[tuple[str, Stop]]:
    """The names of projects in a text, each with the stop its clause makes."""
    if not _MAY_END.search(text):
        return
    for sentence in read_sentences(text):
        if _MAY_END.search(text, *sentence):
            for start, end in read_clauses(text, *sentence):
                yield from _stops_of_clause(paragraph, text[start:end])


def _stops_of_clause(paragraph: str, words: str) -> Iterator[tuple[str, Stop]]:
    stage = read_stage(words) if _MAY_END.search(words) else None
    if stage:
        for name in _names(words):
            yield name, Stop(paragraph, *stage, words)


def _names(words: str) -> Iterator[str]:
    """The names of projects in a clause, without the verbs before them."""
    for item in _BETWEEN.split(core(words)):
        if match := _NAME.search(_VERBS.sub("", item)):
            name = _VERBS.sub("", _INSIDE.split(match[1])[-1])
            if len(name) >= 4 and not _VAGUE.search(name):
                yield name


def _dated(project: Project) -> bool:
    """Whether a project's stops stand in different documents."""
    return len({stop.paragraph.partition("#")[0] for stop in project.stops}) > 1
