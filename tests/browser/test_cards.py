"""Cards: by mouse, keyboard and touch, in the rail, under the line and as a sheet; and marks without any script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PHONE, Open

pytestmark = pytest.mark.browser
TABLET = (900, 800)


def _mark(page: Page) -> Locator:
    """A term marked by default well inside the text, scrolled to the middle."""
    mark = page.locator(".text .m.t.d").nth(20)
    mark.evaluate("node => node.scrollIntoView({block: 'center'})")
    return mark


def _card(page: Page) -> Locator:
    return page.locator(".card:popover-open")


@pytest.mark.parametrize("size", [(1440, 900), TABLET], ids=["rail", "under the line"])
def test_mouse(open_page: Open, longest: str, size: tuple[int, int]) -> None:
    page = open_page(longest, size)
    mark = _mark(page)
    mark.hover()
    expect(_card(page)).to_be_visible()
    _card(page).hover()
    page.wait_for_timeout(500)
    expect(_card(page)).to_be_visible()
    page.mouse.move(5, 5)
    expect(_card(page)).to_have_count(0)
    mark.click()
    page.wait_for_url("**/glossary/*.html")


def test_rail_card_covers_no_text(open_page: Open, longest: str) -> None:
    page = open_page(longest)
    _mark(page).hover()
    expect(_card(page)).to_be_visible()
    column, card = page.locator(".md-content").bounding_box(), _card(page).bounding_box()
    assert column and card and card["x"] >= column["x"] + column["width"]


def test_keyboard(open_page: Open, longest: str) -> None:
    page = open_page(longest)
    mark = _mark(page)
    mark.focus()
    expect(_card(page)).to_be_visible()
    described = mark.get_attribute("aria-describedby")
    assert described and page.locator(f"#{described}").inner_text()
    page.keyboard.press("Escape")
    expect(_card(page)).to_have_count(0)
    expect(mark).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/*.html")


def test_escape_in_the_card_gives_focus_back(open_page: Open, longest: str) -> None:
    page = open_page(longest)
    mark = _mark(page)
    mark.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.card') !== null")
    page.keyboard.press("Escape")
    expect(mark).to_be_focused()
    expect(_card(page)).to_have_count(0)


def test_touch(open_page: Open, longest: str) -> None:
    page = open_page(longest, PHONE, touch=True)
    mark = _mark(page)
    mark.tap()
    expect(_card(page)).to_be_visible()
    line, sheet = mark.bounding_box(), _card(page).bounding_box()
    assert line and sheet and line["y"] + line["height"] <= sheet["y"] and sheet["height"] <= 0.61 * PHONE[1]
    _card(page).get_by_role("button", name="关闭").tap()
    expect(_card(page)).to_have_count(0)
    mark.tap()
    _card(page).get_by_role("link", name="全部出处").tap()
    page.wait_for_url("**/glossary/*.html")


def test_second_tap_follows(open_page: Open, longest: str) -> None:
    page = open_page(longest, PHONE, touch=True)
    mark = _mark(page)
    mark.tap()
    expect(_card(page)).to_be_visible()
    mark.tap()
    page.wait_for_url("**/glossary/*.html")


def test_to_the_entry_and_back_to_the_paragraph(open_page: Open, longest: str) -> None:
    page = open_page(longest)
    mark = _mark(page)
    paragraph = mark.evaluate("node => node.closest('p').id")
    mark.click()
    page.wait_for_url("**/glossary/*.html")
    page.locator(f'a[href$="{longest}#{paragraph}"]').first.click()
    page.wait_for_url(f"**/{longest}#{paragraph}")
    box = page.locator(f"#{paragraph}").bounding_box()
    assert box and 0 < box["y"] < 300


def test_opening_a_card_shifts_nothing(open_page: Open, longest: str) -> None:
    page = open_page(longest)
    mark = _mark(page)
    before = mark.bounding_box()
    height = page.evaluate("document.documentElement.scrollHeight")
    mark.focus()
    expect(_card(page)).to_be_visible()
    assert mark.bounding_box() == before
    assert page.evaluate("document.documentElement.scrollHeight") == height


def test_figure_and_repair_cards(open_page: Open, longest: str) -> None:
    page = open_page(longest, marks="all")
    figure = page.locator(".text .m.f[href]").nth(10)
    figure.focus()
    expect(_card(page).locator(".value b")).to_have_text(figure.inner_text())
    repair = page.locator(".text a.k").first
    repair.focus()
    expect(_card(page)).to_contain_text("原作")


def test_without_script_marks_are_links(open_page: Open, longest: str) -> None:
    page = open_page(longest, script=False)
    page.locator(".text .m.d").first.click()
    page.wait_for_url("**/*.html")
    assert longest not in page.url
