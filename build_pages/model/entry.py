"""What an archivist writes on a formulation, a person or a body: the glossary entry and its statements.

Every statement carries its own basis: ``text`` the passage explains itself, ``archive`` several of our documents
together, ``source`` a named publication, ``editors`` our reading, ``unknown`` nothing is known (未见解释).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from build_pages.model.record import record

Basis = Literal["text", "archive", "source", "editors", "unknown"]
EntryKind = Literal["term", "person", "body"]
Level = Literal["central", "provincial", "municipal", "district", "sector"]
RelationKind = Literal["改提", "扩展", "缩略", "具体化", "并用", "呼应", "异文"]


@record
class Form:
    """A wording that stands in the texts; ``damaged`` says what the received file lost in it."""

    form: str
    damaged: str = ""
    in_: str = ""


@record
class Statement:
    """Something said of an entry, and on what it rests: keys of the entry's sources, or places."""

    text: str = ""
    basis: Basis
    from_: tuple[str, ...] = ()
    note: str = ""


@record
class Item:
    """One member of a formula that stands for a list."""

    text: str
    n: str = ""
    gloss: str = ""
    basis: Basis
    from_: tuple[str, ...] = ()
    note: str = ""
    see: str = ""


@record
class PutForward:
    """Who first put a formulation forward, when (EDTF) and where, as a source claims it."""

    by: str = ""
    date: str = ""
    where: str = ""
    basis: Basis
    from_: tuple[str, ...] = ()
    note: str = ""


@record
class English:
    """A rendering, official or the editors'."""

    text: str
    basis: Literal["official", "editors"] = "editors"
    from_: tuple[str, ...] = ()
    note: str = ""


@record
class Relation:
    """A typed tie to another entry."""

    kind: RelationKind
    to: str
    basis: Basis
    from_: tuple[str, ...] = ()
    note: str = ""


@record
class HeldRole:
    """An office exactly as a paragraph states it."""

    text: str
    place: str
    date: str = ""


@record
class Match:
    """Where the forms count: contexts that must match, must not, or alone do."""

    examples: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    only_in: tuple[str, ...] = ()
    words: bool = False
    """A form must begin and end at word boundaries (for short forms that sit inside other words)."""


@record
class Source:
    """A publication that shows something: ``shows`` quotes the words that do."""

    title: str
    publisher: str = ""
    date: str = ""
    url: str = ""
    shows: str = ""
    seen: str = ""


@record
class Entry:
    """``source/glossary/{terms,people,bodies}/<id>.yml``: one referent or one sense, with all its wordings."""

    id: str
    kind: EntryKind
    name: str
    forms: tuple[Form, ...]
    category: str
    level: Level | None = None
    explain: bool | None = None
    meaning: Statement = field(default_factory=lambda: Statement(basis="unknown"))
    items: tuple[Item, ...] = ()
    put_forward: PutForward | None = None
    english: English | None = None
    relations: tuple[Relation, ...] = ()
    roles: tuple[HeldRole, ...] = ()
    places_to_read: tuple[str, ...] = ()
    status_note: str = ""
    usage_note: str = ""
    homonyms: str = ""
    match: Match = field(default_factory=Match)
    sources: Mapping[str, Source] = field(default_factory=dict)
