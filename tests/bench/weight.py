"""How much a browser loads for the longest document before a reader does anything, beside the same text in Material.

``python -m tests.bench.weight SITE``: SITE is the built archive. The peer is MkDocs with Material as it comes, its
search plugin on, the documents' words as plain headings and paragraphs. Counted are HTML, CSS and JavaScript, each file
gzipped; Material's Google Fonts (they would weigh on the peer) and the search index (it is JSON) are left out.
"""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from lxml import html
from playwright.sync_api import Browser, Response, sync_playwright

from tests.publish import ENVIRONMENT

KINDS = ("document", "stylesheet", "script")
WORDS = "//article//h1 | //article//h2 | //article//h3 | //article//h4 | //div[@class='text']/p"
CONFIG = """site_name: Peer
use_directory_urls: false
theme: {name: material, language: zh, font: false}
plugins: [search]
"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def publish_peer(site: Path, folder: Path) -> Path:
    """The documents of a built archive as plain Markdown in stock Material; where its site is."""
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (folder / "docs/index.md").write_text("# Peer\n", encoding="utf-8")
    for path in sorted((site / "documents").glob("2*.html")):
        words = "\n\n".join(_markdown(node) for node in html.parse(path).xpath(WORDS))
        (folder / f"docs/{path.stem}.md").write_text(f"{words}\n", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "site"]
    subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=True)
    return folder / "site"


def _markdown(node: html.HtmlElement) -> str:
    level = int(node.tag[1]) if node.tag[0] == "h" else 0
    words = " ".join(node.text_content().split())
    return "#" * level + " " * bool(level) + re.sub(r"[!-/:-@\[-`{-~]", lambda mark: f"&#{ord(mark[0])};", words)


def weigh(browser: Browser, site: Path, path: str) -> Mapping[str, int]:
    """Gzipped bytes by kind of what a page of a site loads by itself."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(f"http://127.0.0.1:{server.server_port}/{path}", wait_until="networkidle")
    weights = dict.fromkeys(KINDS, 0)
    for answer in answers:
        kind = answer.request.resource_type
        if kind in weights and answer.ok:
            weights[kind] += len(gzip.compress(answer.body(), 9, mtime=0))
    page.close()
    server.shutdown()
    return weights


def main(site: Path) -> None:
    """Print the weight of both pages and their ratio."""
    longest = max((site / "documents").glob("2*.html"), key=lambda path: path.stat().st_size)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        ours = weigh(browser, site, f"documents/{longest.name}")
        peer = weigh(browser, publish_peer(site, Path(folder)), longest.name)
        browser.close()
    for name, weights in (("archive", ours), ("Material", peer)):
        print(name, *(f"{kind} {bytes_}" for kind, bytes_ in weights.items()), "total", sum(weights.values()))
    print(f"ratio {sum(ours.values()) / sum(peer.values()):.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
