"""The Content-Security-Policy: no page breaks it, it forbids what it should, and nothing but two choices is kept."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Browser, expect

from tests.browser.tour import KEPT, stored, tour, watch
from tests.conftest import CORPUS
from tests.publish import ROOT, copy_repository
from tests.test_hook import PAGE, RECORD, Server

INLINE = "//script[not(@src)][not(contains(@type, 'json'))] | //style | //@style | //@*[starts-with(name(), 'on')]"
BROKEN = """async how => {
  const broken = new Promise(said =>
    document.addEventListener("securitypolicyviolation", event => said(event.effectiveDirective)));
  const make = (tag, given) => document.body.appendChild(Object.assign(document.createElement(tag), given));
  ({
    script: () => make("script", { textContent: "window.ran = true" }),
    handler: () => make("div", {}).setAttribute("onclick", "window.ran = true"),
    style: () => make("div", {}).setAttribute("style", "color: red"),
    sheet: () => make("style", { textContent: "body { color: red }" }),
    foreign: () => make("script", { src: "https://example.org/a.js" }),
    picture: () => make("img", { src: "https://example.org/a.png", alt: "" }),
    frame: () => make("iframe", { src: "https://example.org/", title: "" }),
    request: () => fetch("https://example.org/").catch(() => {}),
    base: () => make("base", { href: "https://example.org/" }),
    eval: () => setTimeout("window.ran = true"),
  })[how]();
  return [await Promise.race([broken, new Promise(said => setTimeout(said, 2000, "nothing"))]), window.ran === true];
}"""
"""What breaks the policy, by name: the directive that forbids it, and whether it ran all the same."""


@pytest.mark.browser
def test_a_reader_of_the_published_site_breaks_nothing(chromium: Browser, address: str, site: Path) -> None:
    with watch(chromium, address) as (page, complaints):
        tour(page, site, address)
        assert stored(page) == (KEPT, [])
    assert not complaints


@pytest.mark.browser
def test_the_policy_forbids(chromium: Browser, address: str) -> None:
    forbidden = {
        "script": "script-src-elem", "handler": "script-src-attr", "style": "style-src-attr", "sheet": "style-src-elem",
        "foreign": "script-src-elem", "picture": "img-src", "frame": "frame-src", "request": "connect-src",
        "base": "base-uri", "eval": "script-src",
    }  # fmt: skip
    with watch(chromium, address) as (page, _):
        page.goto(address)
        assert {how: page.evaluate(BROKEN, how) for how in forbidden} == {
            how: [directive, False] for how, directive in forbidden.items()
        }


@pytest.mark.browser
@pytest.mark.site
def test_serving_still_reloads_a_page(chromium: Browser, tmp_path: Path) -> None:
    server = Server(copy_repository(tmp_path / "repository", CORPUS / "source"))
    try:
        server.wait(lambda: "Serving on" in server.log())
        address = f"http://127.0.0.1:{server.port}/"
        with watch(chromium, address) as (page, complaints):
            page.goto(address + PAGE)
            server.change(RECORD, "title: 稳渡口 兴灯塔", "title: 稳灯塔 兴渡口")
            expect(page.locator("h1")).to_have_text("稳灯塔 兴渡口", timeout=20_000)
        assert {said.rpartition(": ")[2] for said in complaints} == {"Enabled live reload"}
    finally:
        server.process.terminate()
        server.process.wait(10)


@pytest.mark.site
def test_every_page_has_the_policy_before_anything_it_speaks_of_and_nothing_inline(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    for path in pages:
        tree: Any = html.document_fromstring(path.read_bytes())
        (policy,) = tree.xpath("/html/head/meta[@http-equiv='Content-Security-Policy']")
        assert policy.get("content").startswith("default-src 'none';") and "unsafe" not in policy.get("content"), path
        assert not policy.xpath("preceding::script | preceding::link | preceding::style"), path
        assert not tree.xpath(INLINE), path
    assert len(pages) > 1


def test_no_script_of_ours_keeps_or_asks_for_anything_else() -> None:
    """Keys of storage are those that settings.js names; cookies, requests and eval are nowhere."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "site_overrides").rglob("*.js")}
    keys = {key for text in texts.values() for key in re.findall(r"(?:set|get)Item\((.*?)[,)]", text)}
    assert keys == {"name", '"archive-marks"', '"archive-scheme"'}
    store = texts.pop("store.js")  # it reads the shards of the index, from this site alone
    assert store.count("fetch(") == 1 and "fetch(addressOf(" in store
    barred = re.compile(r"document\.cookie|sessionStorage|indexedDB|fetch\(|XMLHttpRequest|sendBeacon|WebSocket|eval\(")
    assert not {name: found for name, text in texts.items() if (found := barred.findall(text))}
