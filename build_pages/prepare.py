"""One document, from its received lines on: everything that is said of it without looking at another one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_pages.annotate import annotate
from build_pages.edit import edit
from build_pages.find.entries import Matcher, build_matcher
from build_pages.indicators.tie import Claims, index_claims, tie
from build_pages.model.edition import Annotated
from build_pages.model.library import Library
from build_pages.model.record import Record, Ruling
from build_pages.model.theme import Coding
from build_pages.split import split
from build_pages.themes import Signals, code_document


@dataclass(frozen=True, slots=True)
class Bench:
    """What is laid out once and used for every document."""

    matcher: Matcher
    claims: Claims
    signals: Signals


def lay_out(library: Library) -> Bench:
    """The forms, indicators and themes of a library, ready to be looked for."""
    return Bench(build_matcher(library.entries), index_claims(library.indicators), Signals(library.themes))


def prepare(
    bench: Bench, record: Record, lines: Sequence[str], rulings: Sequence[Ruling] = (), codings: Sequence[Coding] = ()
) -> Annotated:
    """The document of a record, edited, split and annotated, its figures tied, its paragraphs coded. Pure."""
    one = annotate(split(record, edit(record, lines)), bench.matcher, rulings)
    return code_document(replace(one, ties=tie(one, bench.claims)), bench.signals, codings)
