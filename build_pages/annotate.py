"""One document to an annotated one: candidates found and settled in each of its texts. Pure, document by document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

from build_pages.find.entries import Matcher, find_entries
from build_pages.find.figures import read_together
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
    places = {place.id: place for place in read_places(document)}
    text, starts = join_places(places.values())
    entries = list(find_entries(text, matcher))
    masks = [(found.start, found.end) for found in entries if found.kind == "term"]
    read = read_together(text, starts, [settings[id] for id in places], masks)
    parts = _part(entries, starts)
    mentions: dict[str, tuple[Mention, ...]] = {}
    figures: dict[str, Figure] = {}
    for place, begin, named, counted in zip(places.values(), starts, parts, read, strict=True):
        ruled = [ruling for ruling in rulings if ruling.place == place.id]
        numbers = {f"{place.id}-n{figure.ordinal}": figure for figure in counted}
        counts = [Found(begin + figure.start, begin + figure.end, "figure", id) for id, figure in numbers.items()]
        mentions[place.id] = standing = settle(place.id, place.text, named + counts, ruled, begin)
        for mention in standing:
            if mention.kind == "figure":
                figures[mention.target] = _rule_figure(numbers[mention.target], place.text, ruled)
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


def join_places(places: Iterable[Place]) -> tuple[str, Sequence[int]]:
    """The texts of places, one at least, as one with a line end between them, and where each begins.

    A document is looked through as a whole, for a pass over each of its texts takes longer.
    """
    texts = [place.text for place in places]
    return "\n".join(texts), [0, *accumulate(len(text) + 1 for text in texts[:-1])]


def _part(entries: Iterable[Found], starts: Sequence[int]) -> list[list[Found]]:
    """What is found in joined texts, by text; ``starts`` are where they begin. None reaches over a line end."""
    parts = list[list[Found]]([] for _ in starts)
    for found in entries:
        parts[bisect_right(starts, found.start) - 1].append(found)
    return parts


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
