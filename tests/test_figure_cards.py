"""``figure_cards``: of a long series a page carries the values it states and those that stand nearest to them."""

from __future__ import annotations

from typing import Any

import pytest

from build_pages.indicators.calendar import Calendar
from build_pages.model.indicator import Value
from build_pages.pages.figure_cards import BESIDE, claim_figures, show_circle, show_series
from tests.make_indicators import make_indicator, make_report, make_value

YEARS = 40
INDICATOR = make_indicator(unit=["%"], measure=["growth"], wordings=["渡口产值"])
EDITION = make_report(["渡口通了。"], [INDICATOR])


def make_values(own: set[int]) -> list[Value]:
    """A value a year; those of the years ``own`` stand in the document d, the others in e."""
    return [
        make_value(str(2000 + n), n, document=document, paragraph=f"{document}#p{n}")
        for n in range(YEARS)
        for document in ("d" if n in own else "e",)
    ]


def show(own: set[int], document: str = "d") -> list[Any]:
    series = {"it": make_values(own)}
    shown: Any = show_series(show_circle(EDITION, series, Calendar({})), document, ["it"])
    return list(shown["it"]["values"])


@pytest.mark.parametrize(
    ("own", "years"),
    [
        ({20}, range(20 - BESIDE, 21 + BESIDE)),
        ({0}, range(1 + BESIDE)),
        ({YEARS - 1}, range(YEARS - 1 - BESIDE, YEARS)),
        ({10, 12}, range(10 - BESIDE, 13 + BESIDE)),
        ({10, 30}, [*range(10 - BESIDE, 11 + BESIDE), *range(30 - BESIDE, 31 + BESIDE)]),
    ],
    ids=["in the middle", "first", "last", "near each other", "far from each other"],
)
def test_values_beside_those_of_the_page_come_along(own: set[int], years: Any) -> None:
    rows = show(own)
    assert [row[1] for row in rows] == [f"{2000 + n}年" for n in years]
    assert [row[1] for row in rows if row[0]] == [f"{2000 + n}年" for n in sorted(own)]


def test_a_short_series_comes_whole_and_each_value_leads_to_its_place() -> None:
    series = {"it": make_values({1})[:4]}
    shown: Any = show_series(show_circle(EDITION, series, Calendar({})), "d", ["it"])
    assert [row[4] for row in shown["it"]["values"]] == ["e.html#p0", "#p1", "e.html#p2", "e.html#p3"]


def test_a_page_that_states_none_carries_none() -> None:
    assert show({20}, "other") == []


def test_a_value_in_words_claims_no_card() -> None:
    worded = make_value("2031", None, words="稳步增长")
    claims = claim_figures({"it": [make_value("2030", 5.0), worded, make_value("2032", 6.0, status="target")]}, ["d"])
    assert set(claims["d"]) == {"d#p1-n2030", "d#p1-n2032"} and all(claim.targeted for claim in claims["d"].values())
