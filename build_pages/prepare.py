"""One document, from its received lines on: everything that is said of it without looking at another one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from build_pages.annotate import annotate, read_places
from build_pages.edit import edit
from build_pages.find.entries import Matcher, build_matcher
from build_pages.indicators.tie import Claims, index_claims, tie
from build_pages.model.edition import Annotated
from build_pages.model.library import Library
from build_pages.model.record import Record, Ruling
from build_pages.model.text import Document
from build_pages.model.theme import Coding
from build_pages.split import split
from build_pages.store import Store
from build_pages.themes import Signals, code_document


@dataclass(frozen=True, slots=True)
class Bench:
    """What is laid out once and used for every document."""

    matcher: Matcher
    claims: Claims
    signals: Signals
    store: Store
    rules: str
    """The digest of indicators and themes."""


def lay_out(library: Library, store: Store) -> Bench:
    """The forms, indicators and themes of a library, ready to be looked for."""
    rules = store.key(library.indicators, library.themes)
    signals = Signals(library.themes)
    return Bench(build_matcher(library.entries), index_claims(library.indicators), signals, store, rules)


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
    touching = sorted({n for text in _texts(document) for n, _, _ in matcher.forms.find(text)}) if read else ()
    key = store.key(read, bench.rules, rulings, codings, [matcher.patterns[n] for n in touching])
    return replace(store.recall(key, lambda: _annotate(bench, document, rulings, codings)), key=key)


def _annotate(bench: Bench, document: Document, rulings: Sequence[Ruling], codings: Sequence[Coding]) -> Annotated:
    one = annotate(document, bench.matcher, rulings)
    return code_document(replace(one, ties=tie(one, bench.claims)), bench.signals, codings)


def _texts(document: Document) -> Iterator[str]:
    """Every text of a document that an entry can be found in."""
    yield document.record.speaker or ""
    yield from (line.text for line in document.furniture)
    yield from (place.text for place in read_places(document))
