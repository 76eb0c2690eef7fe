"""``find.figures.setting``: what the headings and the record decide for the statements of a document."""

from __future__ import annotations

from typing import Any

import pytest

from build_pages.edit import edit
from build_pages.find.figures import read_settings
from build_pages.find.figures.frame import plan_years
from build_pages.split import split
from tests.conftest import cases
from tests.make import make_record


@pytest.mark.parametrize("case", cases("figures/settings"))
def test_settings(case: dict[str, Any]) -> None:
    lines = case["text"].splitlines()
    record = make_record(len(lines), {"date": case["date"], "kind": case.get("kind", "report")})
    document = split(record, edit(record, lines))
    settings = read_settings(document)
    texts = {section.id: section.title for section in document.sections} | {p.id: p.text for p in document.paragraphs}
    for start, expected in case["places"].items():
        place = next(id for id, text in texts.items() if start in text)
        setting = settings[place]
        assert f"{setting.frame} {' '.join(map(str, setting.years or ()))}" == expected, start


@pytest.mark.parametrize(
    ("name", "years"),
    [("十五", (2001, 2005)), ("十一五", (2006, 2010)), ("十四五", (2021, 2025)), ("十五五", (2026, 2030))],
)
def test_plan_periods(name: str, years: tuple[int, int]) -> None:
    assert plan_years(name) == years


def test_an_undated_document_has_no_years() -> None:
    record = make_record(1, {"date": "XXXX"})
    settings = read_settings(split(record, edit(record, ["建桥3座。"])))
    assert {setting.years for setting in settings.values()} == {None}
