"""``marks``: which mentions a page marks by default, and ``explain``: which entries need explaining."""

from __future__ import annotations

import pytest

from build_pages.explain import COMMON, explains
from build_pages.marks import SPACING, TERM_SPACING, choose_marks
from build_pages.model.entry import Entry
from tests.make import make_edition, make_entry

LONG = "，这里的话要说得足够长，好让一段里容得下一处以上的标注，而不必为了疏密让出位置来"
TERM, OTHER = make_entry("灯塔工程"), make_entry("民心渡")
PERSON = make_entry("陆青禾", kind="person", explain=True)


def marked(lines: list[str], *entries: Entry) -> list[str]:
    """The default marks of a document: paragraph and words, in order."""
    edition = make_edition(lines, entries)
    explained = {entry.id for entry in entries if explains(entry, {})}
    chosen = choose_marks(edition.documents[0], explained, {})
    return [f"{m.paragraph.partition('#')[2]} {m.quote}" for m in chosen]


def test_a_formulation_is_marked_at_its_first_use_in_each_top_level_section() -> None:
    lines = [
        "一、过去一年", f"灯塔工程亮了{LONG}，灯塔工程亮了。", "（一）小节", f"灯塔工程又亮了{LONG}。",
        "二、今年安排", f"灯塔工程还要亮{LONG}。",
    ]  # fmt: skip
    assert marked(lines, TERM) == ["p2 灯塔工程", "p6 灯塔工程"]


def test_a_person_is_marked_once_in_a_document() -> None:
    lines = ["一、过去一年", f"陆青禾来了{LONG}。", "二、今年安排", f"陆青禾还来{LONG}。"]
    assert marked(lines, PERSON) == ["p2 陆青禾"]


def test_marks_are_sparse_and_people_give_way_first() -> None:
    short = "陆青禾看了灯塔工程和民心渡。"
    assert len(short) < 2 * SPACING
    assert marked([short], TERM, OTHER, PERSON) == ["p1 灯塔工程"]


def test_a_long_paragraph_has_room_for_more() -> None:
    text = f"陆青禾看了灯塔工程{LONG}{LONG}{LONG}，又看了民心渡。"
    assert len(text) >= 3 * SPACING
    assert marked([text], TERM, OTHER, PERSON) == ["p1 陆青禾", "p1 灯塔工程", "p1 民心渡"]


def test_formulations_leave_room_between_them() -> None:
    text = f"灯塔工程和民心渡{LONG}{LONG}。"
    assert 2 * SPACING <= len(text) < 1.5 * TERM_SPACING
    assert marked([text], TERM, OTHER) == ["p1 灯塔工程"]


def test_what_an_earlier_section_has_marked_gives_way_first() -> None:
    lines = ["一、过去一年", f"灯塔工程亮了{LONG}。", "二、今年安排", f"灯塔工程和民心渡{LONG}。"]
    assert marked(lines, TERM, OTHER) == ["p2 灯塔工程", "p4 民心渡"]


def test_nothing_is_marked_in_headings_or_inside_another_mark() -> None:
    inner = make_entry("灯塔")
    lines = ["一、灯塔工程", f"（一）灯塔工程要亮起来。到处看看灯塔{LONG}。", f"灯塔工程{LONG}。"]
    assert marked(lines, TERM, inner) == ["p2 灯塔", "p3 灯塔工程"]


def test_what_needs_no_explaining_is_not_marked() -> None:
    assert marked([f"灯塔工程{LONG}。"], make_entry("灯塔工程", explain=False)) == []


@pytest.mark.parametrize(
    ("entry", "usage", "needs"),
    [
        (make_entry("灯塔"), {}, True),
        (make_entry("灯塔"), {"灯塔": COMMON - 1}, True),
        (make_entry("灯塔"), {"灯塔": COMMON}, False),
        (make_entry("灯塔", explain=True), {"灯塔": COMMON}, True),
        (make_entry("灯塔", explain=False), {}, False),
        (make_entry("陆青禾", kind="person"), {}, False),
    ],
)
def test_what_needs_explaining(entry: Entry, usage: dict[str, int], needs: bool) -> None:
    assert explains(entry, usage) is needs
