"""``find.entries``: where forms stand, in the contexts their entries allow."""

from __future__ import annotations

from typing import Any

import pytest

from build_pages.find.entries import build_matcher, find_entries
from build_pages.model.entry import Entry
from tests.conftest import cases
from tests.make import make_entry


@pytest.mark.parametrize("case", cases("entries"))
def test_cases(case: dict[str, Any]) -> None:
    matcher = build_matcher(read_entry(fields) for fields in case["entries"])
    found = sorted(find_entries(case["text"], matcher))
    assert [f"{f.start} {case['text'][f.start : f.end]} {f.target}" for f in found] == case["finds"]


def read_entry(fields: dict[str, Any]) -> Entry:
    """An entry of a case; its forms may be written short."""
    forms = [{"form": form} if isinstance(form, str) else form for form in fields.get("forms", ())]
    return make_entry(**(fields | ({"forms": forms} if forms else {})))
