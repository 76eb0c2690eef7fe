"""A paragraph as the page shows it: its text with marks, repairs and run-in headings, and its label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from build_pages.markup import Inline, attribute, weave
from build_pages.model.edition import Annotated
from build_pages.model.mention import Figure, Mention
from build_pages.model.text import Paragraph, Section
from build_pages.pages.apparatus import Note

LAYERS = {"term": "t", "person": "n", "body": "n"}
"""Kind of mention ▸ the class of its line."""
STATUS = {"target": " g", "actual": "", "standard": " u", None: " u"}
"""What a figure says ▸ the class of its line: hollow where promised, solid where reported, thin where neither."""
_CLASSES = {
    (kind, long, lowered): f"m {layer}{' long' * long}{' lo' * lowered}"
    for kind, layer in LAYERS.items()
    for long in (False, True)
    for lowered in (False, True)
}
"""Kind of mention, whether it is longer than ``LONG``, whether its line lies lower ▸ the classes of its mark."""
UNBROKEN = re.compile(r"[!-~“”]{7}")
"""Letters, digits, signs and the quotation marks beside them: lines do not break in them."""
LONG = 12
"""Characters beyond which a mark has the lighter line."""
SHORT = 8
"""Characters up to which a figure stays on one line."""


Marked = tuple[str, int | None, str]
"""A mention by where it stands, where it starts there and what it means."""


class Link(NamedTuple):
    """How the mentions of an entry lead to it: an attribute each, for those that are not marked and for those that are.

    A mention that is not marked by default names the ``card`` of the entry, a mark is a link to its ``page``.
    """

    card: str
    page: str


def write_link(id: str, url: str) -> Link:
    """The link of an entry by its id and the address of its page."""
    return Link(attribute("data-c", id), attribute("href", url))


@dataclass(frozen=True, slots=True)
class Marking:
    """What the page of one document needs to mark its paragraphs."""

    one: Annotated
    links: Mapping[str, Link]
    """Entry id ▸ how its marks lead to it."""
    chosen: Set[Marked]
    firsts: Set[Marked]
    """Of the chosen ones, the first of each entry: they carry the numbers of the printed notes."""
    notes: Mapping[str, tuple[Note, ...]]
    """Paragraph id ▸ the repairs in it."""
    indicators: Mapping[str, str]
    """Figure id ▸ the link to its indicator, for the figures that have a card."""
    headings: Mapping[str, Sequence[Section]]
    """Paragraph id ▸ its run-in headings."""

    def paragraph(self, paragraph: Paragraph) -> str:
        """The inner HTML of a paragraph."""
        headings = tuple(map(_heading, self.headings.get(paragraph.id, ())))
        mentions = [*self._mentions(paragraph, headings)]
        notes = _repairs(self.notes.get(paragraph.id, ()), mentions)
        return weave(paragraph.text, [*headings, *mentions, *notes])

    def heading(self, section: Section) -> str:
        """The inner HTML of a stand-alone heading: nothing is marked in it but what was repaired or is doubted."""
        return weave(section.title, _repairs(self.notes.get(section.id, ()), ()))

    def _mentions(self, paragraph: Paragraph, headings: Sequence[Inline]) -> Iterator[Inline]:
        covered, lowered = 0, False
        for mention in self.one.mentions[paragraph.id]:
            start, end = mention.start or 0, mention.end or 0
            if start < covered or (headings and any(one.start < end and start < one.end for one in headings)):
                continue  # nested in one that is marked, or in a heading
            lowered = start == covered > 0 and not lowered
            covered = end
            if mention.kind == "figure":
                yield from self._figure(mention, self.one.figures[mention.target], lowered)
            else:
                yield self._entry(mention, lowered)

    def _entry(self, mention: Mention, lowered: bool) -> Inline:
        start, end, marked = mention.start or 0, mention.end or 0, locate(mention)
        classes = _CLASSES[mention.kind, end - start > LONG, lowered]
        link = self.links[mention.target]
        if marked not in self.chosen:
            return Inline(start, end, "a", f' class="{classes}"{link.card}', link=True)
        classes += " d" + " e" * (marked in self.firsts)
        return Inline(start, end, "a", f' class="{classes}"{link.page}', link=True)

    def _figure(self, mention: Mention, figure: Figure, lowered: bool) -> Iterator[Inline]:
        """Number and unit stay on one line; what qualifies them may break off, or justified lines gape."""
        start, end = mention.start or 0, mention.end or 0
        core = start + len(mention.quote.removesuffix(figure.qualifier))
        whole = core == end and end - start <= SHORT
        marked = locate(mention) in self.chosen
        classes = f"m f{STATUS[figure.status]}{' nb' * whole}{' lo' * lowered}{' d' * marked}"
        href = attribute("href", self.indicators[mention.target]) if marked else ""
        facts = ("data-s", figure.subject), ("data-p", figure.period), ("data-q", figure.modality)
        told = "".join([attribute(name, value) for name, value in facts if value])
        number = attribute("data-n", mention.target.rpartition("-n")[2])
        yield Inline(start, end, "a", f' class="{classes}"{href}{number}{told}', link=True)
        if start < core < end and core - start <= SHORT:
            yield Inline(start, core, "span", ' class="nb"')


def locate(mention: Mention) -> Marked:
    """What tells a mention from those a page shows beside it."""
    return mention.paragraph, mention.start, mention.target


def _heading(section: Section) -> Inline:
    id = section.id.partition("#")[2]
    return Inline(section.offset, section.offset + len(section.title), "b", ' class="ri"' + attribute("id", id))


def _repairs(notes: Iterable[Note], mentions: Iterable[Inline]) -> Iterator[Inline]:
    """Repairs, each a link to its line of the apparatus; where another link would be lost by that, a plain span."""
    for note in notes:
        met = [mark for mark in mentions if note.start < mark.end and mark.start < note.end]
        classes = "k" if note.repair.applied else "k q"
        link = "" if met else attribute("href", f"#{note.id}")
        attributes = f' class="{classes}"{link}{attribute("data-r", note.id)}'
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
