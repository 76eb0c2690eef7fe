"""Pages that pass MkDocs by: HTML that Markdown would hand on as it is, and pages rendered once and not changed since.

A page whose front matter says ``whole: true`` has a body of HTML blocks alone. A rendered page is kept under the digest
of its source and of all that frames it, and is looked at again before it is used.
"""

from __future__ import annotations

import importlib.metadata
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_pages.store import NOTHING_KEPT, Store, digest

_PAGES = Path(".cache/pages")
_KEPT = "---\ntemplate: kept.html\n---\n"
"""The source of a page that is not rendered again: a template that prints the content as it is."""
_ID = re.compile(r'\sid="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Site:
    """What MkDocs renders pages with."""

    templates: Any = None
    config: Any = None
    files: Any = None
    pages: Any = ()
    """Those of the files that are pages."""


class Passing:
    """Pages on their way through one run of MkDocs; its methods are handlers of MkDocs' events.

    MkDocs reads all pages before it writes the first: what they hold is not held meanwhile, but read again.
    """

    def __init__(self) -> None:
        self._store, self._began = NOTHING_KEPT, 0.0
        self._frame = ""
        self._keys: dict[str, str] = {}
        self._kept: set[str] = set()
        self._bodies: dict[str, int] = {}
        self.site = Site()

    def begin(self, config: Any, command: str) -> None:
        """Read what frames every page of this run, a build or a server's: settings, theme, versions."""
        libraries = [importlib.metadata.version(name) for name in ("mkdocs", "mkdocs-material", "markdown", "jinja2")]
        told = [command, config.site_url, repr(config.extra), repr(config.nav)]
        self._store, self._began = Store(Path(config.config_file_path).parent / _PAGES), time.time()
        self._frame = digest(libraries, told, list(_read(Path(config.config_file_path), Path(config.theme.custom_dir))))
        self._keys, self._kept, self._bodies = {}, set(), {}

    def read(self, page: Any, config: Any) -> str:
        """The source of a page, or a stand-in for one that was rendered before."""
        source: str = page.file.content_string
        path = page.file.src_uri
        self._keys[path] = key = digest(self._frame, path, source)
        if isinstance(self._store.find(key), str):
            self._kept.add(path)
            return _KEPT
        self._kept.discard(path)
        return source

    def set_aside(self, markdown: str, page: Any, **_: Any) -> str:
        """Nothing for Markdown to read of a page that is HTML already: only how long it is."""
        if page.meta.get("whole"):
            self._bodies[page.file.src_uri] = len(markdown)
            return ""
        return markdown

    def take_site(self, env: Any, config: Any, files: Any) -> None:
        """All pages are read: find the ids of those that others link into, which MkDocs checks the links against."""
        self.site = Site(env, config, files, files.documentation_pages())
        for file in self.site.pages:
            for other in file.page.links_to_anchors or ():
                if html := self._find_body(other.page):
                    other.page.present_anchor_ids = set(_ID.findall(html))

    def put_back(self, context: Any, page: Any, config: Any, **_: Any) -> Any:
        """The body that was set aside, or the whole page that was kept, for the template."""
        body = self._find_body(page)
        if page.file.src_uri in self._kept and not body:  # lost since it was found
            body = self._render(context, page, config)
        page.content = body or page.content
        return context

    def _render(self, context: Any, page: Any, config: Any) -> str:
        page.read_source(config)
        page.markdown = self.set_aside(page.markdown, page)
        page.render(config, self.site.files)
        page.content = self._find_body(page) or page.content
        return str(self.site.templates.get_template("main.html").render(context))

    def keep(self, output: str, page: Any, config: Any) -> str:
        """Keep a page for the next build, and nothing of it for this one."""
        if page.meta.get("template") != "kept.html":
            self._store.keep(self._keys[page.file.src_uri], output)
        page.content = page.markdown = ""
        return output

    def sweep(self, config: Any) -> None:
        """Drop the pages of earlier builds that this one did not use."""
        self._store.sweep(self._began)

    def _find_body(self, page: Any) -> str:
        """The HTML of a page that is kept or passes Markdown by; "" for others."""
        path = page.file.src_uri
        if path in self._kept:
            return str(self._store.find(self._keys[path]) or "")
        length = self._bodies.get(path, 0)
        return str(page.file.content_string[-length:]) if length else ""


def _read(settings: Path, overrides: Path) -> Iterator[bytes]:
    """What frames pages: the archive's settings, those of the generator that it inherits, the theme's files."""
    for path in (settings, overrides.parent / "mkdocs.yml"):
        yield path.read_bytes()
    for path in sorted(overrides.rglob("*")):
        if path.is_file():
            yield path.relative_to(overrides).as_posix().encode()
            yield path.read_bytes()
