"""What answers a promise, and what it starts from: a value of the same measure, else the same thing in other words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_pages.commitments.calendar import Calendar, read_calendar
from build_pages.commitments.clauses import read_clauses
from build_pages.commitments.likeness import SAME, coverage, key, likeness, pairs
from build_pages.commitments.measures import Stated, agreement, context, read_measures, years_of
from build_pages.commitments.promises import Promise
from build_pages.model.commitment import Answer, Comparability
from build_pages.model.edition import Edition
from build_pages.model.theme import Coded

_OF_GROWTH = re.compile(r"增速|增幅|增长|同步|涨幅")
_OF_NUMBER = re.compile(r"扩容|新增|增加|扩大|数量|总数|倍增")
_COVERED = 0.8
"""Share of a measure's wording that a promise without a number must hold to be about it."""
_ECHO = 0.75
"""Share of a promise's wording that a later clause must hold to answer it in words."""
_LONG = 6
"""Pairs of characters a wording needs before an echo of it says anything."""


@dataclass(frozen=True, slots=True)
class Said:
    """A clause of a review, with its pairs of characters."""

    document: str
    paragraph: str
    words: str
    pairs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answered:
    """What answers a promise; see ``model.commitment``."""

    answer: Answer
    why: str
    comparability: Comparability | None = None
    baseline: str | None = None
    figure: str | None = None
    paragraph: str | None = None
    quote: str = ""


class Respondents:
    """All that the documents of an edition report: figures and clauses of reviews, with the dates of documents."""

    def __init__(self, edition: Edition, sentences: Mapping[str, tuple[tuple[int, int, Coded], ...]]) -> None:
        self.measures = read_measures(edition)
        self.records = {one.id: one.document.record for one in edition.documents}
        self.calendar: Calendar = read_calendar(edition)
        self.said = tuple(_reviews(edition, sentences))

    def answer(self, promise: Promise) -> Answered:
        """What answers a promise, and the value or passage it starts from."""
        baseline = self._baseline(promise)
        best = max(self._values(promise, later=True), key=lambda item: item[0], default=None)
        if best:
            found = best[1]
            how = self._comparability(promise, found)
            return Answered("value", _say(how, found), how, baseline, found.id, found.paragraph, found.sentence)
        if echo := self._echo(promise):
            return Answered("words", "见于后来文件的叙述，无数值", "coverage", baseline, None, echo.paragraph, echo.words)
        last = years_of(promise.period)
        answer, why = self.calendar.answers_in(self._record(promise.paragraph), last[1] if last else None)
        return Answered(answer, why, None, baseline)

    def _baseline(self, promise: Promise) -> str | None:
        best = max(self._values(promise, later=False), key=lambda item: item[0], default=None)
        return best[1].id if best else None

    def _values(self, promise: Promise, *, later: bool) -> Iterator[tuple[tuple[float, ...], Stated]]:
        """Reported values of the promise's measure, from later documents or from before, with how well each fits."""
        own = self._record(promise.paragraph)
        due = years_of(promise.period)
        if due is None:
            return
        for stated in self.measures.values():
            if stated.figure.status != "actual" or stated.years is None:
                continue
            record = self.records[stated.document]
            if (later and (record.date <= own.date or stated.years[1] < due[0])) or (
                not later and (record.date > own.date or stated.years[1] >= due[0])
            ):
                continue
            if sure := self._fit(promise, stated):
                near = -abs(stated.years[1] - due[1]) if later else stated.years[1]
                yield (
                    float(stated.years == due), float(not later and stated.document == own.id), near,
                    float(stated.years[0] == stated.years[1]), float(record.series == own.series), *sure,
                ), stated  # fmt: skip

    def _fit(self, promise: Promise, stated: Stated) -> tuple[float, float] | None:
        """How surely a reported figure is of a promise's measure; None where it is not."""
        if promise.figure:
            target = self.measures[promise.figure]
            sure = agreement(target, stated)
            return (sure, context(target, stated)) if sure else None
        words, subject = promise.quote, key(stated.subject)
        if len(subject) < 3 or not _may_answer(stated, words):
            return None
        share = coverage(stated.subject, words)
        if share < _COVERED:
            return None
        growth = float((stated.kind == "growth") == bool(_OF_GROWTH.search(words)))
        return (-float(key(words).find(subject[:2])), growth + share + len(subject) / 100)

    def _echo(self, promise: Promise) -> Said | None:
        """The later clause of a review that says most of what a promise says."""
        own, wanted = self._record(promise.paragraph), pairs(key(promise.quote))
        if len(wanted) < _LONG:
            return None
        found = [
            (len(wanted & said.pairs) / len(wanted), -n, said)
            for n, said in enumerate(self.said)
            if self.records[said.document].date > own.date
        ]
        best = max(found, key=lambda item: item[:2], default=None)
        return best[2] if best and best[0] >= _ECHO else None

    def _comparability(self, promise: Promise, found: Stated) -> Comparability:
        target = self.measures.get(promise.figure or "")
        if target is None:
            return "scope"
        if target.years != found.years:
            return "period"
        if target.figure.measure != found.figure.measure:
            return "scope"
        alike = key(target.subject) == key(found.subject) or (
            target.indicator is not None and likeness(target.subject, found.subject) >= SAME
        )
        return "same" if alike else "scope"

    def _record(self, paragraph: str):  # type: ignore[no-untyped-def]
        return self.records[paragraph.partition("#")[0]]


def _may_answer(stated: Stated, words: str) -> bool:
    """Whether a number of things, which many clauses name in passing, may stand for a promise without a number."""
    counted = stated.kind == "amount" and stated.figure.scale == 1 and stated.unit in ("个", "家", "项", "条", "所", "件", "次")
    return stated.kind != "rank" and (not counted or bool(_OF_NUMBER.search(words)))


def _say(how: Comparability, found: Stated) -> str:
    period = (found.figure.period or "").replace("/", "—")
    if how == "period":
        return f"有{period}年的数值，期间不同"
    return {"same": f"{period}年的数值在库", "scope": f"{period}年有值，口径或说法不同"}.get(how, "")


def _reviews(
    edition: Edition, sentences: Mapping[str, tuple[tuple[int, int, Coded], ...]]
) -> Iterable[Said]:
    for one in edition.documents:
        for paragraph in one.document.paragraphs:
            for start, end, coded in sentences[paragraph.id]:
                if coded.frame in ("A", "B"):
                    for clause in read_clauses(paragraph.text, start, end):
                        words = paragraph.text[clause.start : clause.end]
                        yield Said(one.id, paragraph.id, words, pairs(key(words)))
