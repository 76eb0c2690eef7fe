"""Settings of paragraphs and headings, from the document's record, the headings in force and their first words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from build_pages.find.figures.frame import PLAN_NAMES, Frame, Setting, plan_years
from build_pages.find.figures.numbers import fold
from build_pages.find.figures.season import is_late
from build_pages.find.figures.wording import any_of
from build_pages.model.text import Document, Section

__all__ = ["Setting", "read_settings"]

_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2}|19[0-9]{2})(?![0-9])")
_PLAN = re.compile(rf"[“\"]({PLAN_NAMES})[”\"]")
_SPAN = re.compile(r"(?<![0-9])([12][0-9]{3})年?[—\-–~至]([12][0-9]{3})年")
_Frames = tuple[tuple[re.Pattern[str], Frame], ...]
_PLAINLY: _Frames = (
    (re.compile(r"(?:过去|这|近|上)的?[五5]年|[五5]年来"), "review-years"),
    (re.compile(any_of("回顾 总结")), "review"),
    (re.compile(any_of("(?:今后|未来)的?[五5]年 远景目标 中长期目标")), "goals"),
    (
        re.compile(
            any_of(
                "(?:预期|主要|奋斗|总体)目标 总体要求 目标任务 工作(?:任务|安排|部署|重点|建议|打算|举措) "
                "(?:重点|主要)(?:工作|任务) 工作的建议"
            )
        ),
        "plan",
    ),
    (re.compile(any_of("过去的?一年 一年来")), "review"),
    (re.compile(r"^[一二三四五六七八九十]+要|就要"), "plan"),
)
"""Words of a heading that set its frame; the first that matches counts."""
_FAINTLY: _Frames = (
    (re.compile(any_of("亮点 答卷 成就 成绩 情况 成效")), "review"),
    (re.compile(any_of("形势 困难 问题 挑战 机遇")), "situation"),
    (re.compile(any_of("关键词 任务 安排 部署 打算 新局 开创 建议 要点 蓝图 展望 抓好 目标")), "plan"),
)
"""Words that set a frame only while none is set in the document."""
_APART = re.compile(r"附件|附录|名词|注释|解释|报告$")
"""Headings of appendices and repeated titles: they set no frame."""
_ADDRESS = r"(?:各位代表[,，!！:：])?"
_LEADS: _Frames = (
    (
        re.compile(
            _ADDRESS
            + any_of(
                "(?:回顾)?(?:过去|这)的?[五5]年 [五5]年来 "
                "“十[一二三四五]?五”(?:时期|以来)[,，].{0,20}(?:实现|取得|我[们省市区州])"
            )
        ),
        "review-years",
    ),
    (re.compile(any_of(".{0,30}(?:今后|未来)[五5]年.{0,12}目标 “十[一二三四五]?五”时期.{0,20}目标")), "goals"),
    (re.compile(r".{0,20}(?:今年|[0-9]{4}年).{0,20}(?:(?:预期|主要|发展|工作)目标|总体要求)"), "plan"),
    (
        re.compile(_ADDRESS + any_of("(?:刚刚)?(?:过去|这)的?(?:一年|[0-9]{4}年) 一年来 去年[,，] 回顾")),
        "review",
    ),
    (re.compile(any_of(".{0,20}(?:清醒|深刻)地?(?:认识|看到) .{0,12}(?:困难和问题|问题和不足)")), "situation"),
)
"""Words a paragraph begins with that set its frame, and that of the list behind it."""
_ONE_YEAR = re.compile(r"过去的?(?:一年|[0-9]{4}年)|去年")
_SET_OUT = re.compile(r"(?:目标|要求)(?:任务)?(?:和任务)?(?:是|为|[:：])")
_TITLED: _Frames = (
    (re.compile(r"执行情况|总结|回顾"), "review"),
    (re.compile(r"工作要点|实施方案|行动计划|工作安排|工作方案"), "plan"),
)
_OF_PLAN_PERIODS: dict[Frame, Frame] = {"plan": "goals", "review": "review-years"}
"""What a frame becomes where its heading names a plan period, or several years."""
_ITEM = ("——", "—", "--", "●", "•", "·")


def read_settings(document: Document) -> Mapping[str, Setting]:
    """The setting of each place of a document by its id: the document itself, its sections and its paragraphs.

    Where no heading sets a frame, the last one that was set goes on: sections without one of their own follow it.
    """
    whole = _of_document(document)
    headed = _of_sections(document.sections, whole)
    settings: dict[str, Setting] = {document.id: whole}
    going, turned, opened = whole, (whole, whole), None
    for paragraph in document.paragraphs:
        stated = headed.get(paragraph.section or "")
        going = around = turned[1] if stated and stated == turned[0] else stated or going
        own = _of_lead(paragraph.text, around)
        if own is None and opened and paragraph.text.lstrip().startswith(_ITEM):
            own = opened
        opened = own if own and stated else None
        if own and stated and own.frame == "plan":
            turned = stated, own  # nothing behind the aims of the year belongs to the review any more
        if own and not stated and own.frame != "situation":
            going = own
        settings[paragraph.id] = own or around
    for section in document.sections:
        settings[section.id] = headed[section.id] or settings.get(section.paragraph or "", whole)
    return settings


def _of_sections(sections: Sequence[Section], whole: Setting) -> dict[str, Setting | None]:
    """The setting that headings set for each section: its own or that of one around it; None where none does."""
    headed: dict[str, Setting | None] = {}
    first = True
    for section in sections:
        around = headed.get(section.parent or "")
        headed[section.id] = _of_heading(section, around, whole, first) or around
        first = first and headed[section.id] is None
    return headed


def _of_document(document: Document) -> Setting:
    """The setting a record gives: early in 2026 one speaks of 2025 unless a heading says otherwise."""
    record = document.record
    dated = _YEAR.search(record.date) or _YEAR.search(record.title)
    spoken = int(dated[1]) if dated else record.year
    if spoken is None:
        return Setting("other")
    year = spoken if is_late(document, spoken) else spoken - 1
    whole = Setting("other", (year, year), spoken)
    frame = _match_frame(_TITLED, record.title)
    return _framed(frame, record.title, whole) if frame else whole


def _match_frame(table: _Frames, words: str) -> Frame | None:
    return next((frame for pattern, frame in table if pattern.search(words)), None)


def _of_heading(section: Section, around: Setting | None, whole: Setting, first: bool) -> Setting | None:
    """The setting a heading sets, None where it sets none; ``around`` is one set by a heading around it.

    Inside a set frame only a look at five years or at another year sets a new one; ``first``: none is set so far.
    """
    heading = fold(section.title).strip()
    if _APART.search(heading) or (section.run_in and len(heading) > 40):
        return whole if _APART.search(heading) and not around else None
    frame = _match_frame(_PLAINLY, heading)
    years = [int(year) for year in _YEAR.findall(heading)]
    if around:
        other = years and around.years and years[0] not in range(around.years[0], around.years[1] + 1)
        return _framed(frame, heading, around) if frame and (frame in ("review-years", "goals") or other) else None
    if frame is None and first and not section.run_in:
        frame = _match_frame(_FAINTLY, heading)
    if frame is None and years and len(heading) <= 30 and whole.years:
        frame = "review" if years[-1] <= whole.years[1] else "plan"
    return _framed(frame, heading, whole) if frame else None


def _framed(frame: Frame, heading: str, enclosing: Setting) -> Setting:
    """The setting of a frame, with the years the heading names or the document implies."""
    named = [int(year) for year in _YEAR.findall(heading)]
    plans = _PLAN.findall(heading)
    spoken = enclosing.spoken if enclosing.spoken is not None else (named[0] + (frame == "review") if named else None)
    if plans and not named:
        frame = _OF_PLAN_PERIODS.get(frame, frame)
    if span := _SPAN.search(heading):
        return Setting(_OF_PLAN_PERIODS.get(frame, frame), (int(span[1]), int(span[2])), spoken)
    if frame in ("goals", "review-years") and plans:
        return Setting(frame, plan_years(plans[-1 if frame == "goals" else 0]), spoken)
    if named and frame in ("review", "plan"):
        return Setting(frame, (named[0], named[0]), spoken)
    if spoken is None:
        return replace(enclosing, frame=frame)
    return Setting(frame, _implied(frame, spoken, enclosing), spoken)


def _implied(frame: Frame, spoken: int, enclosing: Setting) -> tuple[int, int]:
    """The years a frame speaks of in a document of the year ``spoken``."""
    past = enclosing.years[1] if enclosing.years and enclosing.frame in ("review", "other") else spoken - 1
    coming = enclosing.years[1] if enclosing.years and enclosing.frame == "plan" else past + 1
    if frame == "review-years":
        return past - 4, past
    if frame == "goals":
        return coming, coming + 4
    return (coming, coming) if frame == "plan" else (past, past)


def _of_lead(text: str, inherited: Setting) -> Setting | None:
    """The setting a paragraph's first words state, None where they state none or the section already says it."""
    lead = fold(text[:60]).strip()
    frame = next((frame for pattern, frame in _LEADS if pattern.match(lead)), None)
    if frame is None or frame == inherited.frame:
        return None
    if inherited.frame == "plan" and frame in ("review", "review-years"):
        return None
    if inherited.frame == "goals" and frame == "review":
        return None
    if inherited.frame == "review-years" and frame == "review" and not _ONE_YEAR.search(lead):
        return None
    if inherited.frame in ("review", "review-years") and frame == "plan" and not _SET_OUT.search(lead):
        return None
    return _framed(frame, "" if frame == "review" else lead[:20], inherited)
