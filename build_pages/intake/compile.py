"""A draft and what the rules propose for it, compiled into the record of a document."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import fields, replace
from typing import Any, Literal

from build_pages.intake import describe
from build_pages.intake.dates import GUESSED, UNKNOWN, UNTOLD, find_date, find_year
from build_pages.intake.draft import Draft
from build_pages.intake.head import ADDRESS
from build_pages.intake.place import Place, find_place
from build_pages.model.record import Kind, Received, Record
from build_pages.rules import Proposals
from build_pages.source.plain import drop_unseen

_SERIES = "government-work-reports"
_NORMALISE = ("blanks", "markup", "width")
_WORK_REPORT = "政府工作报告"


def compile_record(
    draft: Draft, proposals: Proposals, file: str, page: str, taken: Collection[str], own: Place | None = None
) -> Record:
    """The record of a document in ``file``, under an id that is not ``taken``, with a todo for what is not known.

    ``page`` is the date that the other documents of the file state, if they agree on one; ``own`` is the place that the
    archive is of, which no id needs to name and which speaks where a document names none.
    """
    kind, year = describe.find_kind(draft), find_year(draft, file)
    date, undated = find_date(draft, year, page)
    voice = describe.find_voice(draft, kind)
    title, untitled = _title(draft, kind)
    place = find_place(draft, voice.role) or own
    series = _name_series(place) if _WORK_REPORT in title and kind in ("report", "digest") else None
    midway = any("接" in text for text in draft.said("jump"))
    inferred = {"title": untitled, "date": undated, "completeness": "转版说明作“上接”，开头未见" if midway else ""}
    one = draft.parts[0] if len(draft.parts) == 1 else None
    record = Record(
        id=_free_id(date, kind, series, None if place == own else place, taken),
        title=title,
        subtitle=draft.subtitle,
        short=_shorten(kind, year, None if place == own else place) if series else "",
        kind=kind or "other",
        series=series,
        year=year if series else None,
        completeness=_completeness(kind, midway),
        date=date,
        date_basis="inferred" if undated else "stated",
        speaker=voice.speaker or None,
        role=voice.role or None,
        issuer=describe.find_issuer(draft, kind, voice.role) or None,
        occasion=describe.find_occasion(draft) or None,
        published_in=describe.find_publisher(draft) or None,
        inferred={key: why for key, why in inferred.items() if why},
        begins_mid_text=midway,
        received=Received(file=file, lines=one, parts=() if one else draft.parts),
        normalise=_NORMALISE,
        joins=proposals.joins,
        structure=draft.structure,
        repairs=proposals.repairs,
        todo=tuple(_todo(kind, undated, untitled, voice, series, year)),
    )
    return _drop_unseen(record)


def _drop_unseen(record: Record) -> Record:
    """The record without characters that nobody sees; quotes of received lines, which lie deeper, keep them.

    What repairs put in the place of these has none either.
    """
    told = ((spec.name, getattr(record, spec.name)) for spec in fields(record))
    seen: dict[str, Any] = {name: drop_unseen(text) for name, text in told if isinstance(text, str)}
    repairs = tuple(replace(one, replacement=drop_unseen(one.replacement)) for one in record.repairs)
    return replace(record, repairs=repairs, **seen)


def stated_date(drafts: Sequence[Draft]) -> str:
    """The one date that the documents of a page state; empty where they state none or several."""
    dates = {date for draft in drafts for date, undated in [find_date(draft, None)] if not undated and len(date) == 10}
    return dates.pop() if len(dates) == 1 else ""


def _title(draft: Draft, kind: Kind | None) -> tuple[str, str]:
    """The title, and the reason if the text has none."""
    if draft.title:
        return describe.mend_title(draft.title), ""
    if kind == "report":
        return _WORK_REPORT, "收到的文本无题，据文首“向大会报告”"
    paragraph = next((text for text in draft.body if not ADDRESS.match(text)), "")
    first = re.split("[，。：；！？,:;!?]", paragraph)[0]
    return first[:30] or "无题", "收到的文本无题，取首句"


def _completeness(kind: Kind | None, midway: bool) -> Literal["full", "digest", "excerpt"]:
    return "digest" if kind == "digest" else "excerpt" if midway else "full"


def _name_series(place: Place | None) -> str:
    """The work reports of one place are one series."""
    return f"{place.slug}-{_SERIES}" if place else _SERIES


def _shorten(kind: Kind | None, year: int | None, place: Place | None) -> str:
    """What lists call a member of a series: 2026报告, 江城2026报告摘编; "" where its year is not known."""
    where = "".join(place.names) if place else ""
    return f"{where}{year}报告{'摘编' if kind == 'digest' else ''}" if year else ""


def _free_id(date: str, kind: Kind | None, series: str | None, place: Place | None, taken: Collection[str]) -> str:
    """An id of date, place and kind: 2025-02-10-speech, 2026-jiangcheng-government-work-report, then with -2, -3."""
    what = {"report": "government-work-report", "digest": "government-work-report-digest"}.get(kind or "", "")
    when, where = "undated" if date == UNKNOWN else date, f"{place.slug}-" if place else ""
    name = f"{when}-{where}{what if series else kind or 'document'}"
    numbered = (name if n == 1 else f"{name}-{n}" for n in range(1, len(taken) + 2))
    return next(free for free in numbered if free not in taken)


def _todo(
    kind: Kind | None, undated: str, untitled: str, voice: describe.Voice, series: str | None, year: int | None
) -> list[str]:
    """What the text did not decide, field by field."""
    asked = (
        (kind is None, "kind: say what kind of document this is"),
        (bool(untitled), "title: the text has none; confirm or write it"),
        (undated == GUESSED, "date: only the year that the text names first; write what is known of it"),
        (undated == UNTOLD, "date: nothing tells it; write what is known of it"),
        (series == _SERIES, f"series: say whose reports these are, <place>-{_SERIES}"),
        (series is not None and year is None, "year: say which year of its series this is"),
        (kind in ("speech", "report") and not voice.speaker, "speaker: say whose words these are, if it is known"),
    )
    return [text for open_, text in asked if open_]
