"""Marks on, off and all: the words never move, what does not show is no link, and the choice is kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Open

pytestmark = pytest.mark.browser
OFF = "-t -n -f -k"
LINES = """() => [...document.querySelectorAll('.text p')].flatMap(p => {
  const range = document.createRange(), walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT), boxes = [];
  for (let node; (node = walk.nextNode()); ) {
    for (let at = 0; at < node.length; at += 1) {
      range.setStart(node, at); range.setEnd(node, at + 1);
      const {x, y, width, height} = range.getBoundingClientRect();
      boxes.push([x, y + scrollY, width, height].map(n => Math.round(n * 64)).join());
    }
  }
  return boxes;
})"""
"""The box of every character of the text, as finely as the browser lays out."""


def _links(page: Page) -> int:
    return page.locator(".text .m[href]").count()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_no_mark_moves_a_character(open_page: Open, longest: str, size: tuple[int, int]) -> None:
    boxes = [open_page(longest, size, marks=marks).evaluate(LINES) for marks in ("", "all", OFF)]
    assert len(boxes[0]) > 1000
    assert boxes[0] == boxes[1] == boxes[2]


def test_switching_moves_nothing_and_is_kept(open_page: Open, longest: str) -> None:
    page = open_page(longest)
    before, some = page.evaluate(LINES), _links(page)
    page.get_by_role("checkbox", name="全部").check()
    expect(page.locator(".text .m.f[href]").first).to_be_attached()
    assert _links(page) > some and page.evaluate(LINES) == before
    page.get_by_role("checkbox", name="提法").uncheck()
    expect(page.locator(".text .t[href]")).to_have_count(0)
    assert page.evaluate(LINES) == before
    page.reload()
    expect(page.get_by_role("checkbox", name="提法")).not_to_be_checked()
    expect(page.get_by_role("checkbox", name="全部")).to_be_checked()


def test_phone_sheet_of_layers(open_page: Open, longest: str) -> None:
    page = open_page(longest, PHONE, touch=True)
    page.get_by_role("button", name="标注").tap()
    page.get_by_role("checkbox", name="提法").tap()
    expect(page.locator(".text .t[href]")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator("#layers")).to_be_hidden()


def test_received_text(open_page: Open, longest: str) -> None:
    page = open_page(longest)
    edited = page.locator(".text").first.inner_text()
    page.get_by_role("button", name="原貌").click()
    assert "view=yuanmao" in page.url and _links(page) == 0
    received = page.locator(".text").all_inner_texts()
    page.reload()
    assert page.locator(".text").all_inner_texts() == received
    page.get_by_role("button", name="原貌").click()
    assert "view=" not in page.url and page.locator(".text").first.inner_text() == edited


def test_english(open_page: Open, longest: str) -> None:
    page = open_page(longest)
    title = page.locator(".english")
    expect(title).to_be_hidden()
    page.get_by_role("button", name="English").click()
    expect(title).to_be_visible()


def test_received_text_keeps_every_anchor(open_page: Open, longest: str) -> None:
    page = open_page(longest)
    ids = "[...document.querySelectorAll('.text [id]')].map(node => node.id).sort()"
    before = page.evaluate(ids)
    page.get_by_role("button", name="原貌").click()
    assert page.evaluate(ids) == before
    heading = page.locator(".text > p > span[id]").first
    id, after = heading.evaluate("node => [node.id, node.nextSibling.textContent]")
    page.get_by_role("button", name="原貌").click()
    assert page.locator(f"#{id}").inner_text()[:2] == after[:2]


def test_all_shows_mechanical_changes_over_the_text(open_page: Open, longest: str) -> None:
    page = open_page(longest)
    assert page.locator(".signs").count() == 0
    words = page.locator(".text").first.text_content()
    page.get_by_role("checkbox", name="全部").check()
    sign = page.locator(".signs i").first
    expect(sign).to_be_visible()
    assert page.locator(".text").first.text_content() == words
    page.get_by_role("checkbox", name="校订").uncheck()
    expect(sign).to_be_hidden()
    page.get_by_role("checkbox", name="校订").check()
    page.get_by_role("checkbox", name="全部").uncheck()
    expect(sign).to_be_hidden()


def test_english_is_kept_from_page_to_page(open_page: Open, longest: str) -> None:
    page = open_page(longest, PHONE, touch=True)
    page.get_by_role("button", name="English").tap()
    expect(page.locator(".kicker .en")).to_be_visible()
    page.goto(page.url.replace(longest, "index.html"))
    expect(page.get_by_role("button", name="English")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="各页").tap()
    expect(page.locator("#ways").get_by_text("Documents")).to_be_visible()
