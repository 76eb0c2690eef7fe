"""``find.entries``: where forms stand, in the contexts their entries allow."""

from __future__ import annotations

from typing import Any

import pytest

from build_pages.find.entries import build_matcher, find_entries, find_forms
from build_pages.model.entry import Entry
from tests.conftest import cases
from tests.make import make_entry


@pytest.mark.parametrize("case", cases("entries"))
def test_cases(case: dict[str, Any]) -> None:
    matcher = build_matcher(read_entry(fields) for fields in case["entries"])
    found = sorted(find_entries(case["text"], matcher))
    assert [f"{f.start} {case['text'][f.start : f.end]} {f.target}" for f in found] == case["finds"]


def test_the_forms_of_texts_are_those_that_stand_there_allowed_or_not() -> None:
    matcher = build_matcher([make_entry("海港"), make_entry("渔港", match={"only_in": ["老渔港"]}), make_entry("湖港")])
    forms = [matcher.patterns[n][0].form for n in find_forms(["新渔港与", "", "海港"], matcher)]
    assert sorted(forms) == ["海港", "渔港"]
    assert find_forms([], matcher) == find_forms([""], matcher) == ()


def read_entry(fields: dict[str, Any]) -> Entry:
    """An entry of a case; its forms may be written short."""
    forms = [{"form": form} if isinstance(form, str) else form for form in fields.get("forms", ())]
    return make_entry(**(fields | ({"forms": forms} if forms else {})))
