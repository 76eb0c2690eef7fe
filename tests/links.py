"""The link check of the published site: every link of its HTML, raw HTML included, leads somewhere on it."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

ORIGIN = "http://127.0.0.1:8000/"
"""Where mkdocs.yml says that the site lives, for canonical links."""
_URL = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s;]+)""")


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page: its tag, as written, and where on the site it leads (``path`` is None for another origin)."""

    page: str
    tag: str
    href: str
    path: str | None
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What the check needs of a page: its ids, in order, and its links."""

    ids: tuple[str, ...]
    links: tuple[Link, ...]


def read_pages(site: Path) -> dict[str, HtmlPage]:
    """Path ▸ page, of every HTML file of a site."""
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return {path: _read_page(path, (site / path).read_bytes()) for path in paths}


def find_broken(site: Path, pages: dict[str, HtmlPage]) -> Iterator[str]:
    """Each link that leads to no file or no id of the site, and each file fetched from elsewhere."""
    ids = {path: set(page.ids) for path, page in pages.items()}
    for page in pages.values():
        for link in page.links:
            if link.path is None:
                if link.tag != "a":
                    yield f"{link.page}: <{link.tag}> fetches {link.href} from another origin"
                elif urlsplit(link.href).scheme not in ("http", "https", "mailto"):
                    yield f"{link.page}: {link.href} is no address"
            elif not (site / link.path).is_file():
                yield f"{link.page}: {link.href} leads to no file"
            elif link.fragment and link.path in ids and link.fragment not in ids[link.path]:
                yield f"{link.page}: {link.href} leads to no id"


def find_foreign_styles(site: Path) -> Iterator[str]:
    """Each file that a style sheet of the site fetches from another origin."""
    for path in sorted(site.rglob("*.css")):
        for url in _URL.findall(path.read_text(encoding="utf-8")):
            if urlsplit(url).netloc:
                yield f"{path.relative_to(site)}: fetches {url} from another origin"


def count_clicks(pages: dict[str, HtmlPage], home: str = "index.html") -> dict[str, int]:
    """Path ▸ the fewest clicks from the home page, of every page that can be reached."""
    clicks, waiting = {home: 0}, deque([home])
    while waiting:
        here = waiting.popleft()
        for link in pages[here].links:
            if link.tag == "a" and link.path in pages and link.path not in clicks:
                clicks[link.path] = clicks[here] + 1
                waiting.append(link.path)
    return clicks


def _read_page(path: str, data: bytes) -> HtmlPage:
    tree = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    ids = tuple(str(element.attrib["id"]) for element in elements if "id" in element.attrib)
    links = [
        _read_link(path, str(element.tag), str(element.attrib[name]).strip())
        for element in elements
        for name in ("href", "src", "data", "poster", "action")
        if name in element.attrib
    ]
    return HtmlPage(ids, tuple(links))


def _read_link(page: str, tag: str, href: str) -> Link:
    target = urlsplit(urljoin(ORIGIN + page, href))
    if f"{target.scheme}://{target.netloc}/" != ORIGIN:
        return Link(page, tag, href, None)
    path = unquote(target.path).lstrip("/")
    return Link(page, tag, href, path + "index.html" * (not path or path.endswith("/")), unquote(target.fragment))
