"""What answers a promise, and what it starts from: a value of the same measure, else the same thing in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from build_pages.commitments.echoes import Echoes, Said
from build_pages.commitments.measures import Stated, Years, years_of
from build_pages.commitments.promises import Promise
from build_pages.commitments.values import Values
from build_pages.indicators.calendar import Calendar, read_calendar
from build_pages.model.commitment import Answer, Comparability
from build_pages.model.edition import Edition

_NUMBER = re.compile("[0-9０-９]")


class Answered(NamedTuple):
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

    def __init__(self, edition: Edition, measures: Mapping[str, Stated]) -> None:
        calendar = read_calendar(edition.library.records, edition.library.missing)
        self._unanswered = cache(partial(_unanswered, calendar))  # promises fall due in few years
        self._values = Values(edition.documents, measures)
        self._echoes = Echoes(edition.documents)

    def answer(self, promises: Sequence[Promise]) -> Iterator[Answered]:
        """What answers each of the promises of a document, and the value it starts from."""
        asked = [(promise, due) for promise in promises if (due := years_of(promise.period))]
        values = self._values.answer(asked)
        said = self._echoes.answer([(promise, due) for promise, due in asked if not values[promise.id][1]])
        for promise in promises:
            before, after = values.get(promise.id, (None, None))
            yield self._answer(promise, before, after, said.get(promise.id))

    def _answer(self, promise: Promise, before: Stated | None, after: Stated | None, said: Said | None) -> Answered:
        """What answers a promise: the value ``after``, else what is ``said``; it starts from the value ``before``."""
        baseline = before.id if before else None
        if after:
            how = self._values.compare(promise, after)
            return Answered("value", _say(how, after), how, baseline, after.id, after.paragraph, after.sentence)
        if not said:
            return Answered(*self._unanswered(years_of(promise.period)), None, baseline)
        if said.object:
            why = f"后来文件说及“{said.object}”"
            return Answered("words", why, "scope", baseline, None, said.paragraph, said.words)
        why = "见于后来文件的叙述" + ("" if _NUMBER.search(said.words) else "，无数值")
        return Answered("words", why, "coverage", baseline, None, said.paragraph, said.words)


def _unanswered(calendar: Calendar, due: Years | None) -> tuple[Answer, str]:
    """What can be said of a promise that nothing answers, and why: the next year's report would answer."""
    absence = calendar.absence(str(due[1]), False) if due else ""
    if due and absence == "not-due":
        return "not-due", f"{due[1]}年的结果要到{due[1] + 1}年的报告才有，尚无此件"
    if due and absence == "silent":
        return "silent", f"{due[1] + 1}年报告全文在库，按用语比对未见说及"
    if due and absence == "digest":
        return "not-held", f"{due[1] + 1}年报告只有摘编，未载不等于没说"
    return "not-held", f"{due[1] + 1}年报告未收" if due and absence else "期限未定，或没有可以应答的系列文件"


def _say(how: Comparability, found: Stated) -> str:
    period = (found.figure.period or "").replace("/", "—")
    if how == "period":
        return f"有{period}年的数值，期间不同"
    return {"same": f"{period}年的数值在库", "scope": f"{period}年有值，口径或说法不同"}.get(how, "")
