"""axe-core: WCAG 2.2 AA and its best practices, on every kind of page and in every state of a document.

The two schemes and the two sizes are looked at together, as a light desktop and as a dark phone: a scheme decides on
contrast, a size on what there is and how large.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Open

pytestmark = pytest.mark.browser
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
WAYS = {"light desktop": (DESKTOP, False), "dark phone": (PHONE, True)}


def find_violations(page: Page) -> list[str]:
    """What axe has against the page, one line each."""
    results = Axe().run(page, options=OPTIONS).response
    return [
        f"{found['id']}: {node['target']} {node['failureSummary']}"
        for found in results["violations"]
        for node in found["nodes"]
    ]


def look(page: Page, size: tuple[int, int], dark: bool) -> list[str]:
    """What axe has against the page at a size and in a scheme."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme="dark" if dark else "light")
    expect(page.locator("html")).to_have_attribute("data-md-color-scheme", "slate" if dark else "default")
    return find_violations(page)


def one_of_each(site: Path) -> list[str]:
    """Every page of the root; of every folder its index and, of the others, the one of middling length."""
    kinds = [path.name for path in sorted(site.glob("*.html"))]
    for folder in sorted({path.parent for path in site.glob("*/*.html")}):
        pages = sorted((path.stat().st_size, path.name) for path in folder.glob("*.html") if path.name != "index.html")
        names = ["index.html"] * (folder / "index.html").exists() + [name for _, name in pages[len(pages) // 2 :][:1]]
        kinds += [f"{folder.name}/{name}" for name in names]
    return kinds


@pytest.fixture(scope="session")
def short(site: Path) -> str:
    """A short document, for what all have alike."""
    pages = [path for path in (site / "documents").glob("*.html") if path.name != "index.html"]
    return f"documents/{min(pages, key=lambda path: path.stat().st_size).name}"


def test_every_kind_of_page(open_page: Open, site: Path) -> None:
    """Indices are long and alike in their parts: they are looked at once."""
    kinds = one_of_each(site)
    assert len(kinds) > 20
    page = open_page(kinds[0])
    root = page.url.removesuffix(kinds[0])
    found: dict[str, list[str]] = {}
    for path in kinds:
        page.goto(root + path)
        ways = {"dark phone": WAYS["dark phone"]} if path.endswith("/index.html") else WAYS
        found |= {f"{path} {way}": look(page, *how) for way, how in ways.items()}
    assert not {where: violations for where, violations in found.items() if violations}


@pytest.mark.parametrize(
    ("marks", "size", "dark"),
    [("", DESKTOP, False), ("", PHONE, True), ("all", DESKTOP, True), ("-t -n -f -k", PHONE, False)],
    ids=["default desktop", "default phone", "all", "off"],
)
def test_document(open_page: Open, longest: str, marks: str, size: tuple[int, int], dark: bool) -> None:
    assert not find_violations(open_page(longest, size, dark=dark, marks=marks))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("mark", [".t.d", ".f.d"], ids=["entry", "figure"])
def test_open_card(open_page: Open, longest: str, mark: str, way: str) -> None:
    size, dark = WAYS[way]
    page = open_page(longest, size, dark=dark, touch=size == PHONE)
    page.locator(f".text {mark}").first.focus()
    page.locator(".card:popover-open").wait_for()
    assert not find_violations(page)


def test_sheets(open_page: Open, short: str) -> None:
    page = open_page(short, PHONE, touch=True)
    for sheet in ("目录", "标注", "引用"):
        page.get_by_role("button", name=sheet).tap()
        assert not find_violations(page)
        page.keyboard.press("Escape")


def test_english(open_page: Open, short: str) -> None:
    assert not find_violations(open_page(short, marks="all en"))


@pytest.mark.parametrize("way", WAYS)
def test_search_results(open_page: Open, way: str) -> None:
    size, dark = WAYS[way]
    page = open_page("index.html?q=创新", size, dark=dark)
    page.locator("[data-search-results] a[href]").first.wait_for()
    assert not find_violations(page)


def test_search_results_over_a_page(open_page: Open, short: str) -> None:
    page = open_page(short)
    page.locator("#seek").fill("创新")
    page.locator("[data-search-results] a[href]").first.wait_for()
    assert not find_violations(page)
