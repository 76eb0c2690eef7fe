"""One document to an annotated one: candidates found and settled in each of its texts. Pure, document by document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from build_pages.find.entries import Matcher, find_entries
from build_pages.find.figures import read_figures
from build_pages.find.figures.setting import Setting, read_settings
from build_pages.model.edition import Annotated, Place
from build_pages.model.mention import Figure, Found, Mention
from build_pages.model.record import Ruling
from build_pages.model.text import Document
from build_pages.settle import settle
from build_pages.split.labels import label_paragraphs

BYLINES = ("byline", "credit")


def annotate(
    document: Document,
    matcher: Matcher,
    rulings: Sequence[Ruling] = (),
    settings: Mapping[str, Setting] | None = None,
) -> Annotated:
    """Find and settle the mentions and figures of every place of a document; ``settings`` are theirs if known."""
    settings = settings or read_settings(document)
    mentions: dict[str, tuple[Mention, ...]] = {}
    figures: dict[str, Figure] = {}
    places = {place.id: place for place in read_places(document)}
    for place in places.values():
        ruled = [ruling for ruling in rulings if ruling.place == place.id]
        entries = list(find_entries(place.text, matcher))
        masks = tuple((found.start, found.end) for found in entries if found.kind == "term")
        read = {
            f"{place.id}-n{figure.ordinal}": figure for figure in read_figures(place.text, settings[place.id], masks)
        }
        numbers = [Found(figure.start, figure.end, "figure", id) for id, figure in read.items()]
        mentions[place.id] = standing = settle(place.id, place.text, entries + numbers, ruled)
        for mention in standing:
            if mention.kind == "figure":
                figures[mention.target] = _rule_figure(read[mention.target], place.text, ruled)
    mentions[document.id] = (*mentions[document.id], *_bylines(document, matcher))
    return Annotated(document, places, mentions, figures, label_paragraphs(document))


def read_places(document: Document) -> Iterator[Place]:
    """The texts of a document that mentions can stand in, in order: its head, then headings and paragraphs."""
    record = document.record
    yield Place(document.id, document.id, record.title + record.subtitle)
    for section in document.sections:
        if not section.run_in:
            yield Place(section.id, document.id, section.title, section.id)
    for paragraph in document.paragraphs:
        yield Place(paragraph.id, document.id, paragraph.text, paragraph.section)


def _bylines(document: Document, matcher: Matcher) -> Iterator[Mention]:
    """People and bodies named in bylines and credits, and the speaker; once each."""
    texts = [document.record.speaker or "", *(f.text for f in document.furniture if f.role in BYLINES)]
    met: set[str] = set()
    for text in texts:
        for found in sorted(find_entries(text, matcher)):
            if found.kind in ("person", "body") and found.target not in met:
                met.add(found.target)
                yield Mention(document.id, None, None, text[found.start : found.end], found.kind, found.target)


def _rule_figure(figure: Figure, text: str, rulings: Sequence[Ruling]) -> Figure:
    for ruling in rulings:
        if ruling.kind == "figure" and ruling.set and text[figure.start : figure.end] == ruling.quote:
            settled: Mapping[str, Any] = ruling.set
            figure = replace(figure, **settled)
    return figure
