"""The place that a document speaks for, as its meeting, its first words, its title or its speaker's office states it.

Only a name counts: 省人民政府 alone says that it is a province, not which. The units are those of the constitution of
the People's Republic, article 30, with the leagues, banners and prefectures in use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_pages.intake.draft import Draft
from build_pages.intake.names import OFFICE
from build_pages.rules.characters import HAN, NUMERAL

_UNIT = "特别行政区|自治区|自治州|自治县|自治旗|地区|林区|新区|开发区|实验区|[省市区县旗盟]"
_UNITS = re.compile(rf"(?P<name>[{HAN}]{{2,}}?|[{HAN}](?=[县区]))(?P<unit>{_UNIT})")
_PEOPLES = re.compile(
    "(?<=..)(?:汉族|蒙古族?|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|"
    "畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|阿昌族|普米族|塔吉克族?|"
    "怒族|鄂温克族|德昂族|保安族|裕固族|独龙族|鄂伦春族|门巴族|各族)+$"
)
"""The peoples that the name of an autonomous unit lists behind the name of the place."""
_FIRST = 6
"""Paragraphs at the beginning of a text that may say for whom it speaks."""
_NUMBERED = rf"第[{NUMERAL}0-9]{{1,4}}届"
_CONGRESS = re.compile(rf"(?:[0-9]日)?([{HAN}]{{2,30}}?) ?{_NUMBERED} ?人民代表大会")
_BEFORE = re.compile("^.*(?:在|向|出席|列席|召开)")
"""What stands before the name of a congress."""
_NATIONAL = re.compile(rf"{_NUMBERED}全国人民代表大会|^国务院|^中央人民政府")
_FOR_THE_STATE = re.compile(r"我.{0,6}(?:代表|受|根据).{0,10}(?:国务院|中央人民政府)")
_FOR_A_PLACE = re.compile(rf"我代表([{HAN}]{{2,20}}?)(?:人民)?政府")
_TITLED = re.compile(rf"(?:(?P<year>[0-9]{{4}}年)|(?<![{HAN}]))(?P<place>[{HAN}]{{2,20}}?)(?:人民)?政府工作报告")
_OFFICE = re.compile(rf"^([{HAN}]{{2,}}?)(?:人民政府)?{OFFICE}$")
_NO_NAME = re.compile("[我本全该各](?:[省市县区旗盟]|州(?!县))|自治")
STATE = "全国"
_SPELT = {STATE: "national", "陕西": "shaanxi"}
"""Names whose spelling is settled otherwise: the second officially, to tell it from 山西."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its bare names, the largest unit first: 江城市临江区 is 江城, 临江."""

    names: tuple[str, ...]

    @property
    def slug(self) -> str:
        """The names as ids and series spell them, in pinyin without tones: jiangcheng-linjiang."""
        from pypinyin import lazy_pinyin  # takes a second to load

        return "-".join(_SPELT.get(name) or "".join(lazy_pinyin(name)) for name in self.names)


def find_place(draft: Draft, role: str) -> Place | None:
    """The place a document speaks for, the most formal statement first; None where its text names none."""
    heads = (draft.subtitle, *draft.said("note"), draft.title)
    words = draft.body[:_FIRST]
    if any(map(_NATIONAL.search, (*heads, role))) or any(map(_FOR_THE_STATE.search, words)):
        return Place((STATE,))
    stated = (text for text, short in _states(draft, heads, role) if short or re.search(f"(?:{_UNIT})$", text))
    return next((place for text in stated if (place := read_place(text))), None)


def read_place(text: str) -> Place | None:
    """A place from its name in full or in short; None where the words are no name."""
    if not re.fullmatch(f"[{HAN}]{{2,}}", text) or _NO_NAME.match(text):
        return None
    units = list(_UNITS.finditer(text))
    if not units:
        return Place((text,))
    names = (_PEOPLES.sub("", unit["name"]) if unit["unit"].startswith("自治") else unit["name"] for unit in units)
    return Place(tuple(names)) if units[-1].end() == len(text) else None


def _states(draft: Draft, heads: tuple[str, ...], role: str) -> Iterator[tuple[str, bool]]:
    """What may be a place's name, the most formal first, and whether it may be short: behind a year in a title."""
    for text in (*heads, *draft.body[:1]):
        yield from ((_BEFORE.sub("", found[1]), False) for found in _CONGRESS.finditer(text))
    for text in draft.body[:_FIRST]:
        yield from ((found[1], False) for found in _FOR_A_PLACE.finditer(text))
    yield from ((found["place"], bool(found["year"])) for found in _TITLED.finditer(draft.title))
    yield from ((found[1], False) for found in _OFFICE.finditer(role))
