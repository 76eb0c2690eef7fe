"""``settle``: which candidates stand."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from build_pages.model.mention import Found, Mention
from build_pages.model.record import Ruling
from build_pages.settle import settle
from tests.conftest import cases


@pytest.mark.parametrize("case", cases("settle"))
def test_cases(case: dict[str, Any]) -> None:
    text = case["text"]
    rulings = [
        TypeAdapter(Ruling).validate_python({"place": "doc#p1", "by": "ed"} | fields)
        for fields in case.get("rulings", ())
    ]
    standing = settle("doc#p1", text, [candidate(text, line) for line in case["candidates"]], rulings)
    assert [say(mention) for mention in standing] == case["stands"]
    for mention in standing:
        assert mention.start is not None and text[mention.start : mention.end] == mention.quote


def candidate(text: str, line: str) -> Found:
    """A candidate from its line in a case."""
    quote, kind, target = line.split()
    quote, _, offset = quote.partition("@")
    start = int(offset or text.index(quote))
    return Found(start, start + len(quote), kind, target)  # type: ignore[arg-type]


def say(mention: Mention) -> str:
    """A mention as a line of a case."""
    return f"{mention.quote} {mention.kind} {mention.target}" + (f" within {mention.within}" if mention.within else "")
