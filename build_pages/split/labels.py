"""What paragraphs are called where their documents are cited: 三(一)2."""

from __future__ import annotations

from collections.abc import Mapping

from build_pages.model.text import Document, Section


def label_paragraphs(document: Document) -> dict[str, str]:
    """Paragraph id ▸ its label, which is the numbers of its stand-alone sections and its place in them."""
    sections = {section.id: section for section in document.sections}
    counts: dict[str, int] = {}
    labels = {}
    for paragraph in document.paragraphs:
        path = _numbers(sections, paragraph.section)
        counts[path] = counts.get(path, 0) + 1
        labels[paragraph.id] = f"{path}{counts[path]}"
    return labels


def _numbers(sections: Mapping[str, Section], id: str | None) -> str:
    numbers: list[str] = []
    while id:
        section = sections[id]
        if not section.run_in and section.number:
            number = section.number.strip(" 　、.．：:，")
            numbers.insert(0, number.replace("（", "(").replace("）", ")"))
        id = section.parent
    joined = "".join(numbers)
    return joined + ("·" if joined[-1:].isdigit() else "")
