"""The frame of a paragraph or sentence, from its setting (see ``find.figures.setting``) and its own words."""

from __future__ import annotations

import re

from build_pages.find.figures.setting import Setting
from build_pages.model.theme import FrameLetter

_OF_SETTING: dict[str, FrameLetter] = {
    "review": "A", "review-years": "B", "situation": "C", "goals": "D", "plan": "E",
}  # fmt: skip
_CALL = re.compile(
    r"让我们更加紧密|崇高(?:的)?敬意|衷心(?:的)?感谢|预祝|请予审议|必将团结和激励|而(?:不懈|努力|团结)奋斗|"
    r"会议号召|肩负新使命|一分部署"
)
"""Thanks, calls and set phrases: they open and close a document."""
_ADDRESS = re.compile(r"各位(?:代表|委员)[^。]{0,8}[！：:]$")
_HIGHER = re.compile(r"(?:总书记|党中央|中央|国务院|省委|省政府|省委省政府|自治区党委)")
_RELAY = re.compile(
    rf"(?<!落实)(?<!贯彻)(?<!按照){_HIGHER.pattern}[^，。；]{{0,24}}(?:提出|明确|指示|寄予|赋予|强调|指出)[^。]{{0,12}}[“：要在]|"
    rf"{_HIGHER.pattern}[^，。；]{{0,16}}(?:作出|提出)[^。]{{0,20}}(?:批示|要求)"
)
_OBEYED = re.compile(r"(?:深入)?(?:学习)?(?:贯彻|落实|按照|牢记|遵照)")
"""Who only says that a demand is to be met relays none."""
_WEIGHED = re.compile(r"(?:各位代表[，！])?(?:确定|提出|设定|安排)(?:上述|以上|这些|这样的)[^。]{0,10}目标")
"""A paragraph that says why the aims are what they are speaks of the situation."""
_TROUBLE = re.compile(r"困难|挑战|不足|不确定|难预料|短板|压力|瓶颈|复杂严峻|严峻复杂|下行|机遇")
_AHEAD = re.compile(
    r"^(?:[^，。；]{0,12}(?:要|必须|应|将|力争|加快|努力)|我们要)|(?<=[，；])(?:要|必须|将|加快|着力|大力)"
)
_DONE = re.compile(
    r"了|获批|入选|成功|实现|完成|建成|荣获|跻身|突破|率先|取得|持续改善|不断(?:增强|增进|提高)|全面发展"
)


def frame_of(text: str, setting: Setting) -> FrameLetter | None:
    """The frame of a paragraph; None where neither its setting nor its words decide it."""
    if len(text) < 600 and _is_call(text):
        return "F"
    if _WEIGHED.match(text):
        return "C"
    if setting.frame in _OF_SETTING:
        return _OF_SETTING[setting.frame]
    if len(_TROUBLE.findall(text)) >= 3:
        return "C"
    ahead, done = len(_AHEAD.findall(text)), len(_DONE.findall(text))
    if ahead == done:
        return None
    return "E" if ahead > done else "A"


def may_differ(text: str) -> bool:
    """Whether a sentence of a paragraph may have another frame than the whole of it."""
    return bool(_HIGHER.search(text) or _CALL.search(text) or "各位" in text)


def sentence_frame(sentence: str, around: FrameLetter | None) -> FrameLetter | None:
    """The frame of a sentence in a paragraph framed ``around``: a relayed demand and a call have their own."""
    if around in ("A", "C", "E", None) and _RELAY.search(sentence) and not _OBEYED.match(sentence):
        return "G"
    return "F" if _is_call(sentence) else around


def _is_call(text: str) -> bool:
    return bool(_CALL.search(text) or _ADDRESS.match(text))
