"""The place a document speaks for, and the series and ids that are named by it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pages.initiate import initiate
from build_pages.intake import take_in
from build_pages.intake.draft import Draft
from build_pages.intake.place import find_place, read_place
from tests.conftest import cases
from tests.test_intake_documents import records


@pytest.mark.parametrize("case", cases("intake/series"))
def test_series_and_ids(case: dict[str, Any], tmp_path: Path) -> None:
    root = tmp_path / "archive"
    initiate(root)
    about = root / "source/archive.yml"
    about.write_text(about.read_text(encoding="utf-8").replace('place: ""', f'place: "{case.get("place", "")}"'))
    files = [tmp_path / f"{n}.txt" for n in range(len(case["texts"]))]
    for file, text in zip(files, case["texts"], strict=True):
        file.write_text(text, encoding="utf-8")
    list(take_in(root, files))
    found = records(root)
    assert sorted([record.id, record.series, record.short] for record in found) == case["expected"]
    asked = [text for record in found for text in record.todo if text.startswith("series")]
    assert asked == ([case["todo"]] if "todo" in case else [])


@pytest.mark.parametrize("case", cases("intake/place"))
def test_names(case: dict[str, Any]) -> None:
    place = read_place(case["text"])
    assert (list(place.names) if place else None) == case["names"]
    assert not place or place.slug == case["slug"]


@given(
    st.text("江城渡门省市县区州自治族全本在第九届人民代表大会政府工作报告2031年月日", max_size=40), st.text(max_size=20)
)
def test_any_words_make_a_plain_slug_or_none(title: str, role: str) -> None:
    place = find_place(Draft(parts=((1, 1),), structure=(), title=title, body=(title,)), role)
    assert place is None or place.slug.replace("-", "").isascii()
