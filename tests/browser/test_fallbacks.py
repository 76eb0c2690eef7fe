"""What stays when a browser lacks something: popovers, scripts, or a reader's patience with small type."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import DESKTOP, PHONE, Open

pytestmark = pytest.mark.browser
LARGE = 24
"""Pixels of the root's font, where 20 are usual."""
OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll('.md-header, .head, .bar, .text p, .md-typeset :is(h2, h3), .md-footer')]
    .filter(node => node.checkVisibility() && getComputedStyle(node).position !== 'fixed')
    .map(node => [node, node.getBoundingClientRect()]).filter(([, box]) => box.height);
  const found = [];
  for (let n = 1; n < boxes.length; n += 1) {
    const [[above, a], [below, b]] = [boxes[n - 1], boxes[n]];
    if (!above.contains(below) && b.top < a.bottom - 1) found.push([above, below].map(n => n.id || n.className));
  }
  return found;
}"""
"""What stands on what comes after it, in the order of the page."""
EDGES = """() => [...document.querySelectorAll('.md-header :is(button, .seek, .ways, .md-header__title)')]
  .filter(node => node.checkVisibility()).map(node => node.getBoundingClientRect()).map(box => [box.left, box.right])"""
"""Where the parts of the header begin and end."""


def _without_popovers(page: Page, address: str) -> None:
    """Let the browser know nothing of popovers: what names them is spelled so that it means nothing."""

    def answer(route: Route) -> None:
        response = route.fetch()
        words = response.text().replace("popover", "popunder").replace("Popover", "Popunder")
        route.fulfill(response=response, body=words)

    page.route(f"{address}**/*.html", answer)
    page.route(f"{address}assets/**/bundle/*", answer)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_without_popovers_marks_are_links_and_all_that_would_open_stands_in_the_page(
    open_page: Open, address: str, longest: str, size: tuple[int, int]
) -> None:
    page = open_page("404.html", size)
    _without_popovers(page, address)
    page.goto(address + longest)
    assert page.evaluate("!document.querySelector('[popover]')")
    for part in ("#outline a", "#layers input", "#cite [data-style=gb]", "#ways a"):
        expect(page.locator(part).first).to_be_visible()
    expect(page.locator(".foot-bar")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]
    assert not page.evaluate(OVERLAPS)
    mark = page.locator(".text .m.d").nth(5)
    mark.focus()
    expect(page.locator(".card").first).to_be_hidden()
    mark.click()
    page.wait_for_url("**/*.html")
    assert longest not in page.url


def test_a_browser_that_cannot_show_popovers_by_script_follows_marks(open_page: Open, longest: str) -> None:
    page = open_page("404.html")
    page.context.add_init_script(
        "for (const name of ['popover', 'showPopover', 'hidePopover']) delete HTMLElement.prototype[name]"
    )
    page.goto(page.url.replace("404.html", longest))
    page.locator(".text .m.d").nth(5).click()
    page.wait_for_url("**/*.html")
    assert longest not in page.url


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("path", ["index.html", "longest", "comparisons/index.html", "indicators/index.html"])
def test_large_type_overlaps_nothing(open_page: Open, longest: str, path: str, size: tuple[int, int]) -> None:
    page = open_page(longest if path == "longest" else path, size)
    page.evaluate(f"document.documentElement.style.fontSize = '{LARGE}px'")
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]
    if path == "longest":
        assert not page.evaluate(OVERLAPS)
    edges = sorted(page.evaluate(EDGES))
    assert all(one[1] <= other[0] + 1 for one, other in pairwise(edges))


def test_without_script_the_document_reads_and_its_links_work(open_page: Open, longest: str) -> None:
    page = open_page(longest, script=False)
    expect(page.locator(".text p").first).to_be_visible()
    expect(page.locator(".layers")).to_be_hidden()
    expect(page.get_by_text("标注开关、原貌与引用需要脚本")).to_be_visible()
    page.locator(".outline a").nth(2).click()
    assert "#s" in page.url
    expect(page.locator(":target")).to_be_visible()
    target = page.locator(".text .m.d").nth(8).get_attribute("href") or ""
    page.locator(".text .m.d").nth(8).click()
    page.wait_for_url(f"**/{target.removeprefix('../')}")
    page.locator(".uses a, .values a").first.click()
    page.wait_for_url("**/documents/*.html#*")
