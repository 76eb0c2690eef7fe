"""One document, from its received lines on: everything that is said of it without looking at another one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from build_pages.annotate import annotate, join_places, read_places
from build_pages.edit import edit
from build_pages.find.entries import Matcher, build_matcher, find_forms
from build_pages.find.figures import read_settings
from build_pages.indicators.series import read_values
from build_pages.indicators.tie import Claims, index_claims, tie, weigh
from build_pages.model.edition import Annotated
from build_pages.model.indicator import Indicator
from build_pages.model.library import Library
from build_pages.model.packed import Packed
from build_pages.model.record import Record, Ruling
from build_pages.model.text import Document
from build_pages.model.theme import Coding
from build_pages.split import split
from build_pages.store import Store
from build_pages.themes import Signals, code_document

MANY = 1000
"""Documents up to which everything found in them is held in memory as it is."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What is laid out once and used for every document."""

    matcher: Matcher
    indicators: Mapping[str, Indicator]
    claims: Claims
    signals: Signals
    store: Store
    forms: str
    """The digest of all forms."""
    patterns: tuple[str, ...]
    """The digest of the patterns of each form."""
    rules: str
    """The digest of indicators and themes."""
    packed: bool = False
    """Whether there are so many documents that what is found in them is packed."""


def lay_out(library: Library, store: Store) -> Bench:
    """The forms, indicators and themes of a library, ready to be looked for."""
    matcher = build_matcher(library.entries)
    return Bench(
        matcher, {one.id: one for one in library.indicators}, index_claims(library.indicators),
        Signals(library.themes), store, forms=store.key([same[0].form for same in matcher.patterns]),
        patterns=tuple(store.key(same) for same in matcher.patterns),
        rules=store.key(library.indicators, library.themes), packed=len(library.records) > MANY,
    )  # fmt: skip


def prepare(
    bench: Bench, record: Record, lines: Sequence[str], rulings: Sequence[Ruling] = (), codings: Sequence[Coding] = ()
) -> Annotated:
    """The document of a record, edited, split and annotated, its figures tied, its paragraphs coded. Pure.

    What the store has of it is not made again: the text does not depend on the glossary, nor what is found in it on
    entries of which no form stands there.
    """
    store, matcher = bench.store, bench.matcher
    read = store.key("text", record, tuple(lines))
    document = store.recall(read, lambda: split(record, edit(record, lines)))
    touching = store.recall(store.key(read, bench.forms), lambda: _find_forms(document, matcher)) if read else ()
    key = store.key(read, bench.rules, rulings, codings, [bench.patterns[n] for n in touching])
    return replace(store.recall(key, lambda: _annotate(bench, document, rulings, codings)), key=key)


def _annotate(bench: Bench, document: Document, rulings: Sequence[Ruling], codings: Sequence[Coding]) -> Annotated:
    settings = read_settings(document)
    found = annotate(document, bench.matcher, rulings, settings)
    weighed = weigh(found, bench.claims)
    tied = replace(found, ties=tie(found, bench.claims, weighed))
    valued = replace(tied, values=read_values(tied, bench.indicators, weighed))
    coded = code_document(valued, bench.signals, codings, settings)
    return _pack(coded) if bench.packed else coded


def _pack(one: Annotated) -> Annotated:
    return replace(one, mentions=Packed(one.mentions), figures=Packed(one.figures), sentences=Packed(one.sentences))


def _find_forms(document: Document, matcher: Matcher) -> tuple[int, ...]:
    """The numbers of the forms that stand in any text of a document that an entry can be found in."""
    apart = (document.record.speaker or "", *(line.text for line in document.furniture))
    text, _ = join_places(read_places(document))
    return find_forms(("\n".join(apart), text), matcher)  # the text last: it is looked through for entries next
