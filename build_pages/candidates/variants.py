"""Wordings close to a form of an entry that no form covers: one character off, in another order, with other signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_pages.find.entries import forms_of
from build_pages.find.segment import read_boundaries
from build_pages.model.edition import Edition

SHORTEST, SHORTEST_CHANGED = 4, 6
"""Characters of a form that is looked for in another order or with other signs, and with another character."""
_SIGNS = "“”、，—－·+/ 　"
_NO_SIGNS = str.maketrans("", "", _SIGNS)
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_COUNTING = frozenset("一二三四五六七八九十百千万亿两双第年月日")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Variant:
    """A wording, the form of an entry that it is near, and the places where it stands."""

    text: str
    form: str
    places: tuple[str, ...]


def find_variants(edition: Edition) -> tuple[Variant, ...]:
    """Every variant of a form of a formulation, in the order of the glossary and of the texts."""
    forms = dict.fromkeys(form for entry in edition.library.entries for form in forms_of(entry))
    ours = {form for entry in edition.library.entries if entry.kind == "term" for form in forms_of(entry)}
    found: dict[tuple[str, str], list[str]] = {}
    for one in edition.documents:
        for id, place in one.places.items():
            covered = [(m.start, m.end) for m in one.mentions[id] if m.start is not None and m.end is not None]
            reading = _Reading(place.text)
            for form in ours:
                for start, end in reading.near(form):
                    text = place.text[start:end]
                    if text not in forms and not any(a < end and start < b for a, b in covered if b - a > 2):
                        found.setdefault((text, form), []).append(id)
    nearest: dict[str, Variant] = {}
    for (text, form), places in found.items():
        nearest.setdefault(text, Variant(text, form, tuple(places)))
    return tuple(nearest.values())


class _Reading:
    """A text with and without its signs, for looking up what stands near a form."""

    __slots__ = ("_at", "_bare", "_edges", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = [n for n, sign in enumerate(text) if sign not in _SIGNS]
        self._bare = "".join(text[n] for n in self._at)
        self._edges: frozenset[int] | None = None

    def near(self, form: str) -> Iterator[Span]:
        """The spans in the text that are near ``form`` without being it, from word edge to word edge."""
        bare = form.translate(_NO_SIGNS)
        if len(bare) < SHORTEST or form[0] in _SIGNS or form[-1] in _SIGNS:
            return
        for start in _starts(self._bare, bare):
            span = self._at[start], self._at[start + len(bare) - 1] + 1
            text = self._text[slice(*span)]
            if text != form and self._is_cut(span) and (text.translate(_NO_SIGNS) == text) == (bare == form):
                yield span

    def _is_cut(self, span: Span) -> bool:
        if self._edges is None:
            self._edges = read_boundaries(self._text)
        return span[0] in self._edges and span[1] in self._edges


def _starts(text: str, form: str) -> Iterator[int]:
    """Where the characters of a form stand in the same order, in another, or but for one of them."""
    half, length = len(form) // 2, len(form)
    first, last = _places(text, form[:half]), (at - half for at in _places(text, form[half:]))
    for start in sorted({*first, *last}):
        window = text[start : start + length] if start >= 0 else ""
        if len(window) == length and (window == form or _one_changed(window, form)):
            yield start
    for start in _places(text, form[0]) if _HAN.fullmatch(form) else ():
        window = text[start : start + length]
        if window[-1] in form and window != form and sorted(window) == sorted(form):
            yield start


def _one_changed(window: str, form: str) -> bool:
    changed = [(a, b) for a, b in zip(window, form, strict=True) if a != b]
    if len(changed) != 1 or len(form) < SHORTEST_CHANGED:
        return False
    return bool(_HAN.fullmatch("".join(changed[0]))) and not _COUNTING.intersection(changed[0])


def _places(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
