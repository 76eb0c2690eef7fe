"""The text of a Word file (ECMA-376): paragraphs, tables and notes in their order, one paragraph a line."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.oxml.ns import qn
from lxml import etree

from build_pages.model.problem import Problem, SourceError

MAX_UNPACKED = 64 * 1024 * 1024
"""Bytes that the parts of a Word file may have together; the largest report of the genre has 0.4 MB."""
MAX_PARTS = 2000

_BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_SKIPPED = frozenset(
    {
        qn("w:del"),
        qn("w:moveFrom"),
        qn("w:pPr"),
        qn("w:txbxContent"),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
_NOTES = ("footnotes", "endnotes")


def read_docx(data: bytes, path: str) -> str:
    """The reading of a Word file; headings carry Markdown marks, cells are divided by tabs, notes stand at the end.

    Raises SourceError: I002 too much unpacked, I007 no Word file or a damaged one, I001 no text in it.
    """
    _refuse_bomb(data, path)
    try:
        document = docx.Document(io.BytesIO(data))
        levels = {style.style_id: _level(style.name or "") for style in document.styles}
        lines = list(_blocks(document.element.body, levels))
        for part in document.part.rels.values():
            if not part.is_external and part.reltype.rsplit("/", 1)[-1] in _NOTES:
                lines += _notes(part.target_part.blob)
    except Exception as error:  # the library raises whatever a damaged part makes it stumble on
        say = f"this Word file cannot be opened ({type(error).__name__}); save it again as .docx"
        raise SourceError([Problem(path, 1, "I007", say)]) from None
    if not "".join(lines).strip():
        raise SourceError([Problem(path, 1, "I001", "this Word file holds no text (a scan?); import one that does")])
    return "\n".join(lines) + "\n"


def _refuse_bomb(data: bytes, path: str) -> None:
    """Look at the sizes the archive states; a part that unpacks to more than it states fails its checksum later."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        say = f"this is no Word file, or a damaged one ({error}); save it again as .docx"
        raise SourceError([Problem(path, 1, "I007", say)]) from None
    if "word/document.xml" not in names:
        raise SourceError(
            [Problem(path, 1, "I007", "this zip archive is no Word file; unpack it and import the texts")]
        )
    if sum(part.file_size for part in parts) > MAX_UNPACKED or len(parts) > MAX_PARTS:
        say = f"this Word file unpacks to more than {MAX_UNPACKED:,} bytes; save its text alone"
        raise SourceError([Problem(path, 1, "I002", say)])


def _level(style: str) -> int:
    """The level of a heading style, 0 for any other."""
    name = style.lower()
    last = name.rsplit(" ", 1)[-1]
    return min(6, int(last)) if name.startswith("heading ") and last.isdigit() else 1 if name == "title" else 0


def _blocks(parent: etree._Element, levels: dict[str, int]) -> Iterator[str]:
    for block in parent:
        if block.tag == qn("w:p"):
            yield from _paragraph(block, levels)
        elif block.tag == qn("w:tbl"):
            yield from _rows(block)
        elif block.tag == qn("w:sdt"):
            yield from (line for content in block.findall(qn("w:sdtContent")) for line in _blocks(content, levels))


def _paragraph(paragraph: etree._Element, levels: dict[str, int]) -> Iterator[str]:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    level = levels.get(style.get(qn("w:val")) or "", 0) if style is not None else 0
    text = _inline(paragraph)
    yield f"{'#' * level} {text}" if level and text.strip() else text
    for box in paragraph.iter(qn("w:txbxContent")):
        if not any(ancestor.tag in _SKIPPED and ancestor is not box for ancestor in box.iterancestors()):
            yield from _blocks(box, levels)


def _inline(element: etree._Element) -> str:
    """The text of a paragraph as it reads with all changes accepted, without that of boxes that hang on it."""
    pieces, waiting = list[str](), [element]
    while waiting:
        here = waiting.pop()
        if here.tag == qn("w:t"):
            pieces.append(here.text or "")
        elif here.tag in _BREAKS:
            pieces.append(_BREAKS[here.tag])
        waiting += [child for child in reversed(here) if child.tag not in _SKIPPED]
    return "".join(pieces)


def _rows(table: etree._Element) -> Iterator[str]:
    """A line a row; paragraphs inside a cell are divided by a blank."""
    for row in table.iter(qn("w:tr")):
        cells = row.findall(qn("w:tc"))
        yield "\t".join(" ".join(filter(None, (_inline(p).strip() for p in cell.iter(qn("w:p"))))) for cell in cells)


def _notes(blob: bytes) -> Iterator[str]:
    root = etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True))
    for note in root:
        if note.get(qn("w:type")) is None:
            yield f"[{note.get(qn('w:id'))}] " + " ".join(_inline(p).strip() for p in note.iter(qn("w:p")))
