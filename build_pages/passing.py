"""Pages that pass MkDocs by: HTML that Markdown would hand on as it is, and pages rendered once and not changed since.

A page whose front matter says ``whole: true`` has a body of HTML blocks alone, and front matter of names and JSON that
is read as such: YAML takes far longer. MkDocs is given a sign in place of the body, which is put into the frame last.
A rendered page is kept under the digest of its source and of all that frames it, and looked at again before it is used.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_pages.kept_pages import KeptPages
from build_pages.store import digest

_PAGES = Path(".cache/pages")
_KEPT = {"template": "kept.html"}
"""What MkDocs is told of a page that is not rendered again: a template that prints the content as it is."""
_BODY = "\0"
"""What stands for the body while the frame is rendered around it; no text of an archive may hold it."""
_FRONT = re.compile(rb"---\n((?:\w+: .+\n)+)---\n+")
"""Front matter of one line each; it may still be YAML that is no JSON."""
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
        self._shelf: KeptPages  # ``begin`` opens it
        self._began = 0.0
        self._frame = ""
        """The digest of what frames every page."""
        self._keys: dict[str, str] = {}
        """Path of a page ▸ the key under which it is kept as rendered."""
        self._kept: set[str] = set()
        """Paths of the pages that are not rendered again."""
        self._fronts: dict[str, tuple[Mapping[str, Any], int]] = {}
        """Path of a page ▸ what its front matter says, and where its body begins, of those that pass."""
        self._body = b""
        """That of the page that is being rendered."""
        self._rendered: dict[str, tuple[str, str]] = {}
        """Path in the site ▸ key and sum of a page that was rendered by this run."""
        self.site = Site()

    def begin(self, config: Any, command: str) -> None:
        """Read what frames every page of this run, a build or a server's: settings, theme, versions."""
        libraries = [importlib.metadata.version(name) for name in ("mkdocs", "mkdocs-material", "markdown", "jinja2")]
        told = [command, config.site_url, repr(config.extra), repr(config.nav)]
        self._shelf, self._began = KeptPages(Path(config.config_file_path).parent / _PAGES), time.time()
        self._frame = digest(libraries, told, list(_read(Path(config.config_file_path), Path(config.theme.custom_dir))))
        self._keys, self._kept, self._fronts, self._rendered = {}, set(), {}, {}

    def read(self, page: Any, config: Any) -> str:
        """The source of a page; none of one that passes."""
        path, source = page.file.src_uri, page.file.content_bytes
        self._keys[path] = key = hashlib.sha256(f"{self._frame} {path}\n".encode() + source).hexdigest()
        self._kept.discard(path)
        self._fronts.pop(path, None)
        if self._shelf.find(key):
            self._kept.add(path)
            self._fronts[path] = _KEPT, 0
        elif front := read_front(source):
            self._fronts[path] = front
        return "" if path in self._fronts else str(page.file.content_string)

    def set_aside(self, markdown: str, page: Any, **_: Any) -> str:
        """Tell MkDocs what the front matter of a page says that passes; its Markdown is empty already."""
        if page.file.src_uri in self._fronts:
            page.meta = dict(self._fronts[page.file.src_uri][0])
        return markdown

    def take_site(self, env: Any, config: Any, files: Any) -> None:
        """All pages are read: find the ids of those that others link into, which MkDocs checks the links against."""
        self.site = Site(env, config, files, files.documentation_pages())
        for file in self.site.pages:
            for other in file.page.links_to_anchors or ():
                if html := self._find_body(other.page):
                    other.page.present_anchor_ids = set(_ID.findall(html.decode()))

    def put_back(self, context: Any, page: Any, config: Any, **_: Any) -> Any:
        """Find the body of a page that passes, or the whole page that was kept, and let the template frame a sign."""
        self._body = self._find_body(page)
        if page.file.src_uri in self._kept and not self._body:  # lost since it was found
            self._body = self._render(context, page, config).encode()
        if self._body:
            page.content = _BODY
        return context

    def _render(self, context: Any, page: Any, config: Any) -> str:
        page.read_source(config)
        page.markdown = self.set_aside(page.markdown, page)
        page.render(config, self.site.files)
        page.content = self._find_body(page).decode() or page.content
        return str(self.site.templates.get_template("main.html").render(context))

    def keep(self, output: str, page: Any, config: Any) -> str:
        """Put the body into its frame; keep the sum of a page for the next build, and nothing of it for this one."""
        whole = output.replace(_BODY, self._body.decode(), 1)
        if page.file.src_uri not in self._kept:
            total = hashlib.sha256(whole.encode()).hexdigest()
            self._rendered[page.file.abs_dest_path] = self._keys[page.file.src_uri], total
        page.content = page.markdown = ""
        return whole

    def sweep(self, config: Any) -> None:
        """Keep the pages that are in the site now, and drop those of earlier builds that this one did not use."""
        for path, (key, total) in self._rendered.items():
            self._shelf.keep(key, total, Path(path))
        self._rendered = {}
        self._shelf.sweep(set(self._keys.values()), self._began)

    def _find_body(self, page: Any) -> bytes:
        """The HTML of a page that is kept or passes Markdown by; none for others."""
        path = page.file.src_uri
        if path in self._kept:
            return self._shelf.find(self._keys[path])
        return bytes(page.file.content_bytes[self._fronts[path][1] :]) if path in self._fronts else b""


def read_front(source: bytes) -> tuple[Mapping[str, Any], int] | None:
    """What the front matter of a page says that passes Markdown by, and the byte its body begins at; None of others."""
    if front := _FRONT.match(source):
        with suppress(ValueError):
            lines = (line.partition(": ") for line in front[1].decode().split("\n")[:-1])
            said = {name: json.loads(value) for name, _, value in lines}
            return (said, front.end()) if said.get("whole") else None
    return None


def _read(settings: Path, overrides: Path) -> Iterator[bytes]:
    """What frames pages: the archive's settings, those of the generator that it inherits, the theme's files."""
    for path in (settings, overrides.parent / "mkdocs.yml"):
        yield path.read_bytes()
    for path in sorted(overrides.rglob("*")):
        if path.is_file():
            yield path.relative_to(overrides).as_posix().encode()
            yield path.read_bytes()
