"""A library to an edition: every document edited, split and annotated, and the index over all of them."""

from __future__ import annotations

from collections import defaultdict

from build_pages.annotate import annotate
from build_pages.edit import edit
from build_pages.find.entries import build_matcher
from build_pages.indicators.tie import tie
from build_pages.model.edition import Annotated, Edition
from build_pages.model.library import Library
from build_pages.model.mention import Mention
from build_pages.split import split


def compose(library: Library) -> Edition:
    """Compose the edition of a library."""
    matcher = build_matcher(library.entries)
    documents = []
    for record in library.records:
        edited = edit(record, library.readings[record.received.file].lines)
        documents.append(annotate(split(record, edited), matcher, library.rulings.get(record.id, ())))
    documents.sort(key=lambda one: (one.document.record.date, one.id))
    ties = {id: indicator for one in documents for id, indicator in tie(one, library.indicators).items()}
    return Edition(library, tuple(documents), _index(documents), ties)


def _index(documents: list[Annotated]) -> dict[str, tuple[Mention, ...]]:
    uses: dict[str, list[Mention]] = defaultdict(list)
    for one in documents:
        for place in one.places:
            for mention in one.mentions[place]:
                if mention.kind != "figure":
                    uses[mention.target].append(mention)
    return {target: tuple(found) for target, found in sorted(uses.items())}
