"""The fields of a record, as far as the text of a document tells them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_pages.intake.draft import Draft
from build_pages.intake.names import OFFICE, PERSON, ROLE, plain_name
from build_pages.model.record import Kind
from build_pages.rules.characters import HAN

_KINDS: tuple[tuple[Kind, str], ...] = (
    ("digest", r"摘编|摘要|摘登|要点速览|一图读懂"),
    ("resolution", r"决议$"),
    ("decision", r"决定$"),
    ("communique", r"公报$"),
    ("report", r"报告(?:（草案）)?$"),
    ("plan", r"(?:规划|纲要|计划|规划纲要)(?:（草案）)?$"),
    ("notice", r"(?:通知|公告|通告|意见|方案|办法)$"),
    ("speech", r"讲话|致辞|发言"),
    ("editorial", r"社论|评论员|热烈[庆祝]贺?.{4,60}[开闭]幕"),
    ("explainer", r"解读|问答|答记者问|综述|述评"),
)
"""What a title ends with or holds, and the kind it makes; a subtitle is asked after the title."""
_FIRST = 6
"""Paragraphs at the beginning of a text that may say whose report it is."""
_REPORTS = re.compile(r"我.{0,6}(?:代表|受|根据).{2,60}[报報]告")
_BODY_REPORTED = re.compile(r"我代表(.{2,16}?)[，,]?向")
_ON = re.compile(rf"在([{HAN}0-9（）“”]{{4,40}}?(?:会议|大会|全会)(?:[开闭]幕[会式])?)上")
_NAMED = re.compile(
    rf"(?P<role>{ROLE})[\s?？]*(?P<name>{PERSON}|(?<=\s)[{HAN}·]{{2,8}})(?:同志)?(?=$|[在作向代])"
    rf"|(?P<first>{PERSON})(?P<office>[省市州]长)在"
)
_SESSION = re.compile(r"^(.{6,40}?(?:会议|全会|委员会))\s*关于")
_SOURCE = re.compile(r"^(?:来源|稿源)\s*[:：]\s*(.{2,30})$")


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a document is or reports, and in what office, as stated."""

    speaker: str = ""
    role: str = ""


def find_kind(draft: Draft) -> Kind | None:
    """What kind of document it is; None where neither headline, dispatch line nor first words tell."""
    dispatched = any(re.search("讯|电$", text) for text in (*draft.said("byline"), *draft.said("dateline")))
    if dispatched and draft.title and not draft.title.endswith("政府工作报告"):
        return "news"
    for text in (draft.title, draft.subtitle):
        for kind, form in _KINDS:
            if re.search(form, text):
                return kind
    return "report" if is_work_report(draft) else None


def is_work_report(draft: Draft) -> bool:
    """Whether the first words say that a government reports to a congress."""
    return any(_REPORTS.search(text) for text in draft.body[:_FIRST])


def find_voice(draft: Draft, kind: Kind | None) -> Voice:
    """Speaker and role, from the byline, the line on the occasion, or, in a digest, the first paragraph."""
    if kind not in ("speech", "report", "digest", None):
        return Voice()
    texts = [*draft.said("byline"), draft.subtitle, *(draft.body[:1] if kind == "digest" else ())]
    for text in (" ".join(draft.said("byline")), *texts):
        if found := _NAMED.search(text):
            role = re.sub(
                r"^.*(?:会议|大会|全会)上|^.*[0-9]日|^日|^.*[，。]", "", found["role"] or found["office"] or ""
            )
            return Voice(plain_name(found["name"] or found["first"]), role.strip("— -"))
        if re.fullmatch(PERSON, text):
            return Voice(plain_name(text))
    return Voice()


def find_occasion(draft: Draft) -> str:
    """The meeting that a document was given at, adopted by, or reports on."""
    for text in (draft.subtitle, *draft.said("note"), *draft.body[:1]):
        if found := _ON.search(text):
            return found[1]
    return _session(draft.title)


def find_issuer(draft: Draft, kind: Kind | None, role: str) -> str:
    """The body whose document it is: the meeting that resolved, the government whose head reports."""
    if kind in ("resolution", "decision", "communique"):
        return _session(draft.title)
    body = re.sub(rf"{OFFICE}$", "", role)
    if kind == "report" and re.search("政府|国务院", body):
        return body
    reported = next((found[1] for text in draft.body[:_FIRST] if (found := _BODY_REPORTED.search(text))), "")
    return reported if kind == "report" and reported in ("国务院", "中央人民政府") else ""


def find_publisher(draft: Draft) -> str:
    """The newspaper or site that a source line names."""
    return next((found[1].strip() for text in draft.said("credit") if (found := _SOURCE.match(text))), "")


def _session(title: str) -> str:
    found = _SESSION.match(title)
    return found[1] if found else ""


def mend_title(title: str) -> str:
    """A title without the blanks where a headline of one piece was only broken: beside 关于, 的, 和, 与, 及."""
    return re.sub(r"(?<=[和与及的]) | (?=关于|的|和|与|及)", "", title)
