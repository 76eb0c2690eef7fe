"""The documents of one file, what their lines are, and what the text tells of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_pages.initiate import initiate
from build_pages.intake import take_in
from build_pages.intake.documents import find_documents
from build_pages.model.record import Record
from build_pages.source.folder import Folder
from tests.conftest import cases


def records(root: Path) -> list[Record]:
    folder = Folder(root)
    found = [folder.read(Record, path) for path in folder.paths("source/documents", "*.yml")]
    assert not folder.problems
    return sorted((held.value for held in found if held), key=lambda record: record.received.stretches)


@pytest.mark.parametrize("case", cases("intake/documents"))
def test_documents(case: dict[str, Any], tmp_path: Path) -> None:
    initiate(tmp_path / "archive")
    file = tmp_path / "page.txt"
    file.write_text(case["text"], encoding="utf-8")
    list(take_in(tmp_path / "archive", [file]))
    found = records(tmp_path / "archive")
    assert len(found) == len(case["expected"])
    for record, expected in zip(found, case["expected"], strict=True):
        told = {"lines": record.received.lines, "parts": record.received.parts}
        got = {key: told[key] if key in told else getattr(record, key) for key in expected}
        assert got == expected | {k: tuple(map(_tuple, expected[k])) for k in told.keys() & expected.keys()}
    assert {item.line: item.is_ for record in found for item in record.structure} == case["roles"]


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


@given(st.lists(st.text("江城市长一、（）()#—。，：2031年月日上接版 \u3000讲话报告", max_size=60), max_size=12))
@settings(deadline=None)
def test_documents_cover_every_line_with_text_once(lines: list[str]) -> None:
    drafts = find_documents(lines)
    covered = [n for draft in drafts for first, last in draft.parts for n in range(first, last + 1)]
    assert len(covered) == len(set(covered))
    filled = {n for n, line in enumerate(lines, 1) if line.strip(" \u3000#")}
    assert {n for n in filled if n not in covered} == set()
    for draft in drafts:
        assert all(not item.quote or item.quote in lines[item.line - 1] for item in draft.structure)
