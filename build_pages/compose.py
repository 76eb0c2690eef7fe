"""A library to an edition: every document edited, split and annotated, and the index over all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial

from build_pages.annotate import annotate
from build_pages.commitments import find_commitments
from build_pages.discrepancies import find_discrepancies
from build_pages.edit import edit
from build_pages.find.entries import Matcher, build_matcher
from build_pages.indicators.tie import tie
from build_pages.model.edition import Annotated, Edition
from build_pages.model.library import Library
from build_pages.model.mention import Mention
from build_pages.model.record import Record, Ruling
from build_pages.split import split
from build_pages.themes import code_edition


def compose(library: Library, jobs: int = 1) -> Edition:
    """Compose the edition of a library, ``jobs`` documents at a time."""
    make = partial(_make, build_matcher(library.entries))
    readings = [library.readings[record.received.file].lines for record in library.records]
    rulings = [library.rulings.get(record.id, ()) for record in library.records]
    if jobs > 1:
        with ProcessPoolExecutor(jobs) as pool:
            documents = list(pool.map(make, library.records, readings, rulings, chunksize=4))
    else:
        documents = list(map(make, library.records, readings, rulings))
    documents.sort(key=lambda one: (one.document.record.date, one.id))
    ties = {id: indicator for one in documents for id, indicator in tie(one, library.indicators).items()}
    codings = code_edition(documents, library.themes, library.codings)
    edition = Edition(library, tuple(documents), _index(documents), ties, codings)
    return replace(edition, commitments=find_commitments(edition), discrepancies=find_discrepancies(edition))


def _make(matcher: Matcher, record: Record, lines: Sequence[str], rulings: Sequence[Ruling]) -> Annotated:
    """One document, from its received lines on; nothing of another enters."""
    return annotate(split(record, edit(record, lines)), matcher, rulings)


def _index(documents: list[Annotated]) -> dict[str, tuple[Mention, ...]]:
    uses: dict[str, list[Mention]] = defaultdict(list)
    for one in documents:
        for place in one.places:
            for mention in one.mentions[place]:
                if mention.kind != "figure":
                    uses[mention.target].append(mention)
    return {target: tuple(found) for target, found in sorted(uses.items())}
