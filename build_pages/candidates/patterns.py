"""What a coinage of the genre looks like. Each pattern yields (start, end, weight) in one text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from build_pages.find.segment import tag_words

Span = tuple[int, int, float]
HAN = "\u4e00-\u9fff"
HEADS = (
    "行动|工程|计划|平台|机制|模式|体系|中心|示范区|试验区|先导区|先行区|集聚区|实验区|自贸区|综保区|基地|集群|战略|方案|制度|基金|产业园|园区|"
    "之城|名城|强市|高地|枢纽|门户|经济|产业|生态圈|服务圈|健身圈|生活圈|都市圈|走廊|联盟|论坛|大会|品牌|经验|改革|试点|试点城市|示范城市|"
    "城市|窗口|专区|驿站|指数|条例|规划|办法|清单|热线|街区|片区|港区|实验室|研究院|科技城|金融岛|保卫战|攻坚战|一体化|现代化|屏障|"
    "新格局|新动能|生产力|数字化|网格化|精神|理念|思维|意识|工作法|总基调|招商|债券|资金|贷|险|率先|节|赛|季|系列活动|专项行动|三年行动"
)
_QUOTED = re.compile(r"“([^“”。！？；]{2,24})”")
_HEADED = re.compile(rf"“[^“”。！？；]{{1,14}}”[{HAN}]{{0,6}}?(?:{HEADS})")
_TITLE = re.compile(r"《[^《》]{3,30}》")
_PLUS = re.compile(rf"[{HAN}\dA-Za-z]+(?:\+[{HAN}\dA-Za-z]*)+")
_LATIN = re.compile(r"[A-Z][A-Za-z0-9-]{1,}[A-Za-z0-9]")
_NUMERAL = re.compile(
    rf"(?:[一两二三四五六七八九十双]|\d{{1,2}})(?:大|个|项|条|类|型)?[{HAN}]{{1,4}}?(?:[、，]?(?:[一两二三四五六七八九十双])(?:大|个)?[{HAN}]{{1,3}})+"
    rf"|[一两二三四五六七八九十双](?:个|大|项)?(?:要|新|高|链|保|权|定|制|非|资|重|宜|绿|地|标|好|多|化|全|圈|改|定|线|宽|院|乱|遗产|确保|确立|维护|自信|意识|中心|环境|强市|集中|率先|攻坚|战略|建设|"
    rf"机制|行动|集群|毫不动摇|场攻坚战|一批|百分之百)"
)
_PARALLEL = re.compile(rf"(?<![{HAN}])([{HAN}]{{2,9}})(?:[、，·][{HAN}]{{2,9}}){{1,5}}")
_SET = re.compile(rf"(?<![{HAN}])[{HAN}]{{4,10}}(?:为[{HAN}]{{1,2}})、[{HAN}]{{2,6}}为[{HAN}]{{1,2}}")
_CLAUSE = re.compile(rf"[{HAN}A-Za-z0-9+—（）·]+")
_LEADING = frozenset(("d", "v", "p", "c", "r", "t", "u", "ul", "uj", "ud", "zg", "f", "q", "y", "k", "ad", "vd"))
_HEAD_END = re.compile(rf"(?:{HEADS})$")


def find_quoted(text: str) -> Iterator[Span]:
    """What stands in quotation marks, and with the noun that follows them."""
    for match in _QUOTED.finditer(text):
        yield match.start(1), match.end(1), 4.0 if len(match[1]) <= 12 else 3.0
    for match in _HEADED.finditer(text):
        yield match.start(), match.end(), 1.5
    for match in _TITLE.finditer(text):
        yield match.start(), match.end(), 1.5


def find_formulas(text: str) -> Iterator[Span]:
    """Formulas with plus signs, abbreviations in Latin letters, numerals with what they count."""
    for match in _PLUS.finditer(text):
        yield *match.span(), 3.0
    for match in _LATIN.finditer(text):
        yield *match.span(), 1.0
    for match in _NUMERAL.finditer(text):
        yield *match.span(), 2.5


def find_parallels(text: str) -> Iterator[Span]:
    """Rows of members of the same length or the same character: 操心事、烦心事、揪心事."""
    for pattern in (_PARALLEL, _SET):
        for match in pattern.finditer(text):
            members = re.split("[、，·]", match[0])
            alike = len({len(member) for member in members}) == 1
            shared = set(members[0]).intersection(*members[1:])
            if alike or (shared and len(members) > 2):
                yield *match.span(), 1.0 + alike + bool(shared) + (len(members) > 2) * 0.5


def find_names(text: str) -> Iterator[Span]:
    """Noun phrases that end in a head noun of the genre: the clause without its leading verbs, up to the head."""
    for clause in _CLAUSE.finditer(text):
        yield from _names_in(clause[0], clause.start())


def _names_in(clause: str, offset: int) -> Iterator[Span]:
    start = at = 0
    tokens = list(tag_words(clause))
    open_ = True
    for n, (word, tag) in enumerate(tokens):
        if word in ("的", "和", "与", "及", "等", "以", "为", "在", "对", "把", "从", "向", "将", "了") or (open_ and tag in _LEADING):
            start, open_ = at + len(word), True
        else:
            open_ = False
        at += len(word)
        ends = n + 1 == len(tokens) or tokens[n + 1][0] in ("的", "和", "与", "及", "等", "建设") or tokens[n + 1][1] in ("v", "d", "p")
        if not open_ and ends and at - start >= 4 and _HEAD_END.search(clause[start:at]):
            yield offset + start, offset + at, 1.5 if at - start <= 14 else 0.5


PATTERNS: Mapping[str, Callable[[str], Iterator[Span]]] = {
    "quoted": find_quoted,
    "formula": find_formulas,
    "parallel": find_parallels,
    "name": find_names,
}
