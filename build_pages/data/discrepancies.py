"""Rows of statements that disagree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_pages.model.edition import Edition


def discrepancy_rows(edition: Edition) -> Iterator[dict[str, Any]]:
    """One row a pair of statements, sorted by class and place; ``by`` is rule or a person's initials."""
    for d in edition.discrepancies:
        yield {
            "class": d.class_, "a": d.a, "b": d.b, "a_quote": d.a_quote, "b_quote": d.b_quote, "why": d.why, "by": d.by,
        }  # fmt: skip
