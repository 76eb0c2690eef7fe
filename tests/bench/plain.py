"""The same pages as plain Markdown, in the project that each other generator expects."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping
from html import unescape
from pathlib import Path
from typing import Any

import yaml

from tests.bench.documents import Report

_TAG = re.compile(r"<(script|style|template)\b.*?</\1>|<[^>]+>", re.DOTALL)
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_HUGO = "<!doctype html><html><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>\n"


def write_document(report: Report) -> str:
    """A document as Markdown."""
    marks = {0: "", 1: "## ", 2: "### "}
    return "\n\n".join((f"# {report.title}", *(marks[line.level] + line.text for line in report.lines))) + "\n"


def write_pages(docs: Path, reports: Iterable[Report], ours: Path | None = None) -> int:
    """Write the documents, and of the pages built at ``ours`` all others with their text alone; how many there are."""
    shutil.rmtree(docs, ignore_errors=True)
    (docs / "documents").mkdir(parents=True)
    pages = {f"documents/{report.id}.md": write_document(report) for report in reports}
    for path in sorted(ours.rglob("*.md")) if ours else ():
        name = path.relative_to(ours or path).as_posix()
        if name not in pages:
            pages[name] = strip(path.read_text(encoding="utf-8"))
    pages.setdefault("index.md", "# 首页\n")
    for name, text in pages.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")
    return len(pages)


def strip(markdown: str) -> str:
    """The words of a generated page: headings and paragraphs, no markup."""
    words = unescape(_TAG.sub(" ", _FRONT.sub("", markdown)))
    lines = (" ".join(line.split()) for line in words.split("\n"))
    return "\n\n".join(line for line in lines if line) + "\n"


def write_mkdocs(
    project: Path, plugins: Iterable[Any] = (), extensions: Iterable[Any] = (), more: Mapping[str, Any] | None = None
) -> None:
    """The configuration of MkDocs with Material as it comes, the documents out of the navigation."""
    config = {
        "site_name": "Peer", "site_url": "http://127.0.0.1:8000/", "use_directory_urls": False,
        "theme": {"name": "material", "font": False, "language": "zh"},
        "plugins": list(plugins), "markdown_extensions": ["attr_list", "tables", *extensions],
        "nav": [{"Home": "index.md"}], "not_in_nav": "/*/*\n/*.md\n",
        "validation": {"nav": {"omitted_files": "ignore"}},
    }  # fmt: skip
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config | dict(more or {}), allow_unicode=True), "utf-8")


def write_hugo(project: Path) -> None:
    """The configuration of Hugo with one bare template; the pages are those in ``docs``, index pages by its name."""
    shutil.rmtree(project / "content", ignore_errors=True)
    shutil.copytree(project / "docs", project / "content")
    for path in (project / "content").rglob("index.md"):
        path.rename(path.with_name("_index.md"))
    config = 'baseURL = "http://127.0.0.1/"\npublishDir = "hugo-site"\n'
    (project / "hugo.toml").write_text(
        config + 'disableKinds = ["taxonomy", "term", "RSS", "sitemap"]\nuglyURLs = true\n'
    )
    (project / "layouts").mkdir(exist_ok=True)
    for name in ("single", "list", "home"):
        (project / f"layouts/{name}.html").write_text(_HUGO)
