"""axe-core: WCAG 2.2 AA and its best practices, in every state a reader can bring the longest page into."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE, Open

pytestmark = pytest.mark.browser
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
SIZES = {"desktop": DESKTOP, "phone": PHONE}


def find_violations(page: Page) -> list[str]:
    """What axe has against the page, one line each."""
    results = Axe().run(page, options=OPTIONS).response
    return [
        f"{found['id']}: {node['target']} {node['failureSummary']}"
        for found in results["violations"]
        for node in found["nodes"]
    ]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("marks", ["", "all", "-t -n -f -k"], ids=["default", "all", "off"])
def test_document(open_page: Open, longest: str, dark: bool, size: str, marks: str) -> None:
    page = open_page(longest, SIZES[size], dark=dark, marks=marks, touch=size == "phone")
    assert not find_violations(page)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_open_card(open_page: Open, longest: str, dark: bool, size: str) -> None:
    page = open_page(longest, SIZES[size], dark=dark, touch=size == "phone")
    page.locator(".text .m.d").nth(10).focus()
    page.locator(".card:popover-open").wait_for()
    assert not find_violations(page)


@pytest.mark.parametrize("sheet", ["目录", "标注", "引用"])
def test_sheets(open_page: Open, longest: str, sheet: str) -> None:
    page = open_page(longest, PHONE, touch=True)
    page.get_by_role("button", name=sheet).tap()
    assert not find_violations(page)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(
    "path", ["index.html", "documents/index.html", "glossary/index.html", "people/index.html", "404.html", "about.html"]
)
def test_other_pages(open_page: Open, path: str, dark: bool) -> None:
    assert not find_violations(open_page(path, dark=dark))
