"""Whether an entry needs explaining, and is therefore marked by default."""

from __future__ import annotations

from collections.abc import Mapping

from build_pages.find.entries import forms_of
from build_pages.model.entry import Entry

COMMON = 16
"""Used in so many of the 31 texts of the reference set, a wording belongs to the common language of the genre."""


def explains(entry: Entry, usage: Mapping[str, int]) -> bool:
    """What the entry says; where it says nothing, terms that are not in common use need explaining."""
    if entry.explain is not None:
        return entry.explain
    return entry.kind == "term" and max((usage.get(form, 0) for form in forms_of(entry)), default=0) < COMMON
