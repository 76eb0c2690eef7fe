"""What answers a promise, and what it starts from: a value of the same measure, else the same thing in other words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_pages.commitments.clauses import read_clauses
from build_pages.commitments.likeness import SAME, PairIndex, dice, key, pairs
from build_pages.commitments.measures import CLASSIFIERS, Stated, agreement, context, years_of
from build_pages.commitments.promises import Promise
from build_pages.indicators.calendar import Calendar, read_calendar
from build_pages.model.commitment import Answer, Comparability
from build_pages.model.edition import Edition
from build_pages.model.record import Record
from build_pages.model.theme import Coded

Fit = tuple[float, ...]

_OF_GROWTH = re.compile(r"增速|增幅|增长|同步|涨幅")
_OF_NUMBER = re.compile(r"扩容|新增|数量|总数|倍增|更多")
_COVERED = 0.8
"""Share of a measure's wording that a promise without a number must hold to be about it."""
_ECHO, _SHORT_ECHO, _FIGURE_ECHO = 0.5, 0.62, 0.75
"""Shares of a promise's wording that a later clause must hold to answer it in words: a long one, a short one, and one
with a figure, which is answered by a value first of all."""
_SOON = 2
"""Years after it falls due in which a text may still be answering a promise in words."""
_SHORT = 8
"""Pairs of characters up to which a promise is short."""
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
        self._reported: dict[tuple[str | None, str], list[Stated]] = defaultdict(list)
        for stated in reported:
            self._reported[stated.kind, stated.unit].append(stated)
        self._by_words = PairIndex(reported, lambda stated: stated.grams)
        self._said = PairIndex(_reviews(edition, sentences), lambda said: said.pairs)

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
        if echo := self._echo(promise):
            why = "见于后来文件的叙述，无数值"
            return Answered("words", why, "coverage", baseline, None, echo.paragraph, echo.words)
        return Answered(*self._unanswered(promise), None, baseline)

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
            for stated in self._reported[target.kind, target.unit]:
                if sure := agreement(target, stated):
                    yield stated, (sure, context(target, stated))
            return
        for stated, shared in self._by_words.sharing(promise.grams):
            share = shared / len(stated.grams)
            if share >= _COVERED and _may_answer(stated, promise):
                growth = float((stated.kind == "growth") == bool(_OF_GROWTH.search(promise.quote)))
                begins = float(promise.core.find(stated.core[:2]))
                yield stated, (-begins, growth + share + len(stated.core) / 100)

    def _echo(self, promise: Promise) -> Said | None:
        """The later clause of a review that says most of what a promise says."""
        own, due = self._record(promise.paragraph), years_of(promise.period)
        if len(promise.grams) < _LONG or due is None:
            return None
        last = str(due[1] + _SOON + 1)
        found = [
            (shared / len(promise.grams), -n, said)
            for n, (said, shared) in enumerate(self._said.sharing(promise.grams))
            if shared >= _echoed(promise) * len(promise.grams) and self.records[said.document].date < last
            if is_later(self.records[said.document].date, own.date)
        ]
        return max(found, key=lambda item: item[:2])[2] if found else None

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


def _echoed(promise: Promise) -> float:
    if promise.figure:
        return _FIGURE_ECHO
    return _ECHO if len(promise.grams) > _SHORT else _SHORT_ECHO


def is_later(date: str, other: str) -> bool:
    """Whether an EDTF date lies wholly behind another: the day in a month is neither before nor behind the month."""
    return date > other and not date.startswith(other)


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


def _reviews(edition: Edition, sentences: Mapping[str, tuple[tuple[int, int, Coded], ...]]) -> Iterator[Said]:
    for one in edition.documents:
        for paragraph in one.document.paragraphs:
            for start, end, coded in sentences[paragraph.id]:
                if coded.frame in ("A", "B"):
                    for clause in read_clauses(paragraph.text, start, end):
                        words = paragraph.text[clause.start : clause.end]
                        yield Said(one.id, paragraph.id, words, pairs(key(words)))
