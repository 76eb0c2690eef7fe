"""What a line of a newspaper page or web page is, if it is no text: one table of forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_pages.intake.names import PERSON, ROLE
from build_pages.model.record import Role
from build_pages.rules.characters import HAN

_NUMBER = "[〇○零一二三四五六七八九十0-9]"
DATE = rf"(?P<year>{_NUMBER}{{4}})年(?:(?P<month>{_NUMBER}{{1,3}})月(?:(?P<day>{_NUMBER}{{1,3}})日)?)?"
"""A date as printed, in Arabic or Chinese numerals."""
_PRESS = r"(?:本报|本刊|新华社|中新社|人民日报|本台|本网)"
_WRITERS = r"(?:首席|见习|特约|实习)?(?:记者|通讯员|评论员|编辑部)"

_DAY = "(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日"
_EDITING = "责任?编辑?|责编|编辑|校对|版式|美编|审核|统筹|策划|监制|来源|稿源|文字|作者|发布时间"
_WEB = r"【?字[体号]\s*[:：].{0,20}|(?:打印|关闭)(?:本页|窗口)?|(?:分享到|扫一扫|浏览次数).{0,20}|[上下]一篇.{0,60}"
_FORMS: tuple[tuple[Role, str, str], ...] = (
    ("jump", r"[（(](?:紧?[上下]?[接转])[^（）()]{1,16}[版页][^（）()]{0,10}[）)]", "转版说明"),
    ("dateline", rf"[（(]?{DATE}[）)]?", "日期行"),
    ("dateline", rf"{_PRESS}[{HAN}]{{0,10}}{_DAY}(?:电|讯)", "电头"),
    ("note", r"[（(].{6,120}(?:通过|批准|修订|公布|发布|施行|印发)[）)]", "题注"),
    ("byline", rf"(?:{_PRESS})?{_WRITERS}(?:[\s：:].{{1,40}}|[{HAN}]{{0,4}})", "作者行"),
    ("byline", rf"{ROLE}(?:[\s?？]*{PERSON}|\s+[{HAN}]{{2,5}})?(?:同志)?", "署名行"),
    ("credit", r"(?:本[版报文])?(?:组?图片?|照片|摄影|制图|插图).{0,30}(?:摄|提供|制|绘|[:：/].{1,20})", "图片来源"),
    ("credit", rf"(?:{_EDITING})\s*[:：].{{0,60}}", "来源或编务"),
    ("furniture", _WEB, "网页部件"),
)
WHOLE = tuple((role, re.compile(form), why) for role, form, why in _FORMS)
"""What a whole line of this form is, and why it is no text."""
_DISPATCH = rf"^\s*{_PRESS}[{HAN}]{{0,10}}(?:{_DAY})?[电讯]?\s*"
GLUED: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("jump", re.compile(r"^\s*[（(]紧?上?接[^（）()]{1,16}[版页][^（）()]{0,10}[）)]")),
    ("jump", re.compile(r"[（(]下?转[^（）()]{1,16}[版页][^（）()]{0,10}[）)]\s*$")),
    ("byline", re.compile(rf"{_DISPATCH}[（(].{{0,6}}{_WRITERS}[^（）()]{{1,40}}[）)]")),
    ("dateline", re.compile(rf"^\s*{_PRESS}[{HAN}]{{0,10}}{_DAY}[电讯]")),
    ("byline", re.compile(rf"^\s*{_PRESS}讯(?=\s)")),
    ("byline", re.compile(rf"[（(]{_PRESS}?{_WRITERS}[^（）()。]{{1,40}}[）)]\s*$")),
)
"""What stands at the beginning or end of a paragraph without being text."""
_LICENCE = re.compile(r"^(?:本作品|此作品|Public domain|版权所有|著作权所有|©|Copyright)")
_TAIL = 120
"""Lines from the end of a file within which a statement of rights is looked for."""


def name_line(text: str) -> tuple[Role, str] | None:
    """The role of a trimmed line that is wholly furniture, and why; None for text."""
    if len(text) > 200:
        return None
    return next(((role, why) for role, form, why in WHOLE if form.fullmatch(text)), None)


def find_glued(line: str) -> Iterator[tuple[Role, str]]:
    """Role and quote of each stretch of a received line that is set before or behind its text."""
    head, tail = line[:120], line[-80:]
    for role, form in GLUED:
        found = form.search(tail if form.pattern.endswith("$") else head)
        if found and found.group().strip() != line.strip():
            yield role, found.group().strip()
            return


def licence_from(lines: list[str]) -> int:
    """The index of the line where a statement of rights begins that runs to the end of the file; ``len`` if none."""
    start = max(1, len(lines) - _TAIL)
    return next((n for n in range(start, len(lines)) if _LICENCE.match(lines[n].strip())), len(lines))
