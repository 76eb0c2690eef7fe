"""The page of an entry: its concordance is aligned, its links lead into the text, and a phone shows whole sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Open
from tests.browser.test_accessibility import find_violations

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def entry(site: Path) -> str:
    """An entry that has items, a pair of wordings and several uses to align."""
    pages = sorted((site / "glossary").glob("*.html"))
    wanted = ('class="pair"', 'class="items"', 'class="kwic"')
    found = (path for path in pages if all(mark in path.read_text(encoding="utf-8") for mark in wanted))
    return f"glossary/{next(found).name}"


def test_the_form_stands_at_one_place_in_every_row(open_page: Open, entry: str) -> None:
    page = open_page(entry)
    boxes = [form.bounding_box() for form in page.locator(".kwic b").all()]
    assert len(boxes) > 1
    assert len({round(box["x"]) for box in boxes if box}) == 1


def test_a_phone_shows_the_sentence(open_page: Open, entry: str) -> None:
    page = open_page(entry, PHONE, touch=True)
    expect(page.locator(".kwic").first).to_be_hidden()
    expect(page.locator(".whole").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]


def test_a_use_leads_to_its_paragraph(open_page: Open, entry: str) -> None:
    page = open_page(entry)
    form = page.locator(".kwic b").first.inner_text()
    page.locator(".uses .where").first.click()
    expect(page.locator(":target")).to_contain_text(form)


def test_every_dot_is_a_link_with_a_name(open_page: Open, entry: str) -> None:
    dots = open_page(entry).locator(".life a")
    assert dots.count() > 1
    for dot in dots.all():
        box = dot.bounding_box()
        assert dot.get_attribute("title") and box and min(box["width"], box["height"]) >= 24


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("touch", [False, True], ids=["desktop", "phone"])
def test_no_barrier(open_page: Open, entry: str, dark: bool, touch: bool) -> None:
    page = open_page(entry, PHONE, dark=dark, touch=True) if touch else open_page(entry, dark=dark)
    assert not find_violations(page)


@pytest.mark.parametrize("path", ["people/{}", "bodies/{}", "figures/{}"])
def test_no_barrier_on_the_other_kinds_of_page(open_page: Open, site: Path, path: str) -> None:
    folder = path.partition("/")[0]
    name = next(page.name for page in sorted((site / folder).glob("*.html")) if page.name != "index.html")
    assert not find_violations(open_page(path.format(name)))
    assert not find_violations(open_page(path.format(name), PHONE, dark=True, touch=True))
