"""``indicators``: which figures an indicator claims, what its values say, and which of them compare or conflict."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_pages.indicators.calendar import Calendar, find_gaps, read_calendar
from build_pages.indicators.comparison import comparable, compare, find_conflicts, find_main
from build_pages.indicators.series import read_series
from tests.conftest import cases
from tests.make_indicators import make_indicator, make_report, make_reports, make_value

OUTPUT = {"unit": ["%"], "measure": ["growth"], "wordings": ["渡口产值"]}


@pytest.mark.parametrize("case", cases("indicators/tie"))
def test_figures_belong_to_indicators(case: dict[str, Any]) -> None:
    edition = make_report(case["lines"], [make_indicator(**fields) for fields in case["indicators"]])
    (one,) = edition.documents
    quotes = {
        id: one.places[id.rpartition("-n")[0]].text[figure.start : figure.end] for id, figure in one.figures.items()
    }
    assert {quotes[id]: indicator for id, indicator in edition.ties.items()} == case["ties"]


@pytest.mark.parametrize("case", cases("indicators/values"))
def test_values_are_worded_as_in_the_text(case: dict[str, Any]) -> None:
    others = [make_indicator(**fields) for fields in case.get("others", ())]
    values = read_series(make_report(case["lines"], [make_indicator(**case["indicator"]), *others]))["it"]
    main = find_main(values)
    said = [[value.period, value.words, "，".join(value.terms), compare(value, main)] for value in values]
    assert said == case["values"]


def test_a_range_has_two_ends_in_one_value() -> None:
    fields = {"unit": ["条"], "measure": ["increment", "level"], "wordings": ["新增渡口航线"]}
    edition = make_report(["一、2031年工作安排", "今年，新增渡口航线5~8条。"], [make_indicator(**fields)])
    (value,) = read_series(edition)["it"]
    assert (value.number, value.upper) == (5, 8)


def test_large_numbers_are_no_more_exact_than_their_digits() -> None:
    fields = {"unit": ["元"], "measure": ["level"], "wordings": ["渡口产值"]}
    edition = make_report(["一、2030年工作回顾", "去年，渡口产值达到2556.8亿元。"], [make_indicator(**fields)])
    assert [value.number for value in read_series(edition)["it"]] == [255680000000]


def test_values_of_several_documents_stand_in_the_order_of_their_periods() -> None:
    edition = make_reports(
        {
            2033: ["一、2032年工作回顾", "去年，渡口产值增长4%。", "二、2033年工作安排", "渡口产值增长5%左右。"],
            2031: ["一、2031年工作安排", "渡口产值增长6%以上。"],
        },
        [make_indicator(**OUTPUT)],
    )
    assert [(v.period, v.status, v.document) for v in read_series(edition)["it"]] == [
        ("2031", "target", "r2031"), ("2032", "actual", "r2033"), ("2033", "target", "r2033"),
    ]  # fmt: skip


def test_an_indicator_without_a_figure_has_no_values() -> None:
    assert read_series(make_report(["一、2031年工作安排", "点灯。"], [make_indicator(**OUTPUT)])) == {"it": ()}


CALENDAR = Calendar({2031: "digest", 2032: None, 2033: "full"})


@pytest.mark.parametrize(
    ("period", "target", "why"),
    [
        ("2033", False, "not-due"), ("2033", True, "silent"), ("2032", False, "silent"), ("2032", True, "not-held"),
        ("2031", False, "not-held"), ("2031", True, "digest"), ("2030", False, "digest"), ("2029", False, "not-held"),
        ("2026/2030", False, ""), (None, True, ""), ("2040", True, ""),
    ],
)  # fmt: skip
def test_what_is_absent_has_a_reason(period: str | None, target: bool, why: str) -> None:
    assert CALENDAR.absence(period, target) == why


def test_the_calendar_knows_the_reports_held_and_missing() -> None:
    edition = make_reports({2031: ["点灯。"], 2033: ["点灯。"]}, (), [2032, 2031])
    calendar = read_calendar(edition.library.records, edition.library.missing)
    assert dict(calendar.reports) == {2031: "full", 2032: None, 2033: "full"}
    assert read_calendar((), ()).absence("2031", True) == ""


def test_gaps_lie_between_values() -> None:
    values = [make_value("2031", 5, status="target"), make_value("2033", 6, status="target")]
    assert find_gaps(values, CALENDAR) == ((2031, False), (2032, True))
    assert find_gaps(values[:1], CALENDAR) == ()


def test_the_commonest_terms_are_the_measure_of_comparison() -> None:
    values = [make_value("2030", 5), make_value("2031", 6, breaks=("市区",)), make_value("2032", 7)]
    assert comparable(values) == (values[0], values[2])
    assert find_main([make_value("2030", 5), make_value("2031", 6, breaks=("市区",))]) == ()


@pytest.mark.parametrize(
    ("a", "b", "conflict"),
    [
        ((2206.7, "="), (2126, "="), True), ((6500, ">"), (6501.8, "="), False), ((6500, ">"), (6400, "="), True),
        ((90, ">"), (100, "≈"), False), ((13, "≤"), (12, "="), False), ((13, "<"), (14, "="), True),
        ((5, "="), (5, ">"), False), ((100, "≈"), (120, "="), True),
    ],
)  # fmt: skip
def test_values_of_one_year_conflict_where_no_reading_allows_both(
    a: tuple[float, str], b: tuple[float, str], conflict: bool
) -> None:
    pair = [make_value("2031", number, relation=relation) for number, relation in (a, b)]
    assert bool(find_conflicts(pair)) is conflict


def test_a_target_and_a_result_never_conflict() -> None:
    assert not find_conflicts([make_value("2031", 5, status="target"), make_value("2031", 7)])
    assert not find_conflicts([make_value("2031", 5), make_value("2030", 7)])
    assert not find_conflicts([make_value("2031", 5), make_value("2031", None, "稳定")])
    assert not find_conflicts([make_value("2031", 5), make_value("2031", 60, breaks=("过去五年",))])


@settings(deadline=None)
@given(st.text(alphabet="渡口产值增长突破达到力争分别0123456789.%亿元个、，。（）~至从", max_size=60))
def test_no_text_makes_tying_or_wording_raise(text: str) -> None:
    indicators = [
        make_indicator(id="a", **OUTPUT),
        make_indicator(id="b", unit=["元", "个"], measure=["level", "increment"], wordings=["渡口", "产值"]),
    ]
    edition = make_report([text + "灯"], indicators)
    series = read_series(edition)
    assert {value.id for values in series.values() for value in values} <= edition.ties.keys()
