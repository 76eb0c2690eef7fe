"""The built site served on localhost, and pages of it in Chromium that must neither complain nor leave their origin."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PHONE, DESKTOP = (390, 844), (1440, 900)
Open = Callable[..., Page]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, with a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def longest(site: Path) -> str:
    """The address of the longest document, relative to the site."""
    pages = [path for path in (site / "documents").glob("*.html") if path.name != "index.html"]
    return f"documents/{max(pages, key=lambda path: path.stat().st_size).name}"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests: the one that CHROMIUM names, the machine's, or Playwright's own."""
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, (shutil.which(name) for name in names if name)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, address: str) -> Iterator[Open]:
    """Open a page: ``open_page(path, size, dark, marks, touch)``, ``marks`` being what the reader chose before.

    At the end no page may have written an error to its console or asked another origin for anything.
    """
    complaints: list[str] = []
    contexts = []

    def open_(
        path: str, size: tuple[int, int] = DESKTOP, *, dark: bool = False, marks: str = "", touch: bool = False,
        script: bool = True,
    ) -> Page:  # fmt: skip
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if dark else "light", has_touch=touch,
            is_mobile=touch, java_script_enabled=script, reduced_motion="reduce",
        )  # fmt: skip
        contexts.append(context)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.add_init_script(
            f"localStorage.getItem('archive-marks') ?? localStorage.setItem('archive-marks', {marks!r})"
        )
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda m: complaints.append(f"{path}: {m.text}") if m.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(f"{path}: {error}"))
        page.on("request", lambda r: None if r.url.startswith((address, "data:")) else complaints.append(r.url))
        page.goto(address + path)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not complaints
