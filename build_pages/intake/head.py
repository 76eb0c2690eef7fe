"""The head of a document: the lines above its text, and which of them is the title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_pages.intake.boundaries import is_running_text, is_subtitle
from build_pages.intake.furniture import find_glued, name_line
from build_pages.intake.names import is_person
from build_pages.model.record import Role
from build_pages.rules.characters import NUMERAL, STOP

ADDRESS = re.compile(r"^(?:各位|同志们|尊敬的|女士们|全体).{0,30}[:：!！]$")
HEADING = re.compile(rf"^(?:[（(]?[{NUMERAL}]{{1,4}}[、）).．]|第[{NUMERAL}0-9]{{1,4}}[章节部编篇])")
_ON_THE_OCCASION = re.compile(
    r"^[^，。；]{0,40}月[^，。；]{1,3}日[^，。；]{0,30}在[^，。；]{4,40}(?:会议|大会|全会)上?[^，。；]{0,40}。?$"
)
_LABEL = re.compile(r"^(?:(?:19|20)[0-9]{2}年?|目\s*录|全文|特刊|专版)$")
_NAMES_KIND = re.compile(r"报告?$|报告|讲话|决议|决定|公报|意见|通知|规划|纲要|社论|摘编|摘要|致辞")
_HEAD = 12
"""Lines that the head of a document has at most."""
_PARAGRAPH = 40
"""Characters from which on a line below another is a paragraph, stop or no stop, and no second title."""
_REST = 2
"""Characters of a line that is nothing but the end of the headline above it."""
Line = tuple[int, str]
"""Number and trimmed text of a line."""


def head_length(texts: Sequence[str], marks: Sequence[int]) -> int:
    """How many lines stand above the text: none from the first address, paragraph or numbered heading on."""
    for n, (text, mark) in enumerate(zip(texts[:_HEAD], marks, strict=False)):
        role = name_line(text)
        if role or is_subtitle(text) or _ON_THE_OCCASION.match(text):
            continue
        opens = ADDRESS.match(text) or is_running_text(text) or (HEADING.match(text) and not mark)
        if opens or re.search(f"[{STOP}：；]$", text) or any(text.startswith(q) for _, q in find_glued(text)):
            return n
        if n and ((mark > 1 and any(marks[:n])) or len(text) >= _PARAGRAPH):
            return n
    return min(len(texts), _HEAD) if any(map(is_running_text, texts)) else min(1, len(texts))


def name_head(head: Sequence[Line]) -> tuple[str, list[tuple[Role, str]]]:
    """The title, and role and reason of each line above the text."""
    roles = list[tuple[Role, str] | None]()
    for _, text in head:
        person = is_person(text) and len(head) > 1
        other: tuple[Role, str] | None = (
            ("byline", "署名行") if person else ("label", "版面标志") if _LABEL.match(text) else None
        )
        under = ("subtitle", "") if is_subtitle(text) or _ON_THE_OCCASION.match(text) else None
        roles.append(name_line(text) or under or other)  # type: ignore[arg-type]
    free = [n for n, role in enumerate(roles) if role is None]
    best = max(free, key=lambda n: (bool(_NAMES_KIND.search(head[n][1])), -n), default=None)
    title = ""
    for n in free:
        if best is not None and (n == best or (n == best + 1 and _carries_on(head[n][1]))):
            title += head[n][1]
            roles[n] = ("title", "")
        else:
            kicker = best is not None and (n < best or head[n][1] in head[best][1])
            roles[n] = ("label", "眉题") if kicker else ("subtitle", "")
    return title, [role for role in roles if role]


def _carries_on(text: str) -> bool:
    """Whether a line is the rest of a headline broken in two."""
    return bool(re.match("关于|的", text)) or len(text) <= _REST
