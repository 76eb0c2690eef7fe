"""Hand-written pages: Markdown below ``source/pages/``, whose first line is the title."""

from __future__ import annotations

from collections.abc import Iterator

from build_pages.model.edition import Edition
from build_pages.model.page import Page


def prose_pages(edition: Edition) -> Iterator[Page]:
    """One page a file, under the file's name."""
    for name, text in edition.library.pages.items():
        first, _, body = text.partition("\n")
        yield Page(f"{name}.html", "prose.md.j2", first.lstrip("# ").strip(), {"body": body.strip()})
