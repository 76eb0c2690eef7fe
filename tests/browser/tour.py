"""A reader's round of a site, by any address: every kind of page opened, every thing that needs a script used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

KEPT = {"archive-marks", "archive-scheme"}
"""All that a page may keep in the browser (site_overrides/assets/js/settings.js)."""
LEFT = "net::ERR_ABORTED"
"""How a request fails whose page was left before it was answered."""
STORED = """async () => [document.cookie, ...Object.keys(sessionStorage),
  ...(window.caches && isSecureContext ? await caches.keys().catch(() => []) : []),
  ...(await indexedDB.databases()).map(one => one.name)].filter(Boolean)"""


@contextmanager
def watch(chromium: Browser, address: str) -> Iterator[tuple[Page, list[str]]]:
    """A page in Chromium, and all that it says or asks for outside the site at ``address`` (http: or file:)."""
    complaints: list[str] = []
    context = chromium.new_context(reduced_motion="reduce", viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.on("console", lambda message: complaints.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("requestfailed", lambda r: None if r.failure == LEFT else complaints.append(f"{r.url}: {r.failure}"))
    page.on("request", lambda r: None if r.url.startswith((address, "data:")) else complaints.append(r.url))
    yield page, complaints
    context.close()


def one_of_each_kind(site: Path) -> list[str]:
    """The longest page of each kind (``data-kind`` of its body, and its folder), and each folder's first page."""
    longest: dict[tuple[str, ...], Path] = {}
    for path in sorted(site.rglob("*.html")):
        kind = path.read_text(encoding="utf-8").partition('data-kind="')[2].partition('"')[0]
        key = (path.parent.name, kind, path.name if path.name in ("index.html", "404.html") else "")
        if key not in longest or path.stat().st_size > longest[key].stat().st_size:
            longest[key] = path
    return [path.relative_to(site).as_posix() for path in longest.values()]


def use_search(page: Page, address: str) -> None:
    """Type into the header's field, then ask by the address of the home page and follow the first hit."""
    page.goto(f"{address}documents/index.html")
    page.locator("#seek").fill("创新")
    page.locator("[data-search-results] a[href]").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/index.html?q=*")
    page.locator("[data-search-results] a[href]").first.click()
    expect(page.locator("h1")).to_be_visible()


def use_document(page: Page, address: str) -> None:
    """Switch all marks on, open a card of each sort, cite, read the received text, change the colours and come back."""
    page.goto(address)
    page.get_by_role("checkbox", name="全部").check()
    for marks in (".text .m.t[href]", ".text .m.f[href]", ".text a.k"):
        if page.locator(marks).count():
            page.locator(marks).first.focus()
            expect(page.locator(".card:popover-open")).to_be_visible()
            page.keyboard.press("Escape")
    page.get_by_role("button", name="引用").click()
    page.locator("#cite [data-style=gb] button").wait_for()
    page.keyboard.press("Escape")
    page.goto(f"{address}?view=yuanmao")
    expect(page.locator("html")).to_have_attribute("data-view", "received")
    root = page.locator("html")
    page.get_by_role("button", name="深色").click()
    expect(root).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(address)
    expect(root).to_have_attribute("data-md-color-scheme", "slate")
    expect(root).to_have_attribute("data-marks", "all")


def use_lists(page: Page, address: str) -> None:
    """Narrow the glossary, see a chart drawn, follow a link from a comparison into a document."""
    page.goto(f"{address}glossary/index.html")
    rows = page.locator(".glossary li:visible")
    before = rows.count()
    page.get_by_label("类别").select_option(index=1)
    assert 0 < rows.count() < before
    page.goto(f"{address}indicators/index.html")
    page.locator("main a[href$='.html']:not([href*='/'])").first.click()
    page.goto(f"{address}comparisons/index.html")
    page.locator("main a[href$='.html']:not([href*='/'])").first.click()
    page.locator("main a[href*='documents/']").first.click()
    expect(page.locator("h1")).to_be_visible()


def tour(page: Page, site: Path, address: str) -> None:
    """Open one page of each kind of the site in the folder ``site``, shown at ``address``, and use it."""
    kinds = one_of_each_kind(site)
    for path in kinds:
        page.goto(address + path)
        expect(page.locator("h1")).to_be_visible()
    use_search(page, address)
    use_lists(page, address)
    use_document(page, address + next(path for path in kinds if path.startswith("documents/2")))


def stored(page: Page) -> tuple[set[str], list[str]]:
    """The keys of localStorage, and whatever else the page left in the browser."""
    return set(page.evaluate("Object.keys(localStorage)")), page.evaluate(STORED)
