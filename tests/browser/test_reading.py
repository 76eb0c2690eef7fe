"""Finding one's way and quoting: outline, sheets, the menu of a paragraph, citations, the page that is not there."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import PHONE, Open

pytestmark = pytest.mark.browser


def test_outline_follows(open_page: Open, longest: str) -> None:
    page = open_page(longest)
    last = page.locator(".outline > ol > li > a").nth(2)
    last.click()
    expect(last).to_have_attribute("aria-current", "true")
    expect(page.locator(".outline [aria-current]")).to_have_count(1)


def test_outline_sheet(open_page: Open, longest: str) -> None:
    page = open_page(longest, PHONE, touch=True)
    expect(page.locator(".outline")).to_be_hidden()
    page.get_by_role("button", name="目录").tap()
    page.locator(".outline > ol > li > a").nth(1).tap()
    expect(page.locator(".outline")).to_be_hidden()
    assert page.evaluate("scrollY") > 500


def test_phone_header_names_the_document(open_page: Open, longest: str) -> None:
    page = open_page(longest, PHONE, touch=True)
    page.evaluate("scrollTo(0, 3000)")
    expect(page.locator(".md-header__title--active")).to_be_attached()


@pytest.mark.parametrize("keyboard", [False, True])
def test_copy_a_paragraph(open_page: Open, longest: str, keyboard: bool) -> None:
    page = open_page(longest)
    paragraph = page.locator(".text p").nth(4)
    paragraph.scroll_into_view_if_needed()
    label = paragraph.locator(".pl")
    if keyboard:
        label.focus()
        page.keyboard.press("Enter")
    else:
        paragraph.hover()
        label.click()
    page.get_by_role("button", name="复制本段与出处").click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    name = label.get_attribute("aria-label") or ""
    assert copied.startswith("“") and re.search(rf"，{re.escape(name)}（校订本( \d+\.\d+\.\d+)?）。", copied)
    assert copied.endswith(f"{longest}#{paragraph.get_attribute('id')}")


def test_copy_a_selection(open_page: Open, longest: str) -> None:
    page = open_page(longest)
    paragraph = page.locator(".text p").nth(4)
    paragraph.scroll_into_view_if_needed()
    paragraph.click(position={"x": 300, "y": 15}, click_count=3)
    words = page.evaluate("String(getSelection()).trim()")
    paragraph.locator(".pl").click()
    page.get_by_role("button", name="复制所选与出处").click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert words[:10] in copied.replace("‘", "“").replace("’", "”")


def test_cite_the_document(open_page: Open, longest: str) -> None:
    page = open_page(longest)
    page.get_by_role("button", name="引用").click()
    first = page.locator("#cite [data-style=gb]")
    expect(first).to_contain_text("/OL]")
    first.get_by_role("button").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert longest in copied and "校订本" in copied
    page.keyboard.press("Escape")
    expect(first).to_be_hidden()


def test_target_stands_below_header_and_bar(open_page: Open, longest: str) -> None:
    page = open_page(longest)
    id = page.locator(".text p").nth(30).get_attribute("id")
    page.goto(f"{page.url}#{id}")
    box, bar = page.locator(f"#{id}").bounding_box(), page.locator(".bar").bounding_box()
    assert box and bar and box["y"] >= bar["y"] + bar["height"]


def test_nothing_is_wider_than_a_phone(open_page: Open, longest: str) -> None:
    page = open_page(longest, PHONE, touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]


def test_an_error_is_reported_to_the_repository(chromium: Browser, corpus_site: Path) -> None:
    """Of an archive that names one; the form is not sent, only its address is looked at."""
    path = next(page for page in sorted((corpus_site / "documents").glob("2*.html")))
    page = chromium.new_page()
    page.goto(path.as_uri())
    label = page.locator(".text .pl").first
    label.focus()
    page.keyboard.press("Enter")
    link = unquote(page.get_by_role("link", name="报告错误").get_attribute("href") or "")
    page.close()
    assert link.startswith("https://example.org/chengxi/issues/new?title=")
    assert path.name in link and "\n\n> " in link


def test_a_finger_finds_the_label_of_a_paragraph(open_page: Open, longest: str) -> None:
    page = open_page(longest, PHONE, touch=True)
    box = page.locator(".text .pl").nth(6).bounding_box()
    assert box and min(box["width"], box["height"]) >= 44
    page.locator(".text .pl").nth(6).tap()
    expect(page.get_by_role("button", name="复制链接")).to_be_visible()
