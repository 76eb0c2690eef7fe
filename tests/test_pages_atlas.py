"""``atlas`` and ``missing``: what places, dates and documents not held are called, and where they lead."""

from __future__ import annotations

import pytest

from build_pages.model.record import Missing
from build_pages.pages.atlas import Spot, draw_atlas, read_uses, say_when
from build_pages.pages.missing import list_gaps
from tests.make import make_entry
from tests.make_series import make_series

LINES = ["一、去年", "灯塔亮了。", "二、今年", "灯塔还亮。", "还有一段。"]


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2031-02-03", "2031年2月3日"), ("2031-02", "2031年2月"), ("2031", "2031年"), ("../2031-02", "不晚于2031年2月"),
        ("2031-02/..", "不早于2031年2月"), ("2030/2031", "2030年至2031年"), ("2031-02?", "2031年2月（存疑）"), ("", ""),
    ],
)  # fmt: skip
def test_dates_are_said_at_their_precision(date: str, said: str) -> None:
    assert say_when(date) == said


@pytest.mark.parametrize(
    ("place", "spot"),
    [
        ("doc#p4", Spot("doc 二1", "../documents/doc.html#p4")),
        ("doc#s3", Spot("doc 标题“二、今年”", "../documents/doc.html#s3")),
        ("doc#p9", Spot("doc 收到的文本第9行", "../documents/doc.html")),
        ("doc", Spot("doc", "../documents/doc.html")),
    ],
)
def test_a_place_is_named_and_linked_as_closely_as_its_page_allows(place: str, spot: Spot) -> None:
    atlas = draw_atlas(make_series({"doc": (LINES, {})}))
    assert atlas.spot(place, "glossary/x.html") == spot


def test_a_paragraph_without_a_numbered_section_is_counted() -> None:
    atlas = draw_atlas(make_series({"doc": (["灯塔亮了。", "还亮。"], {})}))
    assert atlas.stand("doc#p2", "").where == "第2段"


def test_a_short_form_inside_a_longer_one_of_its_entry_is_no_second_use() -> None:
    entry = make_entry("灯塔工程", id="x", forms=[{"form": "灯塔工程"}, {"form": "灯塔"}])
    edition = make_series({"doc": (["灯塔工程亮了，灯塔亮了。"], {})}, [entry])
    assert [use.quote for use in read_uses(edition, "x")] == ["灯塔工程", "灯塔"]


def test_gaps_have_ids_that_later_gaps_do_not_move() -> None:
    gaps = list_gaps(
        [
            Missing(title="乙", date="2031-02", kind="report"),
            Missing(title="甲", date="2031-02", kind="report"),
            Missing(title="丙", date="2030", kind="plan"),
        ]
    )
    assert [(gap.missing.title, gap.id) for gap in gaps] == [
        ("丙", "missing-2030-plan"), ("乙", "missing-2031-02-report"), ("甲", "missing-2031-02-report-2"),
    ]  # fmt: skip
    assert gaps[1].path == "documents/index.html#missing-2031-02-report"
