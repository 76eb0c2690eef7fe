"""Pages that pass MkDocs by: HTML that Markdown would hand on as it is, and pages rendered once and not changed since.

A page whose front matter says ``whole: true`` has a body of HTML blocks alone. A rendered page is kept under the digest
of its source and of all that frames it, and is looked at again before it is used.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.metadata
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from build_pages.store import digest

_PAGES = Path(".cache/pages")
_KEPT = "---\ntemplate: kept.html\n---\n"
"""The source of a page that is not rendered again: a template that prints the content as it is."""
_SUM = 64
_ID = re.compile(r'\sid="([^"]+)"')


class Passing:
    """Pages on their way through one run of MkDocs; its methods are handlers of MkDocs' events."""

    def __init__(self) -> None:
        self._folder = _PAGES
        self.command, self._frame = "build", ""
        self._kept: dict[str, str] = {}
        self._keys: dict[str, str] = {}

    def start(self, command: str, dirty: bool, **_: Any) -> None:
        """What MkDocs was asked to do: build or serve."""
        self.command = command

    def begin(self, config: Any) -> None:
        """Read what frames every page of this build: settings, theme, versions."""
        libraries = [importlib.metadata.version(name) for name in ("mkdocs", "mkdocs-material", "markdown", "jinja2")]
        told = [self.command, config.site_url, repr(config.extra), repr(config.nav)]
        self._folder = Path(config.config_file_path).parent / _PAGES
        self._frame = digest(libraries, told, list(_read(Path(config.config_file_path), Path(config.theme.custom_dir))))
        self._kept, self._keys = {}, {}

    def read(self, page: Any, config: Any) -> str:
        """The source of a page, or a stand-in for one that was rendered before."""
        source: str = page.file.content_string
        path = page.file.src_uri
        self._keys[path] = key = digest(self._frame, path, source)
        with contextlib.suppress(OSError, ValueError):
            kept = (self._folder / key).read_bytes().decode()
            if hashlib.sha256(kept[_SUM:].encode()).hexdigest() == kept[:_SUM]:
                self._kept[path] = kept[_SUM:]
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
        path = self._folder / self._keys[page.file.src_uri]
        with contextlib.suppress(OSError):
            if page.meta.get("template") == "kept.html":
                path.touch()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes((hashlib.sha256(output.encode()).hexdigest() + output).encode())
        return output

    def sweep(self, config: Any) -> None:
        """Drop the pages of earlier builds that this one did not use."""
        wanted = set(self._keys.values())
        for path in self._folder.iterdir() if self._folder.is_dir() else ():
            if path.name not in wanted:
                path.unlink(missing_ok=True)


def _read(settings: Path, overrides: Path) -> Iterator[bytes]:
    """What frames pages: the archive's settings, those of the generator that it inherits, the theme's files."""
    for path in (settings, overrides.parent / "mkdocs.yml"):
        yield path.read_bytes()
    for path in sorted(overrides.rglob("*")):
        if path.is_file():
            yield path.relative_to(overrides).as_posix().encode()
            yield path.read_bytes()
