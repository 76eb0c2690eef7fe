"""A document as plain text and as Markdown (CommonMark): the edited text, and what it must be cited with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_pages.model.edition import Annotated
from build_pages.model.text import Section
from build_pages.pages.citation import Reference
from build_pages.pages.words import say_date

_SIGNS = re.compile(r"[\\`*_\[\]<>&~|#]")
_BLOCK = re.compile(r"^([-+=])|^(\d{1,9})(?=[.)])")
"""What begins a list, or turns the line before it into a heading."""
_DEEPEST = 6
"""Levels of headings that Markdown has; the title is the first."""


def to_text(one: Annotated, reference: Reference) -> str:
    """Title, facts, the text with its headings, each in a block of its own; lines end in LF, and nothing is wrapped."""
    record = one.document.record
    head = [record.title, *filter(None, [record.subtitle]), "\n".join(_facts(one, reference))]
    body = [part.title if isinstance(part, Section) else part for part in _parts(one)]
    return "\n\n".join((*head, *body)) + "\n"


def to_markdown(one: Annotated, reference: Reference) -> str:
    """The same as headings and paragraphs; what Markdown would take for markup is escaped."""
    record = one.document.record
    head = [f"# {_escape(record.title)}", *filter(None, [_escape(record.subtitle)])]
    head.append("\n".join(f"- {_escape(fact)}" for fact in _facts(one, reference)))
    body = [
        f"{'#' * min(part.level + 1, _DEEPEST)} {_escape(part.title)}" if isinstance(part, Section) else _escape(part)
        for part in _parts(one)
    ]
    return "\n\n".join((*head, *body)) + "\n"


def _parts(one: Annotated) -> Iterator[Section | str]:
    """Stand-alone headings and the texts of paragraphs, in the order of the document."""
    headings = [section for section in one.document.sections if not section.run_in]
    for paragraph in one.document.paragraphs:
        while headings and headings[0].lines <= paragraph.lines:
            yield headings.pop(0)
        yield paragraph.text
    yield from headings


def _facts(one: Annotated, reference: Reference) -> Iterator[str]:
    record = one.document.record
    if record.speaker:
        yield f"作者：{record.speaker}" + (f"（{record.role}）" if record.role else "")
    if record.issuer:
        yield f"发布：{record.issuer}"
    if record.occasion:
        yield f"场合：{record.occasion}"
    yield f"日期：{say_date(record.date) or '不详'}" + ("（编者推定）" if record.date_basis == "inferred" else "")
    yield f"文本：{reference.archive}，{reference.edition}，{reference.url}"
    yield f"权利：{reference.rights}"


def _escape(text: str) -> str:
    """A text on one line that a reader of Markdown shows letter for letter."""
    line = " ".join(text.split("\n"))
    escaped = _SIGNS.sub(r"\\\g<0>", line)
    return _BLOCK.sub(lambda begin: f"\\{begin[1]}" if begin[1] else f"{begin[2]}\\", escaped)
