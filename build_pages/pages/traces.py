"""What documents leave on pages that are not their own, as digests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from sys import intern
from typing import Any

from build_pages.model.edition import Annotated
from build_pages.store import Store, digest, digest_text
from build_pages.stretches import cut


@dataclass(frozen=True, slots=True)
class Trace:
    """What a document leaves on pages that are not its own."""

    face: str
    """The digest of what lists and links say of it: its record, but for what was decided on its text."""
    anchors: str
    """The digest of what its paragraphs and headings are called."""
    uses: Mapping[str, str]
    """Entry id ▸ the digest of its uses there, of the texts they stand in and of what these are called."""
    values: Mapping[str, str]
    """Indicator id ▸ the digest of its values there, in the same way."""
    said: str
    """The digest of all uses."""
    spoken: str
    """The digest of which entries are used."""


@dataclass(frozen=True, slots=True)
class Traced:
    """The traces of some documents. The uses in them are let go: thousands of documents have millions."""

    traces: Mapping[str, Trace]
    """Document id ▸ its trace, in the order of dates."""
    used: Mapping[str, Sequence[str]]
    """Document id ▸ the entries that it uses."""
    uses: Mapping[str, str]
    """Entry id ▸ the digest of its uses."""


def trace(documents: Sequence[Annotated], store: Store) -> Traced:
    """Trace documents, which are in the order of dates."""
    traces, used = dict[str, Trace](), dict[str, Sequence[str]]()
    uses = defaultdict[str, Any](sha256)
    for stretch in cut(documents):
        key = store.key("traces", [one.key for one in stretch])
        part = store.recall(key, partial(_trace_stretch, stretch, store))
        traces |= part.traces
        used |= part.used
        for id, found in part.uses.items():
            uses[id].update(found.encode())
    return Traced(traces, used, {id: found.hexdigest() for id, found in uses.items()})


def _trace_stretch(stretch: Sequence[Annotated], store: Store) -> Traced:
    found = {one.id: store.recall(store.key("trace", one.key), partial(_trace, one)) for one in stretch}
    uses: dict[str, list[str]] = defaultdict(list)
    for one in found.values():
        for id, said in one.uses.items():
            uses[id].append(said)
    used = {id: tuple(map(intern, one.uses)) for id, one in found.items()}
    return Traced(
        {id: replace(one, uses={}) for id, one in found.items()}, used, {id: digest(said) for id, said in uses.items()}
    )


def _trace(one: Annotated) -> Trace:
    record = replace(one.document.record, structure=(), repairs=(), joins=(), todo=())
    names = {**one.labels, **{section.id: section.title for section in one.document.sections}}
    uses: dict[str, list[str]] = {}
    for id, said in _say_uses(one, names):
        uses.setdefault(id, []).append(said)
    values: dict[str, list[object]] = {}
    for value in one.values:
        text = digest_text(one.places[value.paragraph].text)  # pickled itself, it would keep its UTF-8
        values.setdefault(value.indicator, []).append((value, text, names.get(value.paragraph)))
    said_of = {id: digest_text("\n".join(found)) for id, found in uses.items()}
    return Trace(
        face=digest(record),
        anchors=digest(names),
        uses=said_of,
        values={id: digest(found) for id, found in values.items()},
        said=digest(list(said_of.items())),
        spoken=digest(list(said_of)),
    )


def _say_uses(one: Annotated, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Entry id ▸ a use in one line: where it stands and in what text."""
    for place in one.places.values():
        text = digest_text(f"{names.get(place.id)} {place.text}")
        for m in one.mentions[place.id]:
            if m.kind != "figure":
                yield m.target, f"{place.id} {m.start} {m.end} {m.within} {text}"
