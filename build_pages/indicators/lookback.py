"""What says that a change is one over several years, though the text dates it to one: 比2002年, 过去五年."""

from __future__ import annotations

import re

_BASE = re.compile(r"(?:(比(?:19|20)\d{2}年)[^，。；、0-9]*|([与同较](?:19|20)\d{2}年相比)[^。！？]*)$")
_BACK = re.compile(
    r"(?:过去|[这近])(?:的)?[两二三四五六七八九十几2-9]年(?!来?的?(?:新|最|同期))|(?<!第)[二三四五六七八九十几]年[来间](?=，)|"
    r"“?十[一二三四五]?五”?(?:时期|期间)(?=，)"
)
_MAY = re.compile(r"[去这近].{0,2}年|年[来间]|五”?(?:时期|期间)")
"""What all of those have in them, whatever stands behind."""
_YEAR = re.compile(
    r"(?<![比与同较])(?:19|20)\d{2}年(?!相比|以?来|以后|[与同较])|[去上今]年|全年|未来|今后|过去(?:的)?一年"
)
"""What ties the words behind it to one year."""


def find_base(text: str, year: int) -> str:
    """The year that a text compares the figure at its end with, as worded; empty for the year before ``year``.

    >>> find_base("产值比2002年增长", 2007), find_base("产值比2006年增长", 2007)
    ('比2002年', '')
    """
    found = _BASE.search(text, text.rfind("。") + 1)  # no comparison reaches over a sentence
    words = (found[1] or found[2]) if found else ""
    return "" if str(year - 1) in words else words


def may_look_back(text: str) -> bool:
    """Whether anything in a text may look back on several years, for a quick look at whole paragraphs.

    >>> may_look_back("过去五年，铁路通车。"), may_look_back("今年，铁路通车。")
    (True, False)
    """
    return bool(_MAY.search(text))


def looks_back(text: str) -> str:
    """The words by which a text, up to its end, looks back on several years; empty where it names one year since.

    >>> looks_back("过去五年，铁路通车。产值"), looks_back("过去五年，铁路通车。2020年，产值")
    ('过去五年', '')
    >>> looks_back("创近五年新高，产值")
    ''
    """
    if "年" not in text and "期" not in text:  # one of them ends all of those words
        return ""
    found = list(_BACK.finditer(text))
    return found[-1][0] if found and not _YEAR.search(text, found[-1].end()) else ""
