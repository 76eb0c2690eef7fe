"""What Zotero saves of a page: the rules of its translators *Embedded Metadata* and *RDF* (2026-06) that bear on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup

_PREFIXES = {"dc", "dcterms", "z", "og", "article", "bib", "prism"}
_ITEM_TYPES = {"report", "presentation", "statute", "newspaperArticle", "document", "webpage", "journalArticle"}
_HIGHWIRE_TYPES = {"citation_journal_title": "journalArticle", "citation_technical_report_institution": "report"}
_HIGHWIRE_FIELDS = {
    "citation_title": "title", "citation_date": "date", "citation_technical_report_institution": "institution",
    "citation_publisher": "publisher", "citation_public_url": "url", "citation_language": "language",
}  # fmt: skip
_RDF_FIELDS = {
    "title": ("dc:title", "og:title"), "institution": ("dc:publisher",), "publisher": ("dc:publisher",),
    "date": ("dc:date",), "language": ("dc:language",), "rights": ("dc:rights",), "type": ("dc:type",),
    "extra": ("dc:description",), "url": ("og:url",), "publicationTitle": ("dc:source",),
    "archiveLocation": ("dc:coverage",), "abstractNote": ("og:description",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """An item in Zotero: its type, its fields, and its creators as (role, first name, last name)."""

    type: str
    fields: dict[str, str]
    creators: tuple[tuple[str, str, str], ...]


def save(page: str) -> Item:
    """The item that Zotero makes of the HTML of a page."""
    tree = BeautifulSoup(page, "html.parser")
    statements: dict[str, list[str]] = {}
    highwire: dict[str, list[str]] = {}
    for meta in tree.select("meta[content]"):
        name, content = str(meta.get("name") or meta.get("property") or ""), str(meta["content"])
        parts = re.split("[.:_]", name)
        if content and parts[0].lower() in _PREFIXES:
            property_ = name[len(parts[0]) + 1 :]
            key = f"{parts[0].lower()}:{property_[:1].lower()}{property_[1:]}"
            statements.setdefault(key, []).append(content)
        elif content and name.startswith("citation_"):
            highwire.setdefault(name, []).append(content)
    type_ = _type(statements, highwire)
    fields = {field: found for field, keys in _RDF_FIELDS.items() if (found := _first(statements, keys))}
    fields |= {key.removeprefix("z:"): found[0] for key, found in statements.items() if key.startswith("z:")}
    fields |= {field: highwire[name][0] for name, field in _HIGHWIRE_FIELDS.items() if name in highwire}
    if "url" not in fields and (canonical := tree.select_one('link[rel="canonical"]')):
        fields["url"] = str(canonical["href"])
    if type_ in ("webpage", "newspaperArticle") and (site := _first(statements, ("og:site_name",))):
        fields.setdefault("publicationTitle", site)
    authors = [_split(name, "author") for name in highwire.get("citation_author", ())]
    return Item(type_, fields, tuple(authors) or _creators(type_, statements))


def _type(statements: dict[str, list[str]], highwire: dict[str, list[str]]) -> str:
    """A Highwire tag that is sure, then z:itemType, og:type website, what Highwire lets guess, and a web page."""
    sure = [type_ for name, type_ in _HIGHWIRE_TYPES.items() if name in highwire]
    named = [type_ for type_ in statements.get("z:itemType", ()) if type_ in _ITEM_TYPES]
    web = ["webpage"] if statements.get("og:type") == ["website"] else []
    guess = ["journalArticle"] if "citation_title" in highwire else ["webpage"]
    return [*sure, *named, *web, *guess][0]


def _creators(type_: str, statements: dict[str, list[str]]) -> tuple[tuple[str, str, str], ...]:
    role, key = ("presenter", "z:presenters") if type_ == "presentation" else ("author", "dc:creator")
    return tuple(_split(name, role) for name in statements.get(key, ()))


def _split(name: str, role: str) -> tuple[str, str, str]:
    """``cleanAuthor``: last name and first at a comma, or first and last at the last blank."""
    if "," in name:
        last, first = re.split(", ?", name)[:2]
        return role, first, last
    first, _, last = name.rpartition(" ")
    return role, first, last


def _first(statements: dict[str, list[str]], keys: Sequence[str]) -> str:
    return next((statements[key][0] for key in keys if key in statements), "")
