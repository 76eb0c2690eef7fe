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
    mentions: dict[str, tuple[Mention, ...]] = {}
    figures: dict[str, Figure] = {}
    places = {place.id: place for place in read_places(document)}
    text, starts = join_places(places.values())
    entries = list(find_entries(text, matcher))
    candidates = list[list[Found]]([] for _ in starts)
    for found in entries:
        candidates[bisect_right(starts, found.start) - 1].append(found)
    masks = [(found.start, found.end) for found in entries if found.kind == "term"]
    read = read_together(text, starts, [settings[id] for id in places], masks)
    for place, begin, here, numbers in zip(places.values(), starts, candidates, read, strict=True):
        ruled = [ruling for ruling in rulings if ruling.place == place.id] if rulings else ()
        named = {f"{place.id}-n{figure.ordinal}": figure for figure in numbers}
        here += [Found(begin + figure.start, begin + figure.end, "figure", id) for id, figure in named.items()]
        mentions[place.id] = standing = settle(place.id, place.text, here, ruled, begin)
        for mention in standing if named else ():
            if mention.kind == "figure":
                figures[mention.target] = _rule_figure(named[mention.target], place.text, ruled)
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
    """The texts of places as one, with a line end between them, and where each begins: all are looked through once."""
    texts = [place.text for place in places]
    return "\n".join(texts), [0, *accumulate(len(text) + 1 for text in texts[:-1])]


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
