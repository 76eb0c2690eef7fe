"""Which mentions a page marks by default: sparsely, what needs explaining, where it first stands.

First use of a formulation in a top-level section, of a person or body in the document; at most one mark per 40
characters of a paragraph, where people and bodies give way first, then the later formulations. Formulations alone are
at most 1.5 per 100 characters: what an earlier section has marked gives way first, then the later ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from build_pages.model.edition import Annotated
from build_pages.model.mention import Mention
from build_pages.model.text import Section

SPACING = 40
"""Characters of a paragraph for each default mark."""
TERM_SPACING = 67
"""Characters of a paragraph for each default mark of a formulation: 1.5 per 100."""

_RANK = {"term": 1, "figure": 2, "person": 3, "body": 3}


def choose_marks(one: Annotated, explained: Set[str], targeted: Mapping[str, bool]) -> tuple[Mention, ...]:
    """The mentions of a document that its page marks by default, in the order of the text.

    ``explained``: the entries that need explaining. ``targeted``: id of each figure whose indicator has another value ▸
    whether the archive holds a target of it.
    """
    tops = _top_sections(one.document.sections)
    headed = run_in_spans(one.document.sections)
    met: set[tuple[str, str]] = set()
    marked: set[str] = set()
    chosen: list[Mention] = []
    for paragraph in one.document.paragraphs:
        top, spans = tops.get(paragraph.section or "", ""), headed.get(paragraph.id, ())
        fresh = []
        for mention in one.mentions[paragraph.id]:
            target = mention.target
            use = (target, top) if mention.kind == "term" else (target, "")  # a name is new once in a document
            wanted = target in targeted if mention.kind == "figure" else target in explained and use not in met
            if wanted and not mention.within and not in_heading(mention, spans):
                fresh.append(mention)
                met.add(use)
        kept = _thin(_thin_terms(fresh, len(paragraph.text), marked), len(paragraph.text), targeted)
        marked.update([mention.target for mention in kept])
        chosen += sorted(kept, key=_start)
    return tuple(chosen)


def in_heading(mention: Mention, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a mention stands in a run-in heading of its paragraph, which is never marked."""
    assert mention.start is not None and mention.end is not None
    return any(start < mention.end and mention.start < end for start, end in spans)


def run_in_spans(sections: Iterable[Section]) -> dict[str, tuple[tuple[int, int], ...]]:
    """Paragraph id ▸ the spans of its run-in headings."""
    spans: dict[str, tuple[tuple[int, int], ...]] = {}
    for section in sections:
        if section.run_in and section.paragraph:
            span = (section.offset, section.offset + len(section.title))
            spans[section.paragraph] = (*spans.get(section.paragraph, ()), span)
    return spans


def _thin_terms(mentions: list[Mention], length: int, marked: Set[str]) -> list[Mention]:
    """At most one formulation per ``TERM_SPACING`` characters: new ones before those ``marked`` in earlier sections."""
    terms = [mention for mention in mentions if mention.kind == "term"]
    terms.sort(key=lambda mention: (mention.target in marked, _start(mention)))
    over = terms[max(1, round(length / TERM_SPACING)) :]
    return [mention for mention in mentions if mention not in over]


def _thin(mentions: list[Mention], length: int, targeted: Mapping[str, bool]) -> list[Mention]:
    """At most one mention per ``SPACING`` characters: figures with a target, formulations, other figures, people and
    bodies; earlier before later."""

    def rank(mention: Mention) -> tuple[int, int]:
        return (0 if targeted.get(mention.target) else _RANK[mention.kind], _start(mention))

    return sorted(mentions, key=rank)[: max(1, length // SPACING)]


def _start(mention: Mention) -> int:
    return mention.start or 0


def _top_sections(sections: Iterable[Section]) -> dict[str, str]:
    """Section id ▸ the id of the level-1 section it lies in."""
    tops: dict[str, str] = {}
    for section in sections:
        tops[section.id] = tops.get(section.parent or "", section.id)
    return tops
