"""One plain-text reading of a received file, whatever its format."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from build_pages.intake.decode import decode
from build_pages.intake.docx_text import read_docx
from build_pages.intake.html_text import read_html

_HTML = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HTML_NAMES = frozenset({".html", ".htm", ".xhtml"})


@dataclass(frozen=True, slots=True)
class Read:
    """What an import read: the text, the encoding found, and whether it is a reading to be kept beside the bytes."""

    text: str
    encoding: str
    made: bool


def read_received(data: bytes, name: str) -> Read:
    """Read a received file by its name and first bytes; plain text and Markdown are their own reading.

    Raises SourceError with the codes of ``decode``, ``read_docx`` and ``read_html``.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix == ".docx" or (data.startswith(b"PK\x03\x04") and b"word/" in data[:4096]):
        return Read(read_docx(data, name), "docx", True)
    decoded = decode(data, name)
    if suffix in _HTML_NAMES or _HTML.match(decoded.text[:1000]):
        return Read(read_html(decoded.text, name), decoded.encoding, True)
    return Read(decoded.text, decoded.encoding, False)
