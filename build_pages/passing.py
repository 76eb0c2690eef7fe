"""Pages that pass MkDocs by: HTML that Markdown would hand on as it is, and pages rendered once and not changed since.

A page whose front matter says ``whole: true`` has a body of HTML blocks alone. A rendered page is kept under the digest
of its source and of all that frames it, and is looked at again before it is used.
"""

from __future__ import annotations

import importlib.metadata
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from build_pages.store import NOTHING_KEPT, Store, digest

_PAGES = Path(".cache/pages")
_KEPT = "---\ntemplate: kept.html\n---\n"
"""The source of a page that is not rendered again: a template that prints the content as it is."""
_ID = re.compile(r'\sid="([^"]+)"')


class Passing:
    """Pages on their way through one run of MkDocs; its methods are handlers of MkDocs' events."""

    def __init__(self) -> None:
        self._store, self._began = NOTHING_KEPT, 0.0
        self._frame = ""
        self._kept: dict[str, str] = {}
        self._keys: dict[str, str] = {}

    def begin(self, config: Any, command: str) -> None:
        """Read what frames every page of this run, a build or a server's: settings, theme, versions."""
        libraries = [importlib.metadata.version(name) for name in ("mkdocs", "mkdocs-material", "markdown", "jinja2")]
        told = [command, config.site_url, repr(config.extra), repr(config.nav)]
        self._store, self._began = Store(Path(config.config_file_path).parent / _PAGES), time.time()
        self._frame = digest(libraries, told, list(_read(Path(config.config_file_path), Path(config.theme.custom_dir))))
        self._kept, self._keys = {}, {}

    def read(self, page: Any, config: Any) -> str:
        """The source of a page, or a stand-in for one that was rendered before."""
        source: str = page.file.content_string
        path = page.file.src_uri
        self._keys[path] = key = digest(self._frame, path, source)
        kept = self._store.find(key)
        if isinstance(kept, str):
            self._kept[path] = kept
            return _KEPT
        return source

    def set_aside(self, markdown: str, page: Any, **_: Any) -> str:
        """Nothing for Markdown to read of a page that is HTML already."""
        if page.meta.get("whole"):
            self._kept[page.file.src_uri] = markdown
            return ""
        return markdown

    def put_back(self, html: str, page: Any, **_: Any) -> str:
        """The body that was set aside, or the whole page that was kept; MkDocs checks links against its ids."""
        html = self._kept.pop(page.file.src_uri, html)
        page.present_anchor_ids = set(_ID.findall(html))
        return html

    def keep(self, output: str, page: Any, config: Any) -> str:
        """Keep a page for the next build."""
        if page.meta.get("template") != "kept.html":
            self._store.keep(self._keys[page.file.src_uri], output)
        return output

    def sweep(self, config: Any) -> None:
        """Drop the pages of earlier builds that this one did not use."""
        self._store.sweep(self._began)


def _read(settings: Path, overrides: Path) -> Iterator[bytes]:
    """What frames pages: the archive's settings, those of the generator that it inherits, the theme's files."""
    for path in (settings, overrides.parent / "mkdocs.yml"):
        yield path.read_bytes()
    for path in sorted(overrides.rglob("*")):
        if path.is_file():
            yield path.relative_to(overrides).as_posix().encode()
            yield path.read_bytes()
