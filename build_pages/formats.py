"""The files that other programs take: the formats of a document, beside its page, and those of the whole archive."""

from __future__ import annotations

from dataclasses import dataclass

from build_pages.addresses import document_path


@dataclass(frozen=True, slots=True)
class Format:
    """A format to download: how its files end, what it is called, and its media type."""

    ending: str
    name: str
    media: str


TEXT = Format("txt", "纯文本", "text/plain")
MARKDOWN = Format("md.txt", "Markdown", "text/markdown")
"""Not .md, nor any other ending that MkDocs takes for a page to render."""
RIS = Format("ris", "RIS", "application/x-research-info-systems")
BIBTEX = Format("bib", "BibTeX", "application/x-bibtex")
CSL = Format("csl.json", "CSL-JSON", "application/vnd.citationstyles.csl+json")
FORMATS = (TEXT, MARKDOWN, RIS, BIBTEX, CSL)
BIBLIOGRAPHY = "data/references"
"""The references to all documents in one file a format, without its ending."""
FEED = "feed.xml"
DICTIONARY = "data.html"
"""The page that says what each data file holds."""


def download_path(document: str, format_: Format) -> str:
    """A document in a format, beside its page."""
    return document_path(document).removesuffix("html") + format_.ending


def bibliography_path(format_: Format) -> str:
    """The references to all documents in a format."""
    return f"{BIBLIOGRAPHY}.{format_.ending}"
