"""``edit``: received lines to passages, each of which gives its received characters back."""

from __future__ import annotations

from typing import Any

import pytest

from build_pages.edit import Edited, edit
from build_pages.edit.passage import find_received, line_at, received_text
from tests.conftest import cases
from tests.make import make_record


@pytest.mark.parametrize("case", cases("edit"))
def test_cases(case: dict[str, Any]) -> None:
    lines = case["text"].split("\n")
    edited = edit(make_record(len(lines), case["record"]), lines)
    assert [f"{p.line}–{p.last_line} {p.text}" for p in edited.passages] == case["passages"]
    assert [f"{f.line} {f.role} {f.text}" for f in edited.furniture] == case.get("furniture", [])
    if case.get("rebuilt", True):
        assert rebuild(edited) == {n: lines[n - 1] for n in rebuild(edited)}


def test_an_offset_leads_to_its_received_line() -> None:
    record = make_record(3, {"joins": [1, 2]})
    (passage,) = edit(record, ["甲甲", "乙乙", "丙丙"]).passages
    assert [line_at(passage, offset) for offset in range(6)] == [1, 1, 2, 2, 3, 3]


def test_a_received_quote_is_found_in_the_edited_text() -> None:
    repair = {"line": 1, "found": "十", "replacement": "+式", "rule": "r", "method": "他校", "decided": "ed"}
    (passage,) = edit(make_record(1, {"repairs": [repair]}), ["渡口十要真能用"]).passages
    assert passage.text == "渡口+式要真能用"
    assert find_received(passage, "真能") == (5, 7)
    assert find_received(passage, "渡口十") == (0, 4)
    assert find_received(passage, "假") is None


def test_every_change_says_what_stood_where() -> None:
    lines = ["　渡口 ,码头", "灯塔"]
    edited = edit(make_record(2, {"normalise": ["blanks", "width"], "joins": [1]}), lines)
    for change in edited.changes:
        if "\n" not in change.found:
            assert lines[change.line - 1][change.start : change.end] == change.found


def rebuild(edited: Edited) -> dict[int, str]:
    """Line ▸ received characters, from what editing left: passages, furniture and the changes that left nothing."""
    lines: dict[int, str] = {}
    for passage in edited.passages:
        received = received_text(passage).split("\n")
        lines |= dict(enumerate(received, passage.line))
    for kept_out in edited.furniture:
        if kept_out.whole:
            lines[kept_out.line] = kept_out.text
    emptied: dict[int, list[str]] = {}
    for change in edited.changes:
        if "\n" not in change.found and not lines.get(change.line):
            emptied.setdefault(change.line, []).append(change.found)
    return lines | {line: "".join(found) for line, found in emptied.items()}
