"""``discrepancies``: pairs that the rules find, and what people add and refuse; registers over a series."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pages.commitments.measures import read_measures
from build_pages.compose import compose
from build_pages.discrepancies import figures
from build_pages.discrepancies.figures import compare_figures
from build_pages.discrepancies.names import distance
from build_pages.model.commitment import DiscrepancyRecord
from build_pages.model.edition import Edition
from build_pages.registers import read_bounds, read_headlines, read_silences
from tests.conftest import cases
from tests.make_series import make_series
from tests.test_commitments import make_years

FIELDS = {"kind": "speech", "date": "2026-02"}


def make_pair(a: str, b: str) -> Edition:
    """An edition of two speeches of one month."""
    return make_series({"a": ([a], FIELDS), "b": ([b], FIELDS)})


@pytest.mark.parametrize("case", cases("discrepancies"))
def test_cases(case: dict[str, Any]) -> None:
    edition = make_pair(case["a"], case["b"])
    printed = {
        id: one.places[id.rpartition("-n")[0]].text[figure.start : figure.end]
        for one in edition.documents
        for id, figure in one.figures.items()
    }
    found = [
        f"{d.class_} {printed[d.a]} {printed[d.b]}" if d.a in printed else f"{d.a_quote} {d.b_quote}"
        for d in edition.discrepancies
    ]
    assert found == case["found"]


@pytest.mark.parametrize(("opening", "found"), [("2025年大事多。过去五年，渡口大变。", 0), ("2025年大事多。", 1)])
def test_a_sum_over_the_years_that_a_text_looks_back_on_is_of_none_of_them(opening: str, found: int) -> None:
    lines = ["一、2025年工作回顾", f"{opening}新增渡口泊位6400个。", "新增渡口泊位1312个。"]
    assert len(make_series({"a": (lines, FIELDS | {"kind": "report", "year": 2026})}).discrepancies) == found


def test_a_person_adds_and_refuses() -> None:
    edition = make_pair("旅游总收入2206.7亿元。", "旅游总收入2126亿元。")
    [rule] = edition.discrepancies
    refused = DiscrepancyRecord(class_="value", a=rule.b, b=rule.a, refused=True, by="ed")
    added = DiscrepancyRecord(class_="name", a="a#p1", b="b#p1", a_quote="旅游", b_quote="收入", why="试", by="ed")
    settled = compose(replace(edition.library, discrepancies=(refused, added)))
    assert [(d.class_, d.by) for d in settled.discrepancies] == [("name", "ed")]


def test_a_person_who_records_a_pair_takes_the_rules_place() -> None:
    edition = make_pair("旅游总收入2206.7亿元。", "旅游总收入2126亿元。")
    [rule] = edition.discrepancies
    own = DiscrepancyRecord(class_="scope", a=rule.a, b=rule.b, why="口径不同", by="ed")
    settled = compose(replace(edition.library, discrepancies=(own,)))
    assert [(d.class_, d.by) for d in settled.discrepancies] == [("scope", "ed")]


AIMS = "今年主要预期目标是：地区生产总值增长{}，渡口客流增长8%。"


def test_bounds_and_silence_between_full_texts() -> None:
    edition = make_years(
        [
            {"id": "r2030", "year": 2030, "lines": ["今年工作安排", AIMS.format("7%左右")]},
            {"id": "r2031", "year": 2031, "lines": ["今年工作安排", "今年主要预期目标是：地区生产总值增长6%以上。"]},
        ]
    )
    [silence] = read_silences(edition, read_headlines(edition))
    assert (silence.headline.commitment.quote, silence.later, silence.between) == ("渡口客流增长8%", "r2031", ())
    [row] = read_bounds(edition, read_headlines(edition))
    assert [(one.year, one.commitment.quote) for one in row.targets] == [
        (2030, "地区生产总值增长7%左右"),
        (2031, "地区生产总值增长6%以上"),
    ]


def test_a_digest_is_never_silent() -> None:
    edition = make_years(
        [
            {"id": "r2030", "year": 2030, "lines": ["今年工作安排", AIMS.format("7%左右")]},
            {"id": "r2031", "year": 2031, "completeness": "digest", "lines": ["今年工作安排", "修桥。"]},
        ]
    )
    assert read_silences(edition, read_headlines(edition)) == ()


def test_silence_says_which_texts_between_are_not_held() -> None:
    edition = make_years(
        [
            {"id": "r2030", "year": 2030, "completeness": "digest", "lines": ["今年工作安排", AIMS.format("7%左右")]},
            {
                "id": "r2033",
                "year": 2033,
                "lines": ["今年工作安排", "今年主要预期目标是：地区生产总值增长6%。渡口客流平稳。"],
            },
        ]
    )
    [silence] = read_silences(edition, read_headlines(edition))
    assert (silence.between, silence.elsewhere) == ((2031, 2032), "r2033#p2")


def test_bounds_of_two_places_are_no_row() -> None:
    aims = [{"id": f"r{year}", "year": year, "lines": ["今年工作安排", AIMS.format("7%")]} for year in (2030, 2031)]
    one = make_years(aims)
    assert len(read_bounds(one, read_headlines(one))) == 2
    two = make_years([aims[0], aims[1] | {"series": "others"}])
    assert read_bounds(two, read_headlines(two)) == ()


@pytest.mark.parametrize(("place", "found"), [("江城", 1), ("", 0)])
def test_series_contradict_each_other_where_they_are_of_one_place(place: str, found: int) -> None:
    said = {id: ([f"旅游总收入{number}亿元。"], FIELDS | {"series": id}) for id, number in (("a", 2206.7), ("b", 2126))}
    library = make_series(said).library
    edition = compose(replace(library, archive=replace(library.archive, place=place)))
    assert len(edition.discrepancies) == found


@given(
    st.lists(
        st.tuples(st.sampled_from(("旅游收入", "旅游总收入", "渡口货物吞吐", "渡口货物吞吐量")), st.integers(400, 410)),
        max_size=24,
    )
)
def test_many_figures_are_told_apart_like_few(stated: list[tuple[str, int]]) -> None:
    lines = [f"{subject}{value}亿元。" for subject, value in stated]
    edition = make_series({"a": (lines, FIELDS), "b": (lines[::-1], FIELDS)})
    records = {one.id: one.document.record for one in edition.documents}
    measures = read_measures(edition.documents).values()
    found = []
    for few in (0, 1000):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(figures, "_FEW", few)
            found.append(set(compare_figures(measures, records)))
    assert found[0] == found[1]


@given(st.text(alphabet="甲乙丙", max_size=7), st.text(alphabet="甲乙丙", max_size=7))
def test_distance_is_one_way_or_the_other(a: str, b: str) -> None:
    assert distance(a, b, 9) == distance(b, a, 9) <= max(len(a), len(b))
    assert (distance(a, b, 9) == 0) == (a == b)
    assert distance(a, b, 1) == min(distance(a, b, 9), 2)
