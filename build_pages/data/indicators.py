"""Rows of indicators, and the values of each as CSV with a byte order mark (so that Excel reads it as UTF-8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from build_pages.addresses import indicator_csv, indicator_path, place_path
from build_pages.data.fields import read_tables
from build_pages.data.table import write_cells, write_head
from build_pages.indicators.comparison import compare, find_main
from build_pages.model.edition import Edition
from build_pages.model.indicator import Indicator, Value
from build_pages.model.output import File, Part
from build_pages.model.record import Record
from build_pages.spool import Spool

ALL = "data/indicator-values.csv"


def indicator_rows(edition: Edition) -> Iterator[dict[str, Any]]:
    """One row an indicator, in the order of the source."""
    series = edition.series
    for one in edition.library.indicators:
        yield {
            "id": one.id, "name": one.name, "english": one.english, "theme": one.theme, "unit": one.unit[0],
            "units": list(one.unit), "measures": list(one.measure), "kind": one.kind or None, "scope": one.scope,
            "price": one.price or None, "moment": one.moment or None, "vintage": one.vintage or None,
            "headline": one.headline or None, "wordings": [wording.text for wording in one.wordings],
            "notes": one.notes or None, "values": len(series[one.id]),
            "url": indicator_path(one.id) if series[one.id] else None,
            "csv": indicator_csv(one.id) if series[one.id] else None,
        }  # fmt: skip


def plan_values(edition: Edition) -> Iterator[File]:
    """All values of all indicators as a CSV, and those of each indicator that has any."""
    columns = read_tables()["indicator-values"].columns
    records = {one.id: one.document.record for one in edition.documents}
    head = Part(partial(write_head, columns))
    spool = Spool()
    aside: dict[str, tuple[int, int]] = {}  # where in it the cells of an indicator are that one of its two files lacks

    def write(indicator: Indicator) -> bytes:
        if place := aside.pop(indicator.id, None):
            return spool.read(*place)
        cells = write_cells(columns, list(_values(indicator, edition.series[indicator.id], records)))
        aside[indicator.id] = spool.put(cells)
        return cells

    parts = {one.id: Part(partial(write, one)) for one in edition.library.indicators if edition.series[one.id]}
    if edition.library.indicators:
        yield File(ALL, lambda: (head, *parts.values()))
    for id, part in parts.items():
        yield File(indicator_csv(id), lambda part=part: (head, part))  # type: ignore[misc]


def _values(indicator: Indicator, values: tuple[Value, ...], records: Mapping[str, Record]) -> Iterator[dict[str, Any]]:
    main = find_main(values)
    for value in values:
        record = records[value.document]
        yield {
            "indicator": indicator.id, "name": indicator.name, "period": value.period, "status": value.status,
            "words": value.words, "value": value.number, "upper": value.upper, "unit": indicator.unit[0],
            "relation": value.relation, "terms": "；".join(value.terms), "not_comparable": compare(value, main),
            "figure": value.id if value.number is not None else None, "document": value.document,
            "title": record.title, "date": record.date, "date_basis": record.date_basis, "speaker": record.speaker,
            "issuer": record.issuer, "paragraph": value.paragraph, "url": place_path(value.paragraph),
        }  # fmt: skip
