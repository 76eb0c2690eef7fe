"""``outline``: stand-alone headings as a tree of two levels."""

from __future__ import annotations

from collections.abc import Sequence

from build_pages.model.edition import Annotated
from build_pages.pages.outline import DEEPEST, REST, Entry, draw_outline, read_depths
from tests.make import make_edition

BEHIND: Entry = {"id": REST[0], "title": REST[1], "items": []}


def make_document(*headings: tuple[int, str]) -> Annotated:
    """A document of headings of these levels, each with a paragraph under it."""
    lines = [line for _, title in headings for line in (title, "渡口通了。")]
    structure = [{"line": 2 * n + 1, "is": "heading", "level": level} for n, (level, _) in enumerate(headings)]
    return make_edition(lines, structure=structure).documents[0]


def outline(*headings: tuple[int, str]) -> list[tuple[str, str, list[str]]]:
    """Id and title of the upper headings and the titles of those under them; without what stands behind every text."""
    drawn = draw_outline(make_document(*headings))
    assert drawn[-1] == BEHIND
    return [(entry["id"], entry["title"], [item["title"] for item in entry["items"]]) for entry in drawn[:-1]]


def depths(levels: Sequence[int]) -> list[int]:
    document = make_document(*((level, f"节{n}") for n, level in enumerate(levels))).document
    return [read_depths(document.sections)[section] for section in document.sections]


def test_headings_of_two_levels_are_a_tree() -> None:
    assert outline((1, "去年"), (2, "渡口"), (2, "灯塔"), (1, "今年")) == [
        ("s1", "去年", ["渡口", "灯塔"]), ("s7", "今年", []),
    ]  # fmt: skip


def test_what_lies_deeper_is_left_out() -> None:
    assert DEEPEST == 2
    assert outline((1, "去年"), (2, "渡口"), (3, "北岸"), (2, "灯塔")) == [("s1", "去年", ["渡口", "灯塔"])]


def test_a_level_that_the_text_skips_is_not_skipped() -> None:
    assert depths([1, 3, 3, 1, 2, 4]) == [1, 2, 2, 1, 2, 3]
    assert outline((2, "先说"), (3, "渡口"), (1, "再说")) == [("s1", "先说", ["渡口"]), ("s5", "再说", [])]


def test_a_long_heading_goes_to_its_first_comma_without_wide_blanks() -> None:
    assert outline((1, "一、修渡口，通南北，惠万家")) == [("s1", "一、修渡口", [])]
    assert outline((1, "一　修　渡口")) == [("s1", "一 修 渡口", [])]


def test_a_run_in_heading_has_no_line() -> None:
    structure = [{"line": 1, "quote": "修好渡口。", "is": "heading", "level": 1}]
    one = make_edition(["修好渡口。新建三处。"], structure=structure).documents[0]
    assert [section.run_in for section in one.document.sections] == [True]
    assert draw_outline(one) == [BEHIND]
