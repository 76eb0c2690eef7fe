"""The chart of an indicator against drawings that were looked at, and what holds for every chart."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader
from lxml import etree

from build_pages.indicators.calendar import Calendar
from build_pages.model.indicator import Value
from build_pages.pages.chart import BOTTOM, TOP, Chart, draw_chart
from build_pages.pages.chart_axis import make_axis
from build_pages.pages.chart_labels import Box, measure, place_label
from build_pages.render import TEMPLATES
from tests.conftest import cases
from tests.make_indicators import make_value

HELD = Calendar({2031: "full", 2032: None, 2033: "full", 2034: "full"})


def draw(chart: Chart) -> str:
    loader = FileSystemLoader(TEMPLATES)
    environment = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return str(environment.get_template("_chart.j2").module.chart(chart))  # type: ignore[attr-defined]


def read_values(rows: list[dict[str, Any]]) -> list[Value]:
    """Values as a case gives them; lists become tuples."""
    plain: list[dict[str, Any]] = [row | {"breaks": tuple(row.get("breaks", ()))} for row in rows]
    return [make_value(**row) for row in plain]


@pytest.mark.parametrize("case", cases("indicators/charts"))
def test_a_chart_is_drawn_as_it_was_looked_at(case: dict[str, Any]) -> None:
    chart = draw_chart("渡口产值", case["unit"], read_values(case["values"]), HELD)
    drawn = draw(chart)
    etree.fromstring(drawn)
    assert drawn.split("\n") == case["svg"].rstrip("\n").split("\n")


def test_a_chart_says_in_words_what_it_shows() -> None:
    values = [make_value("2031", 9, "增长9%以上", status="target", relation="≥"), make_value("2033", 8, "增长8%")]
    chart = draw_chart("渡口产值", "%", values, HELD)
    assert chart.sentence == "渡口产值：2031年目标增长9%以上；2033年结果增长8%；未收：2031结果、2032目标。"
    assert f'<desc id="chart-d">{chart.sentence}</desc>' in draw(chart)


def test_a_label_is_written_once_for_equal_values() -> None:
    values = [make_value("2033", 8, "8%"), make_value("2033", 8, "达8%")]
    assert [mark.label for mark in draw_chart("渡", "%", values, HELD).marks] == ["8%", ""]


def test_text_of_the_archive_is_escaped() -> None:
    drawn = draw(draw_chart("<渡>", "%", [make_value("2033", 8, "<8&")], HELD))
    assert "&lt;渡&gt;" in drawn and "&lt;8&amp;" in drawn


numbers = st.floats(-1e13, 1e13, allow_nan=False, allow_infinity=False)
values = st.builds(
    make_value,
    st.integers(2028, 2036).map(str),
    numbers,
    st.text(alphabet="0123456789.%亿元以上左右", min_size=1, max_size=9),
    status=st.sampled_from(["actual", "target", "standard"]),
    relation=st.sampled_from(["=", "≈", "≥", "<", None]),
    breaks=st.sampled_from([(), ("市区",)]),
    upper=st.none() | numbers,
)


@settings(deadline=None)
@given(st.lists(values, min_size=1, max_size=9).map(lambda found: sorted(found, key=lambda value: value.period or "")))
def test_every_chart_stays_in_its_frame(found: list[Value]) -> None:
    chart = draw_chart("渡", "元", found, HELD)
    etree.fromstring(draw(chart))
    assert len(chart.marks) == len(found)
    for mark in chart.marks:
        assert TOP - 1 <= mark.y <= BOTTOM + 1
    for left, right in combinations(chart.columns, 2):
        assert left.left + left.width <= right.left + 0.2


@given(st.lists(numbers, min_size=1, max_size=6))
def test_ticks_are_around_the_values_and_tell_them_apart(found: list[float]) -> None:
    axis = make_axis(found, "元", TOP, BOTTOM)
    assert all(TOP - 1 <= axis.y(value) <= BOTTOM + 1 for value in found)
    labels = [label for _, label in axis.ticks]
    assert 2 <= len(labels) <= 8
    assert len(set(labels)) == len(labels)


def test_a_label_covers_no_other_mark() -> None:
    symbol = Box.around_symbol(100, 100, "")
    beside = Box.around_symbol(130, 100, "")
    spot = place_label("8.5%", 100, 100, symbol, [symbol, beside], Box(44, 4, 350, 176))
    assert not spot.box.meets(beside) and not spot.box.meets(symbol)
    assert spot.box.right - spot.box.left == measure("8.5%")
