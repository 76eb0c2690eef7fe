"""Rows of glossary entries and of their mentions."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from build_pages.addresses import entry_path
from build_pages.annotate import join_places
from build_pages.data.origin import origin
from build_pages.explain import explains
from build_pages.find.entries import forms_of
from build_pages.find.words import Words
from build_pages.model.edition import Annotated, Edition
from build_pages.model.entry import Entry


def mention_rows(edition: Edition) -> Iterator[dict[str, Any]]:
    """One row a mention that stands, in the order of dates and of the text."""
    for one in edition.documents:
        for place in one.places:
            from_ = origin(one.document.record, place)
            for mention in one.mentions[place]:
                yield {
                    **from_, "start": mention.start, "end": mention.end, "quote": mention.quote, "kind": mention.kind,
                    "target": mention.target, "within": mention.within,
                }  # fmt: skip


def glossary_rows(edition: Edition) -> Iterator[dict[str, Any]]:
    """One row an entry, sorted by kind and id. ``first`` and ``last`` are dates of documents, never typed."""
    dates = {one.id: one.document.record.date for one in edition.documents}
    refused = _list_refused(edition)
    for entry in edition.library.entries:
        uses = edition.uses.get(entry.id, ())
        when = [dates[use.paragraph.partition("#")[0]] for use in (*uses[:1], *uses[-1:])]  # uses are in their order
        damaged = {form.form for form in entry.forms if form.damaged}
        yield {
            "id": entry.id, "kind": entry.kind, "category": entry.category, "level": entry.level,
            "explain": explains(entry, edition.library.usage), "name": entry.name,
            "forms": [form for form in forms_of(entry) if form not in damaged], "damaged_forms": sorted(damaged),
            "not_in": [*entry.match.not_in, *sorted(refused.get(entry.id, set()) - set(entry.match.not_in))],
            "english": entry.english.text if entry.english else None,
            "meaning": entry.meaning.text, "basis": entry.meaning.basis,
            "items": [_plain(item) for item in entry.items],
            "sources": {key: _plain(source) for key, source in entry.sources.items()},
            "put_forward": _plain(entry.put_forward) if entry.put_forward else None,
            "relations": [_plain(relation) for relation in entry.relations],
            "roles": [{"text": r.text, "date": r.date, "paragraph": r.place} for r in entry.roles],
            "provincial_use": provincial_use(entry, edition), "url": entry_path(entry), "count": len(uses),
            "first": when[0] if when else None, "last": when[-1] if when else None,
        }  # fmt: skip


def _list_refused(edition: Edition) -> Mapping[str, set[str]]:
    """Entry id ▸ contexts in the held texts where a form stands unmarked: no word of its own, ruled out, outside
    ``only_in``.
    """
    ruled = {ruling.quote for rulings in edition.library.rulings.values() for ruling in rulings}
    owners: dict[str, list[str]] = defaultdict(list)  # form ▸ the entries that may be refused it
    for entry in edition.library.entries:
        forms = forms_of(entry)
        if entry.match.only_in or entry.match.words or not ruled.isdisjoint(forms):
            for form in forms:
                owners[form].append(entry.id)
    words, owned = Words(tuple(owners)), tuple(owners.values())
    refused: dict[str, set[str]] = defaultdict(set)
    for one in edition.documents:
        for n, context in _list_unmarked(words, one):
            for id in owned[n]:
                refused[id].add(context)
    return {id: contexts - set(forms_of(edition.entries[id])) for id, contexts in refused.items()}


def _list_unmarked(forms: Words, one: Annotated) -> Iterator[tuple[int, str]]:
    """Where one of the forms stands in a document and no mention covers it: its number, and two characters around."""
    places = list(one.places.values())
    text, starts = join_places(places)
    for n, begin, stop in forms.find(text):
        at = bisect_right(starts, begin) - 1
        place, start, end = places[at], begin - starts[at], stop - starts[at]
        taken = [(m.start, m.end) for m in one.mentions[place.id] if m.start is not None and m.end is not None]
        if not any(a < end and start < b for a, b in taken):
            yield n, place.text[max(0, start - 2) : end + 2]


def provincial_use(entry: Entry, edition: Edition) -> int | None:
    """In how many texts of the reference set the most used form of an entry stands; None where it was not counted."""
    counts = [edition.library.usage[form] for form in forms_of(entry) if form in edition.library.usage]
    return max(counts, default=None)


def _plain(value: Any) -> dict[str, Any]:
    """A statement as a mapping, empty fields left out; ``from_`` is ``from``."""
    return {key.rstrip("_"): _list(item) for key, item in asdict(value).items() if item not in ("", (), None)}


def _list(item: Any) -> Any:
    return list(item) if isinstance(item, tuple) else item
