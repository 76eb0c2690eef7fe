"""Clauses and what each does in its sentence: promise something, open the way to it, or give a purpose."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

Span = tuple[int, int]
Part = Literal["promise", "means", "purpose", "other"]

# a line end parts sentences that are read together; no comma between digits ends a clause
_STOP = re.compile(r"[，；：。！？!?,\n](?:(?<!,)|(?![0-9]))")
_NESTED = re.compile("[“（]")
_LEAD = re.compile(
    r"(?:[一二三四五六七八九十]+[是要]|[—\-\s“（(]+|(?:同时|[并还也再又])(?![购进])|(?:我们)?(?:要|必须|应当|应)(?!求)){1,2}"
)
_MEANS = re.compile(
    r"^(?:以(?![上下内外及])|按照|依据|根据|围绕|依托|聚焦|锚定|立足|针对|结合|瞄准|面对|随着|抢抓|顺应|对标|坚持(?!.{0,24}(?:实施|建设|推进|开展))|坚定(?=.{0,4}信心)|牢牢把握|"
    r"学习运用|牢固树立|本着|在.{1,30}[上中下后里]$|为(?:了|更好)|对.{2,16}$|更好应对|作为|把.{1,24}(?:作为|摆在|放在)|始终|通过(?!国家验收|验收))"
)
_PURPOSE = re.compile(
    r"^(?:让|使|令|真正|成为|从而|为.{1,30}(?:提供|打牢|奠定|注入|作出|创造)|以.{1,20}(?:实效|成效|实绩)|切实让|有力(?:支撑|保障)|造福|惠及)"
)
LEADING_VERBS = (
    "推进|加快|实施|建设|建成|完成|新增|新建|改造|打造|培育|支持|组建|开展|深化|提升|推动|加强|强化|优化|完善|健全|构建|落实|争取|争创|力争|确保|创建|引进|引育|举办|办好|扩大|拓展|发展|"
    "做强|做大|做优|做好|做精|做实|巩固|保持|稳定|出台|编制|制定|谋划|启动|开工|筹集|分配|交付|处置|化解|防范|遏制|严格|守牢|守住|保障|维护|促进|鼓励|引导|吸引|集聚|探索|试点|推广|"
    "普及|提高|降低|压减|减少|清理|废除|破除|攻坚|打好|打响|擦亮|弘扬|传承|保护|利用|盘活|整合|统筹|规范|设立|布局|发布|组织|兜牢|抓好|抓实|用好|建好|建强|严防|对接|共建|协同|"
    "联动|培养|招引|壮大|厚植|挖掘|深挖|释放|激发|营造|强力|全力|持续|深入|全面|扎实|稳步|有序|大力|积极|坚决|切实|高标准|高质量|高水平|高效|常态化|因地制宜|分类|一体|整治|治理|修复|"
    "解决|提供|提质|扩容|增加|加大|加力|申办|申报|申建|主动|充分|努力|延续|继续|逐步|纵深|系统|精准|广泛|进一步|加密|织密|严密|夯实|筑牢|健康|丰富|畅通|引入|投放|发放|投入|挺起|形成|建立|"
    "推行|运用|突出|抓紧|着力|改善|改革|创新|增强|开放|开拓|延伸|覆盖|树立|践行|腾出|锻造|当好|履行|接受|听取|执行|研究|实行|实现|更加|不断|尽快|有效|有力|合理|严肃|从严|依法|统一|培优|抢占|"
    "配合|压实|细化|挂图|强|扛稳|扛牢|守护|关爱|放大|立足|锻长|补齐|迭代|升级|转化|延长|挖潜|借力|办成|办理|依托|提速|扩|稳|增|减|优|促|防|控|治|保|抓|建|推|办|做|深度|遴选|试行|推介|推出|开通|增设|打通|打破|深耕|赋能|激活|选树|选派|配备|配齐|发行|分批|争做|管好|管住|"
    "杜绝|压降|承办|奋力|压茬|发挥|坚定不移|彻底|紧盯|走好|多维|一以贯之|创造|学会|树牢|直面|采取|修缮|修建|加固|疏浚|拆除"
)
"""Verbs and adverbs that a promise begins with."""
_BEGINS = re.compile(
    rf"^(?:[^，。；]{{0,14}}?(?<![重需主])(?:一定要|还将|要|将|必须|应当)(?!求|素))?(?:在.{{1,20}}[上中下]|对.{{2,16}}|把.{{2,20}})?(?:{LEADING_VERBS})"
)
_ENDS = re.compile(
    r"建成|投用|投产|通车|完工|竣工|开工|封关|运行$|落地|获批|同步$|提质$|增长$|平稳|清零$|前列$|达标$|全覆盖|见效$|推进$|提升$|改善$|提高$|发展$|形成$|完善$|增强$|到位$|"
    r"解决$|扩大$|缩小$|优化$|巩固$|健全$|显现$|实现$|公平$|活力$|融合$|超过|突破|达到|升级$|进展$|成效$|优势$|壮大$|加快$|更具|更好|更多|更有|彰显|凸显|均衡|完成.{0,12}(?:目标|任务)"
)


class Statement(NamedTuple):
    """A promising clause, with the clauses that open the way to it and those that give its purpose.

    ``head`` is the promising clause itself.
    """

    start: int
    end: int
    head: Span
    sentence: Span


def read_clauses(text: str, start: int, end: int) -> list[Span]:
    """Where the clauses of the sentence from ``start`` to ``end`` begin and end; their stops are not part of them.

    Stops inside “” and （） do not end one.
    """
    stops = [match.start() for match in _STOP.finditer(text, start, end)]
    if _NESTED.search(text, start, end):
        stops = _list_ends(text, start, stops)
    begins = [start, *[stop + 1 for stop in stops]]
    return [(begin, stop) for begin, stop in zip(begins, [*stops, end], strict=True) if begin < stop]


def _list_ends(text: str, start: int, stops: Iterable[int]) -> list[int]:
    """Those of the stops from ``start`` on that end a clause: no quotation or bracket in it is open yet."""
    ends = []
    for stop in stops:
        quotes = text.count("“", start, stop) - text.count("”", start, stop)
        if quotes <= 0 and text.count("（", start, stop) <= text.count("）", start, stop):
            ends.append(stop)
            start = stop + 1
    return ends


def split_clauses(sentences: Iterable[str]) -> list[str]:
    """The words of the clauses of sentences without line ends, see ``read_clauses``."""
    text = "\n".join(sentences)
    if not _NESTED.search(text):
        return [words for words in _STOP.split(text) if words]
    return [line[start:end] for line in text.split("\n") for start, end in read_clauses(line, 0, len(line))]


def read_statements(text: str, sentence: Span, promised: Collection[int] = ()) -> Iterator[Statement]:
    """The statements of a sentence that promise something, were they said of what is to come.

    ``promised`` are offsets of promised figures: a clause with one promises, unless it opens the way to another. What
    opens the way to a promising clause, and its purposes, are joined to it; ； parts them.
    """
    clauses = read_clauses(text, *sentence)
    opened: int | None = None
    current: Statement | None = None
    for clause in clauses:
        start, end = clause
        part = _read_part(text[start:end], any(start <= at < end for at in promised) if promised else False)
        parted = text[start - 1 : start] == "；"
        if current and (parted or part == "promise"):
            yield current
            current = None
        if parted and opened is not None:
            yield _alone(clauses, opened, start, sentence)
            opened = None
        if part == "promise":
            current = Statement(start if opened is None else opened, end, clause, sentence)
            opened = None
        elif part == "means":
            opened = start if opened is None else opened
        elif current and opened is None:
            current = Statement(current.start, end, current.head, sentence)
    if current:
        yield current
    elif opened is not None:
        yield _alone(clauses, opened, sentence[1], sentence)


def _alone(clauses: Sequence[Span], start: int, before: int, sentence: Span) -> Statement:
    """The clauses from ``start`` on as one statement: what they open the way to is in them, 以更高标准打好保卫战."""
    last = [clause for clause in clauses if start <= clause[0] < before][-1]
    return Statement(start, last[1], last, sentence)


def core(words: str) -> str:
    """A clause without the enumerators and links it begins with."""
    words = words.strip()
    lead = _LEAD.match(words)
    return words[lead.end() :] if lead else words


def _read_part(clause: str, promised: bool) -> Part:
    words = core(clause)
    means = _MEANS.match(words)
    if promised and not means:
        return "promise"
    if _PURPOSE.match(words):
        return "purpose"
    if means:
        return "means"
    return "promise" if _BEGINS.match(words) or _ENDS.search(words) else "other"
