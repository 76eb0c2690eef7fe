"""The offline copy in a browser: unpacked where a reader might, opened as files, used like the published site."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser

from build_pages.offline import pack
from tests.browser.tour import KEPT, stored, tour, watch


@pytest.fixture(scope="module")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline copy of the real archive in a folder whose name has blanks and Chinese characters."""
    offline, _ = pack(site, tmp_path_factory.mktemp("dist"))
    folder = tmp_path_factory.mktemp("我的 下载 #1")
    ZipFile(offline).extractall(folder)
    return folder / offline.stem


@pytest.mark.browser
def test_a_reader_of_the_offline_copy_misses_nothing(chromium: Browser, unpacked: Path) -> None:
    address = f"{unpacked.as_uri()}/"
    with watch(chromium, address) as (page, complaints):
        tour(page, unpacked, address)
        assert stored(page) == (KEPT, [])
    assert not complaints


@pytest.mark.browser
def test_a_copy_that_knows_no_published_address_cites_none(chromium: Browser, unpacked: Path) -> None:
    """The path of the file says nothing to others, and more of this machine than a reader means to say."""
    published = min(path for path in (unpacked / "documents").glob("*.html") if path.name != "index.html")
    path = published.with_name("unpublished.html")
    path.write_bytes(re.sub(rb'<link rel="canonical"[^>]*>', b"", published.read_bytes()))
    page = chromium.new_page()
    page.goto(path.as_uri())
    page.get_by_role("button", name="引用").click()
    page.locator("#cite [data-style=gb] button").wait_for()
    lines = page.locator("#cite [data-style]").all_inner_texts()
    page.close()
    path.unlink()
    assert len(lines) == 2 and not any("file:" in line or "undefined" in line for line in lines)


@pytest.mark.site
def test_no_link_of_the_offline_copy_needs_a_host(unpacked: Path) -> None:
    """None is absolute on its host, ends in a folder, or leads to a page that only a host shows (404.html)."""
    hosted = re.compile(rb'(?:href|src|action)="((?:/|http://127\.)[^"]*|[^"#?:]*/(?=[#?"])|[^"]*\b404\.html[^"]*)')
    pages = sorted(unpacked.rglob("*.html"))
    found = {path.name: links for path in pages if (links := set(hosted.findall(_body(path))))}
    assert len(pages) > 1 and not found


def _body(path: Path) -> bytes:
    """A page without its head, whose canonical address is that of the published site."""
    return path.read_bytes().partition(b"<body")[2]
