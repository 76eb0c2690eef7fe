"""A paragraph as the page shows it: its text with marks, repairs and run-in headings, and its label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_pages.addresses import entry_path, relative
from build_pages.marks import run_in_spans
from build_pages.markup import Inline, weave
from build_pages.model.edition import Annotated
from build_pages.model.entry import Entry
from build_pages.model.mention import Figure, Mention
from build_pages.model.text import Paragraph, Section
from build_pages.pages.apparatus import Note

LAYERS = {"term": "t", "person": "n", "body": "n"}
"""Kind of mention ▸ the class of its line."""
STATUS = {"target": " g", "actual": "", "standard": " u", None: " u"}
"""What a figure says ▸ the class of its line: hollow where promised, solid where reported, thin where neither."""
UNBROKEN = re.compile(r"[!-~“”]{7}")
"""Letters, digits, signs and the quotation marks beside them: lines do not break in them."""
LONG = 12
"""Characters beyond which a mark has the lighter line."""
SHORT = 8
"""Characters up to which a figure stays on one line."""


@dataclass(frozen=True, slots=True)
class Marking:
    """What the page of one document needs to mark its paragraphs."""

    one: Annotated
    entries: Mapping[str, Entry]
    chosen: frozenset[Mention]
    firsts: frozenset[Mention]
    """Of the chosen ones, the first of each entry: they carry the numbers of the printed notes."""
    notes: Mapping[str, tuple[Note, ...]]
    """Paragraph id ▸ the repairs in it."""
    indicators: Mapping[str, str]
    """Figure id ▸ the link to its indicator, for the figures that have a card."""
    page: str

    def paragraph(self, paragraph: Paragraph) -> str:
        """The inner HTML of a paragraph."""
        headings = run_in_spans(self.one.document.sections).get(paragraph.id, ())
        mentions = [*self._mentions(paragraph, headings)]
        notes = _repairs(self.notes.get(paragraph.id, ()), mentions)
        return weave(paragraph.text, [*self._headings(paragraph), *mentions, *notes])

    def heading(self, section: Section) -> str:
        """The inner HTML of a stand-alone heading: nothing is marked in it but what was repaired or is doubted."""
        return weave(section.title, _repairs(self.notes.get(section.id, ()), ()))

    def _headings(self, paragraph: Paragraph) -> Iterator[Inline]:
        for section in self.one.document.sections:
            if section.run_in and section.paragraph == paragraph.id:
                id = section.id.partition("#")[2]
                yield Inline(section.offset, section.offset + len(section.title), "b", (("class", "ri"), ("id", id)))

    def _mentions(self, paragraph: Paragraph, headings: tuple[tuple[int, int], ...]) -> Iterator[Inline]:
        covered, lowered = 0, False
        for mention in self.one.mentions[paragraph.id]:
            start, end = mention.start or 0, mention.end or 0
            if start < covered or any(a < end and start < b for a, b in headings):
                continue  # nested in one that is marked, or in a heading
            lowered = start == covered > 0 and not lowered
            covered = end
            if mention.kind == "figure":
                yield from self._figure(mention, self.one.figures[mention.target], lowered)
            else:
                yield self._entry(mention, lowered)

    def _entry(self, mention: Mention, lowered: bool) -> Inline:
        start, end = mention.start or 0, mention.end or 0
        classes = ["m", LAYERS[mention.kind], "long" * (end - start > LONG), "lo" * lowered]
        if mention in self.chosen:
            classes += ["d", "e" * (mention in self.firsts)]
            attribute = ("href", relative(entry_path(self.entries[mention.target]), self.page))
        else:
            attribute = ("data-c", mention.target)
        return Inline(start, end, "a", (("class", " ".join(filter(None, classes))), attribute), link=True)

    def _figure(self, mention: Mention, figure: Figure, lowered: bool) -> Iterator[Inline]:
        """Number and unit stay on one line; what qualifies them may break off, or justified lines gape."""
        start, end = mention.start or 0, mention.end or 0
        core = start + len(mention.quote.removesuffix(figure.qualifier))
        whole = core == end and end - start <= SHORT
        classes = f"m f{STATUS[figure.status]}{' nb' * whole}{' lo' * lowered}"
        facts = (("data-s", figure.subject), ("data-p", figure.period or ""), ("data-q", figure.modality))
        id = mention.target.rpartition("-n")[2]
        href = (("href", self.indicators[mention.target]),) if mention in self.chosen else ()
        attributes = (("class", classes + " d" * bool(href)), *href, ("data-n", id), *(f for f in facts if f[1]))
        yield Inline(start, end, "a", attributes, link=True)
        if start < core < end and core - start <= SHORT:
            yield Inline(start, core, "span", (("class", "nb"),))


def _repairs(notes: Iterable[Note], mentions: Iterable[Inline]) -> Iterator[Inline]:
    """Repairs, each a link to its line of the apparatus; where another link would be lost by that, a plain span."""
    for note in notes:
        met = [mark for mark in mentions if note.start < mark.end and mark.start < note.end]
        classes = "k" if note.repair.applied else "k q"
        link = () if met else (("href", f"#{note.id}"),)
        attributes = (("class", classes), *link, ("data-r", note.id))
        start, end = _uncross(note.start, note.end, met)
        yield Inline(start, end, "span" if met else "a", attributes, link=not met)


def _uncross(start: int, end: int, marks: Iterable[Inline]) -> tuple[int, int]:
    """A stretch that crosses no mark, and so stays in one piece: of a mark it would cross it keeps what lies inside."""
    for mark in marks:
        if start < mark.start < end < mark.end:
            start = mark.start
        elif mark.start < start < mark.end < end:
            end = mark.end
    return start, end


def gapes(text: str) -> bool:
    """Whether a text holds a run that no line can break, long enough to leave gaps in justified lines."""
    return bool(UNBROKEN.search(text))
