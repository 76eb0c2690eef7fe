"""The rules propose what is certain, flag what is doubtful, and leave alone what only looks damaged."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_pages.rules import propose
from tests.conftest import cases


@pytest.mark.parametrize("case", cases("rules/propose"))
def test_proposals(case: dict[str, Any]) -> None:
    proposals = propose(case["lines"], case.get("others", {}))
    assert list(proposals.joins) == case.get("joins", [])
    wanted = case.get("repairs", [])
    assert [
        {key: getattr(repair, key) for key in want} for repair, want in zip(proposals.repairs, wanted, strict=True)
    ] == wanted


@given(
    st.lists(st.text("江城一—“”、，。+ 1N千干", max_size=40), max_size=6),
    st.lists(st.text("江城一—+ “”千干", max_size=20)),
)
@settings(deadline=None)
def test_every_proposal_can_be_applied(lines: list[str], other: list[str]) -> None:
    proposals = propose(lines, {"other": other})
    taken = set[tuple[int, int]]()
    for repair in proposals.repairs:
        line = lines[repair.line - 1]
        assert line.count(repair.found) >= repair.occurrence
        start = -1
        for _ in range(repair.occurrence):
            start = line.index(repair.found, start + 1)
        places = {(repair.line, start + n) for n in range(len(repair.found))}
        assert not places & taken
        taken |= places
    assert all(lines[number - 1].strip() and number < len(lines) for number in proposals.joins)
