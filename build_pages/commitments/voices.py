"""Whose words a statement is: the body a speaker speaks for, or the higher body whose demand is relayed."""

from __future__ import annotations

import re

from build_pages.model.edition import Annotated

_FOR = re.compile(r"我(?:谨|受[^，。]{2,12}委托)?[，]?代表(?:中共)?([^，。向]{2,14}?)[，,]?(?:向|对)")
_HIGHER = re.compile(
    r"习近平总书记|总书记|党中央|中央[^，。；“]{0,6}会议|国务院|中央|省委省政府|省委|省政府|自治区党委"
)
_OTHERS = re.compile(
    r"(?:[^，。；]{0,6}(?:各级)?(?:人大|政协|党委|政府|监委|“两院”)[^，。；]{0,24}|各位委员|各位代表|委员们|代表们|希望[^，。]{2,20}|全市各级(?:人大|政协)[^，。]{0,12})(?:都?要(?!求)|应(?!急|用|对))"
)
OWN_WORDS = ("report", "digest", "speech", "explainer", "plan", "decision", "communique", "notice")
"""Kinds of documents that promise; a resolution, an editorial or a news item repeats what others do."""


def speaker_body(one: Annotated) -> str:
    """The body the speaker of a document speaks for, as text or record say; else the speaker or the meeting."""
    record = one.document.record
    if record.issuer:
        return record.issuer
    for paragraph in one.document.paragraphs:
        if match := _FOR.search(paragraph.text):
            return match[1]
    if record.speaker:
        return record.speaker + (f"（{record.role}）" if record.role else "")
    return record.occasion or record.title


def relayed_voice(sentence: str) -> str:
    """The higher body whose demand a sentence relays, the one named last before the demand."""
    found = _HIGHER.search(sentence)
    return found[0] if found else ""


def addresses_others(sentence: str) -> bool:
    """Whether a sentence asks something of other bodies than the speaker's."""
    return ("要" in sentence or "应" in sentence) and bool(_OTHERS.match(sentence))
