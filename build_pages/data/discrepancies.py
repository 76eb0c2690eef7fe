"""Rows of statements that disagree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_pages.data.origin import origin
from build_pages.discrepancies import place_of
from build_pages.model.edition import Edition


def discrepancy_rows(edition: Edition) -> Iterator[dict[str, Any]]:
    """One row a pair of statements, sorted by class and place; ``by`` is rule or a person's initials.

    The document, date, speaker and address are those of ``a``; those of ``b`` have its letter before them.
    """
    records = {one.id: one.document.record for one in edition.documents}
    for d in edition.discrepancies:
        places = [place_of(at) for at in (d.a, d.b)]
        one, other = (origin(records[place.partition("#")[0]], place) for place in places)
        yield {
            "class": d.class_, "a": d.a, "b": d.b, **one, **{f"b_{key}": value for key, value in other.items()},
            "a_quote": d.a_quote, "b_quote": d.b_quote, "why": d.why, "by": d.by,
        }  # fmt: skip
