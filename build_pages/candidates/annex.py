"""What a document's own annex of terms (名词解释) explains: its terms, with the explanation as evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from build_pages.model.edition import Annotated, Edition
from build_pages.split import NOTES

_NUMBER = r"(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[.、．]?|[①-⑳])?"
_ITEM = re.compile(rf"^{_NUMBER}\s*(?P<term>[^：。；]{{2,40}})：.")
_QUOTED = re.compile(r"“([^“”]*)”")


@dataclass(frozen=True, slots=True)
class Explained:
    """A term of an annex and the place that explains it."""

    text: str
    place: str


def find_explained(edition: Edition, known: Set[str]) -> Iterator[Explained]:
    """The terms that annexes explain and no entry has, in the order of the texts."""
    for one in edition.documents:
        annexes = {section.id for section in one.document.sections if NOTES.search(section.heading)}
        for paragraph in one.document.paragraphs:
            found = _ITEM.match(paragraph.text) if _within(paragraph.section, annexes, one) else None
            if found and (term := _bare(found["term"].strip())) not in known:
                yield Explained(term, paragraph.id)


def _bare(term: str) -> str:
    """A term without quotation marks around the whole of it."""
    quoted = _QUOTED.fullmatch(term)
    return quoted[1] if quoted else term


def _within(section: str | None, annexes: Set[str], one: Annotated) -> bool:
    """Whether a section is an annex, or lies in one."""
    parents = {known.id: known.parent for known in one.document.sections}
    while section and section not in annexes:
        section = parents[section]
    return section is not None
