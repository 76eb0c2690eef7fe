"""What answers a promise, and what it starts from: a value of the same measure, else the same thing in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_pages.commitments.echoes import Echoes
from build_pages.commitments.likeness import SAME, PairIndex, dice
from build_pages.commitments.measures import CLASSIFIERS, Measures, Stated, agreement, context, years_of
from build_pages.commitments.periods import is_later
from build_pages.commitments.promises import Promise
from build_pages.indicators.calendar import Calendar, read_calendar
from build_pages.model.commitment import Answer, Comparability
from build_pages.model.edition import Edition
from build_pages.model.record import Record
from build_pages.model.theme import Coded

Fit = tuple[float, ...]

_OF_GROWTH = re.compile(r"增速|增幅|增长|同步|涨幅")
_OF_NUMBER = re.compile(r"扩容|新增|数量|总数|倍增|更多")
_NUMBER = re.compile("[0-9０-９]")
_COVERED = 0.8
"""Share of a measure's wording that a promise without a number must hold to be about it."""


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

    def __init__(
        self,
        edition: Edition,
        measures: Mapping[str, Stated],
        sentences: Mapping[str, tuple[tuple[int, int, Coded], ...]],
    ) -> None:
        self.measures = measures
        self.records = {one.id: one.document.record for one in edition.documents}
        self.calendar: Calendar = read_calendar(edition.library.records, edition.library.missing)
        reported = [stated for stated in measures.values() if stated.figure.status == "actual" and stated.years]
        self._reported = Measures(reported)
        self._by_words = PairIndex(reported, lambda stated: stated.grams)
        self._echoes = Echoes(edition, sentences)

    def answer(self, promise: Promise) -> Answered:
        """What answers a promise, and the value it starts from."""
        values = list(self._values(promise))
        before = max((item for item in values if not item[1]), key=lambda item: item[0], default=None)
        after = max((item for item in values if item[1]), key=lambda item: item[0], default=None)
        baseline = before[2].id if before else None
        if after:
            found = after[2]
            how = self._comparability(promise, found)
            return Answered("value", _say(how, found), how, baseline, found.id, found.paragraph, found.sentence)
        return self._in_words(promise, baseline) or Answered(*self._unanswered(promise), None, baseline)

    def _in_words(self, promise: Promise, baseline: str | None) -> Answered | None:
        """The later clause that says the same, or that speaks of the same thing; None where no text does."""
        due = years_of(promise.period)
        if due is None:
            return None
        if said := self._echoes.of_wording(promise, due[1]):
            why = "见于后来文件的叙述" + ("" if _NUMBER.search(said.words) else "，无数值")
            return Answered("words", why, "coverage", baseline, None, said.paragraph, said.words)
        if promise.figure is None and (told := self._echoes.of_object(promise, due[1])):
            said, shared = told
            why = f"后来文件说及“{shared}”"
            return Answered("words", why, "scope", baseline, None, said.paragraph, said.words)
        return None

    def _unanswered(self, promise: Promise) -> tuple[Answer, str]:
        """What can be said of a promise that nothing answers, and why: the next year's report would answer."""
        due = years_of(promise.period)
        absence = self.calendar.absence(str(due[1]), False) if due else ""
        if due and absence == "not-due":
            return "not-due", f"{due[1]}年的结果要到{due[1] + 1}年的报告才有，尚无此件"
        if due and absence == "silent":
            return "silent", f"{due[1] + 1}年报告全文在库，按用语比对未见说及"
        if due and absence == "digest":
            return "not-held", f"{due[1] + 1}年报告只有摘编，未载不等于没说"
        return "not-held", f"{due[1] + 1}年报告未收" if due and absence else "期限未定，或没有可以应答的系列文件"

    def _values(self, promise: Promise) -> Iterator[tuple[Fit, bool, Stated]]:
        """Reported values of the promise's measure: how well each fits, and whether it answers or comes before."""
        own = self._record(promise.paragraph)
        due = years_of(promise.period)
        for stated, sure in self._of_measure(promise) if due else ():
            record = self.records[stated.document]
            later = is_later(record.date, own.date)
            assert due and stated.years
            if later == (stated.years[1] < due[0]):
                continue  # a later text on earlier years, or the promise's own text on its own time
            near = -abs(stated.years[1] - due[1]) if later else stated.years[1]
            fit = (
                float(stated.years == due), float(not later and stated.document == own.id), float(near),
                float(stated.years[0] == stated.years[1]), float(record.series == own.series),
            )  # fmt: skip
            yield (fit + sure if promise.figure else sure + fit), later, stated

    def _of_measure(self, promise: Promise) -> Iterator[tuple[Stated, Fit]]:
        """Reported figures of a promise's measure, and how surely they are."""
        if promise.figure:
            target = self.measures[promise.figure]
            for stated in self._reported.of(target):
                yield stated, (agreement(target, stated), context(target, stated))
            return
        for stated, share in self._by_words.standing_in(promise.grams, _COVERED):
            if _may_answer(stated, promise):
                growth = float((stated.kind == "growth") == bool(_OF_GROWTH.search(promise.quote)))
                begins = float(promise.core.find(stated.core[:2]))
                yield stated, (-begins, growth + share + len(stated.core) / 100)

    def _comparability(self, promise: Promise, found: Stated) -> Comparability:
        target = self.measures.get(promise.figure or "")
        if target is None:
            return "scope"
        if target.years != found.years:
            return "period"
        tied = target.indicator is not None and dice(target.grams, found.grams) >= SAME
        alike = target.figure.measure == found.figure.measure and (target.core == found.core or tied)
        return "same" if alike else "scope"

    def _record(self, paragraph: str) -> Record:
        return self.records[paragraph.partition("#")[0]]


def _may_answer(stated: Stated, promise: Promise) -> bool:
    """Whether a figure may stand for a promise without one: no rank, and no number of things named in passing."""
    if stated.kind == "rank" or len(stated.core) < 3 or ("人均" in promise.core) != ("人均" in stated.core):
        return False
    counted = stated.kind == "amount" and stated.figure.scale == 1 and stated.unit in CLASSIFIERS
    return not counted or bool(_OF_NUMBER.search(promise.quote))


def _say(how: Comparability, found: Stated) -> str:
    period = (found.figure.period or "").replace("/", "—")
    if how == "period":
        return f"有{period}年的数值，期间不同"
    return {"same": f"{period}年的数值在库", "scope": f"{period}年有值，口径或说法不同"}.get(how, "")
