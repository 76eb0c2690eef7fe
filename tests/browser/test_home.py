"""The home page and the indexes: what a reader sees first, the way to the search, the filter."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE, Open

pytestmark = pytest.mark.browser


def test_the_first_screen_holds_the_whole_page(open_page: Open) -> None:
    page = open_page("index.html")
    for part in (".ask input", ".documents", ".changing"):
        box = page.locator(part).bounding_box()
        assert box and box["y"] + box["height"] <= DESKTOP[1]


@pytest.mark.parametrize("path", ["index.html", "documents/index.html", "glossary/index.html", "figures/index.html"])
def test_nothing_is_wider_than_a_phone(open_page: Open, path: str) -> None:
    page = open_page(path, PHONE, touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]


def test_a_phone_reads_the_search_then_the_changes_then_five_documents(open_page: Open) -> None:
    page = open_page("index.html", PHONE, touch=True)
    tops = [page.locator(part).bounding_box() for part in (".ask input", ".changing", ".documents")]
    assert [box["y"] for box in tops if box] == sorted(box["y"] for box in tops if box)
    expect(page.locator(".documents li:visible")).to_have_count(5)


def test_without_script_the_home_page_says_so_and_its_links_work(open_page: Open) -> None:
    page = open_page("index.html", script=False)
    expect(page.get_by_text("搜索需要脚本")).to_be_visible()
    page.locator(".documents li a").first.click()
    expect(page.locator("h1")).to_be_visible()


def test_the_filter_narrows_the_list_and_keeps_its_state(open_page: Open) -> None:
    page = open_page("glossary/index.html")
    rows = page.locator(".glossary li:visible")
    before = rows.count()
    page.get_by_label("类别").select_option(label="数字缩写")
    page.get_by_label("层级").select_option(label="省")
    after = rows.count()
    assert 0 < after < before
    assert {row.get_attribute("data-l") for row in rows.all()} == {"provincial"}
    expect(page.get_by_role("status").first).to_have_text(f"{after} 条")
    page.reload()
    expect(rows).to_have_count(after)


def test_the_filter_finds_english_and_says_when_nothing_is_left(open_page: Open) -> None:
    page = open_page("glossary/index.html")
    field = page.get_by_label("词或英文")
    field.fill("three batches")
    assert page.locator(".glossary li:visible").count() >= 1
    field.fill("无此一词")
    expect(page.get_by_text("没有找到“无此一词”")).to_be_visible()
    expect(page.locator(".glossary li:visible")).to_have_count(0)


def test_without_script_the_index_is_whole_and_shows_no_filter(open_page: Open) -> None:
    page = open_page("glossary/index.html", script=False)
    expect(page.locator("form.filter")).to_be_hidden()
    expect(page.get_by_text("筛选需要脚本")).to_be_visible()
    assert page.locator(".glossary li:visible").count() > 100
