"""Invented indicators and archives that have them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from build_pages.compose import compose
from build_pages.model.edition import Edition
from build_pages.model.indicator import Indicator, Value
from build_pages.model.record import Missing
from tests.make import make_edition
from tests.make_series import make_series

REPORT: dict[str, Any] = {"kind": "report", "title": "工作报告", "series": "reports", "year": 2031}


def make_indicator(**fields: Any) -> Indicator:
    """An indicator with fields as YAML gives them; wordings may be written short."""
    data = {"id": "it", "name": "渡口产值", "english": "Output", "theme": "ferries", **fields}
    data["wordings"] = [{"text": word} if isinstance(word, str) else word for word in data["wordings"]]
    return TypeAdapter(Indicator).validate_python(data)


def with_indicators(edition: Edition, indicators: Iterable[Indicator]) -> Edition:
    """The same archive with these indicators."""
    return compose(replace(edition.library, indicators=tuple(indicators)))


def make_report(lines: Sequence[str], indicators: Iterable[Indicator]) -> Edition:
    """The edition of an archive that holds one report, of 2031."""
    return with_indicators(make_edition(lines, (), (), **REPORT), indicators)


def make_reports(
    reports: Mapping[int, Sequence[str]], indicators: Iterable[Indicator], missing: Iterable[int] = ()
) -> Edition:
    """The edition of an archive of yearly reports by their years, some of them known and not held."""
    documents = {
        f"r{year}": (lines, REPORT | {"year": year, "date": f"{year}-02"}) for year, lines in sorted(reports.items())
    }
    gaps = [Missing(title="缺", series="reports", year=year, date=str(year), kind="report") for year in missing]
    return with_indicators(make_series(documents, (), gaps), indicators)


def make_value(period: str | None, number: float | None, words: str = "", **fields: Any) -> Value:
    """A value of an indicator ``it``; a result unless ``status`` says otherwise."""
    said = words or f"{number:g}"
    given = {"status": "actual", "relation": "=", "document": "d", "paragraph": "d#p1", "date": "2031", **fields}
    return Value(
        id=f"d#p1-n{period}", indicator="it", start=0, end=1, period=period, words=said, short=said, number=number,
        **given,
    )  # fmt: skip
