"""``settle``: which candidates stand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pydantic import TypeAdapter

from build_pages.model.mention import Found, Mention
from build_pages.model.record import Ruling
from build_pages.settle import settle
from tests.conftest import cases


@pytest.mark.parametrize("case", cases("settle"))
def test_cases(case: dict[str, Any]) -> None:
    text, candidates, rulings = read_case(case)
    standing = settle("doc#p1", text, candidates, rulings)
    assert [say(mention) for mention in standing] == case["stands"]
    for mention in standing:
        assert mention.start is not None and text[mention.start : mention.end] == mention.quote


@pytest.mark.parametrize("case", cases("settle"))
def test_candidates_may_be_counted_from_before_the_text(case: dict[str, Any]) -> None:
    text, candidates, rulings = read_case(case)
    moved = [replace(one, start=one.start + 7, end=one.end + 7) for one in candidates]
    assert settle("doc#p1", text, moved, rulings, 7) == settle("doc#p1", text, candidates, rulings)


def read_case(case: dict[str, Any]) -> tuple[str, list[Found], list[Ruling]]:
    """The text, the candidates and the rulings of a case."""
    rule = TypeAdapter(Ruling).validate_python
    rulings = [rule({"place": "doc#p1", "by": "ed"} | fields) for fields in case.get("rulings", ())]
    return case["text"], [candidate(case["text"], line) for line in case["candidates"]], rulings


def candidate(text: str, line: str) -> Found:
    """A candidate from its line in a case."""
    quote, kind, target = line.split()
    quote, _, offset = quote.partition("@")
    start = int(offset or text.index(quote))
    return Found(start, start + len(quote), kind, target)  # type: ignore[arg-type]


def say(mention: Mention) -> str:
    """A mention as a line of a case."""
    return f"{mention.quote} {mention.kind} {mention.target}" + (f" within {mention.within}" if mention.within else "")
