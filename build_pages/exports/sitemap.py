"""What search engines ask for: sitemap.xml (https://www.sitemaps.org/protocol.html) and robots.txt (RFC 9309)."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote
from xml.sax.saxutils import escape

from build_pages.addresses import document_path
from build_pages.ledger.editions import last_changed
from build_pages.model.edition import Edition
from build_pages.model.page import Page

SITEMAP = "sitemap.xml"


def write_sitemap(edition: Edition, pages: Iterable[Page]) -> str:
    """Every page of the site; a document has the day its edition last changed, if its record states one.

    Nothing else has a date: a page is made of many texts, and the day of the build says nothing of them. "" for a
    site whose address is not known, since a sitemap must name it.
    """
    if not edition.address:
        return ""
    dates = {document_path(one.id): last_changed(one.document.record) for one in edition.documents}
    paths = sorted(page.path for page in pages if page.template.endswith(".md.j2"))
    rows = "".join(_row(edition.address, path, dates.get(path, "")) for path in paths)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )


def write_robots(edition: Edition) -> str:
    """Everything may be read; where the address is known, the sitemap is named."""
    sitemap = f"\nSitemap: {edition.address}{SITEMAP}\n" if edition.address else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def _row(address: str, path: str, date: str) -> str:
    modified = f"<lastmod>{date}</lastmod>" if date else ""
    return f" <url><loc>{escape(address + quote(path))}</loc>{modified}</url>\n"
