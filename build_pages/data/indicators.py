"""Rows of indicators, and the values of each as CSV with a byte order mark (so that Excel reads it as UTF-8)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from build_pages.addresses import indicator_csv, indicator_path, place_path
from build_pages.data.fields import read_tables
from build_pages.data.table import write_csv
from build_pages.indicators.comparison import compare, find_main
from build_pages.model.edition import Edition
from build_pages.model.indicator import Indicator, Value

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


def indicator_files(edition: Edition) -> dict[str, str]:
    """Path ▸ CSV: all values of all indicators, and those of each indicator that has any."""
    series = edition.series
    rows = {one.id: list(_values(one, series[one.id], edition)) for one in edition.library.indicators}
    columns = read_tables()["indicator-values"].columns
    files = {indicator_csv(id): write_csv(columns, values) for id, values in rows.items() if values}
    return {ALL: write_csv(columns, chain.from_iterable(rows.values()))} | files if rows else {}


def _values(indicator: Indicator, values: tuple[Value, ...], edition: Edition) -> Iterator[dict[str, Any]]:
    records = {one.id: one.document.record for one in edition.documents}
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
