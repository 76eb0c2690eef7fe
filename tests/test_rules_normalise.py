"""Normalising a line changes blanks, markup and width, and never a word."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_pages.rules.normalise import NORMALISERS, normalise_line
from tests.conftest import cases


def apply(line: str) -> str:
    pieces, at = [], 0
    for start, end, replacement, _ in normalise_line(line, NORMALISERS):
        assert at <= start < end <= len(line)
        pieces += [line[at:start], replacement]
        at = end
    return "".join([*pieces, line[at:]])


@pytest.mark.parametrize("case", cases("rules/normalise"))
def test_normalised(case: dict[str, str]) -> None:
    assert apply(case["line"]) == case["expected"]


@given(st.text())
@settings(deadline=None)
def test_edits_are_in_order_and_inside_the_line(line: str) -> None:
    apply(line)


@given(st.text(st.sampled_from("江城一二，。“”,;:!?() 　１Ａ12.5%"), max_size=60))
@settings(deadline=None)
def test_words_stay(line: str) -> None:
    def words(text: str) -> str:
        return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))

    assert words(apply(line)) == words(line)


def test_unknown_name_is_refused() -> None:
    with pytest.raises(KeyError):
        normalise_line("江城", ["spelling"])


@pytest.mark.parametrize("piece", [",", " ", "中 ", "(", "[a", "<!--", "- ", "**a", "&a", "中"])
def test_time_is_linear_in_the_line(piece: str) -> None:
    start = time.perf_counter()
    normalise_line(piece * 100_000, NORMALISERS)
    assert time.perf_counter() - start < 5
