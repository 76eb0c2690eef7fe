"""The formulations as a SKOS concept scheme in Turtle (https://www.w3.org/TR/skos-reference/, /TR/turtle/).

People and bodies are no concepts and not in it. A concept is the fragment ``#concept`` of its entry's page: absolute
where the address of the site is known, and else relative to this file, as no base is declared.
SKOS is not made to say more than the glossary does: 具体化 is broader, every other relation is related (none claims
that two entries mean exactly the same), and the members of a formula are its parts, not narrower concepts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from build_pages.addresses import entry_path, place_path
from build_pages.find.entries import forms_of
from build_pages.model.edition import Edition
from build_pages.model.entry import Basis, Entry

PATH = "data/glossary.ttl"
LANGUAGE = "zh-Hans"
_SCHEME = "glossary/index.html#scheme"
_PREFIXES = """\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix dc: <http://purl.org/dc/elements/1.1/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
"""
_BASES: Mapping[Basis, str] = {
    "text": "释义依据：文内自释。", "archive": "释义依据：本库互证。", "source": "释义依据：外部来源。",
    "editors": "释义依据：编者。", "unknown": "释义依据：未见解释。",
}  # fmt: skip
_UNSAFE = "%/:?#[]@!$&'()*+,;=~"
"""Signs of an address that stay as they are; Turtle takes no blanks, quotation marks or braces in one."""

Fact = tuple[str, str]
"""Predicate and object, as written in Turtle."""


def glossary_turtle(edition: Edition) -> str:
    """The scheme, then a concept an entry, in the order of the glossary."""
    terms = {entry.id: entry for entry in edition.library.entries if entry.kind == "term"}
    web = _weave(terms)
    archive = edition.library.archive
    scheme: list[Fact] = [
        ("a", "skos:ConceptScheme"),
        ("dct:title", _literal(f"{archive.title}：提法", LANGUAGE)),
        ("dct:language", _literal(LANGUAGE)),
    ]
    scheme += [("owl:versionInfo", _literal(archive.version))] if archive.version else []
    blocks = [_block(_iri(_SCHEME, edition.address), scheme)]
    for entry in terms.values():
        facts = (*_labels(entry), *_statements(entry, edition), *_ties(entry, terms, web, edition.address))
        blocks.append(_block(_concept(entry, edition.address), [("a", "skos:Concept"), *facts]))
    return "\n".join((_PREFIXES, *blocks))


def _labels(entry: Entry) -> Iterator[Fact]:
    """One preferred label a language; damaged wordings are for finding only."""
    damaged = {form.form for form in entry.forms if form.damaged}
    yield "skos:prefLabel", _literal(entry.name, LANGUAGE)
    if entry.english:
        yield "skos:prefLabel", _literal(entry.english.text, "en")
    for form in forms_of(entry):
        if form != entry.name:
            yield "skos:hiddenLabel" if form in damaged else "skos:altLabel", _literal(form, LANGUAGE)


def _statements(entry: Entry, edition: Edition) -> Iterator[Fact]:
    """What it means and on what that rests; usage and standing as notes; sources by address, or as words."""
    if entry.meaning.text:
        yield "skos:definition", _literal(entry.meaning.text, LANGUAGE)
    yield "skos:scopeNote", _literal(_BASES[entry.meaning.basis] + entry.meaning.note, LANGUAGE)
    for note in (entry.usage_note, entry.status_note, entry.homonyms):
        if note:
            yield "skos:note", _literal(note, LANGUAGE)
    for place in entry.meaning.from_:
        if place not in entry.sources:
            yield "dct:source", _iri(place_path(place), edition.address)
    for source in entry.sources.values():
        if source.url:
            yield "dct:source", f"<{quote(source.url, safe=_UNSAFE)}>"
        else:
            named = "，".join(part for part in (source.title, source.publisher, source.date) if part)
            yield "dc:source", _literal(named, LANGUAGE)


@dataclass(frozen=True, slots=True)
class _Web:
    """The concepts wider and narrower than each, and those tied to it otherwise, either way."""

    broader: Mapping[str, frozenset[str]]
    narrower: Mapping[str, frozenset[str]]
    related: Mapping[str, frozenset[str]]


def _weave(terms: Mapping[str, Entry]) -> _Web:
    broader = {id: _targets(entry, terms, hierarchical=True) for id, entry in terms.items()}
    others = {id: _targets(entry, terms, hierarchical=False) for id, entry in terms.items()}
    back = _invert(others)
    return _Web(broader, _invert(broader), {id: others[id] | back[id] for id in terms})


def _invert(targets: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {id: set() for id in targets}
    for id, ids in targets.items():
        for other in ids:
            found[other].add(id)
    return {id: frozenset(ids) for id, ids in found.items()}


def _ties(entry: Entry, terms: Mapping[str, Entry], web: _Web, address: str) -> Iterator[Fact]:
    """The scheme, wider and narrower concepts, parts of a formula, and what else is tied either way."""
    scheme = _iri(_SCHEME, address)
    yield "skos:inScheme", scheme
    if not web.broader[entry.id]:
        yield "skos:topConceptOf", scheme
    wider = _above(entry.id, web.broader)
    found = {
        "skos:broader": web.broader[entry.id],
        "skos:narrower": web.narrower[entry.id],
        "skos:related": {id for id in web.related[entry.id] - wider if entry.id not in _above(id, web.broader)},
        "dct:hasPart": {item.see for item in entry.items if item.see in terms and item.see != entry.id},
    }
    for predicate, ids in found.items():
        for id in sorted(ids):
            yield predicate, _concept(terms[id], address)


def _targets(entry: Entry, terms: Mapping[str, Entry], *, hierarchical: bool) -> frozenset[str]:
    """The concepts that an entry's relations lead to, those that make it the narrower or all others."""
    kinds = [one for one in entry.relations if (one.kind == "具体化") == hierarchical]
    return frozenset(one.to for one in kinds if one.to in terms and one.to != entry.id)


def _above(id: str, broader: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Every concept wider than ``id``, at any remove: nothing can be related to these (SKOS S27)."""
    found: set[str] = set()
    open_ = set(broader[id])
    while open_:
        one = open_.pop()
        if one not in found:
            found.add(one)
            open_ |= broader[one]
    return frozenset(found)


def _block(subject: str, facts: list[Fact]) -> str:
    lines = dict.fromkeys(f"    {predicate} {value}" for predicate, value in facts)
    return f"{subject}\n" + " ;\n".join(lines) + " .\n"


def _concept(entry: Entry, address: str) -> str:
    return _iri(f"{entry_path(entry)}#concept", address)


def _iri(path: str, address: str) -> str:
    """An address in the site; without a known one, relative to the folder of this file."""
    return f"<{address or '../'}{quote(path, safe=_UNSAFE)}>"


def _literal(text: str, language: str = "") -> str:
    """A quoted string; JSON's escapes are Turtle's too."""
    return json.dumps(text, ensure_ascii=False) + (f"@{language}" if language else "")
