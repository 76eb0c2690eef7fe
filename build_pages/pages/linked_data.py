"""What a page is about as linked data in the words of schema.org, for machines that read pages.

Addresses are those of the site if known, and else relative to the page. What is not known is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from build_pages.addresses import document_path, received_path, relative
from build_pages.find.entries import forms_of
from build_pages.formats import DICTIONARY, FORMATS, download_path
from build_pages.model.entry import Entry
from build_pages.model.record import Archive, Record
from build_pages.pages.citation import Reference
from build_pages.pages.sections import SECTIONS

Facts = Mapping[str, object]
_CONTEXT = "https://schema.org"
_LANGUAGE = "zh-Hans"


def describe(entry: Entry, archive: Archive, page: str) -> Facts:
    """A DefinedTerm in its set (https://schema.org/DefinedTerm); links are relative to the page."""
    index, name = SECTIONS[entry.kind]
    damaged = {form.form for form in entry.forms if form.damaged}
    others = [form for form in forms_of(entry) if form != entry.name and form not in damaged]
    english = [entry.english.text] if entry.english else []
    facts: dict[str, object] = {
        "@context": _CONTEXT,
        "@type": "DefinedTerm",
        "name": entry.name,
        "termCode": entry.id,
        "inLanguage": _LANGUAGE,
        "url": relative(page, page),
        "description": entry.meaning.text,
        "alternateName": others + english,
        "inDefinedTermSet": {
            "@type": "DefinedTermSet",
            "name": f"{archive.title}：{name}",
            "url": relative(index, page),
        },
    }
    return _known(facts)


def describe_document(record: Record, one: Reference, archive: Archive, address: str) -> Facts:
    """A Report, a Legislation, an Article or a NewsArticle: who, when, from which received file, in which formats."""
    page = document_path(record.id)
    return _known({
        "@context": _CONTEXT, "@type": one.form.schema, "@id": _at(page, page, address),
        "url": _at(page, page, address), "name": one.title, "headline": record.title,
        "alternateName": [name for name in (one.short, one.english) if name], "inLanguage": _LANGUAGE,
        "genre": one.genre, "copyrightNotice": one.rights, "version": archive.version, "isAccessibleForFree": True,
        "recordedAt": {"@type": "Event", "name": one.occasion} if one.occasion else None,
        "isPartOf": _archive(archive, page, address),
        "isBasedOn": _at(received_path(record.received.file), page, address),
        "encoding": [_media(download_path(record.id, kind), kind.media, page, address) for kind in FORMATS],
    } | dict(_origin(record, one)))  # fmt: skip


def _origin(record: Record, one: Reference) -> Facts:
    """Who spoke or issued it, and when: a legal document is passed by a body, other documents have an author."""
    body = {"@type": "Organization", "name": record.issuer} if record.issuer else None
    person = _known({"@type": "Person", "name": record.speaker, "jobTitle": one.role}) if record.speaker else None
    if one.form.schema == "Legislation":
        return {"legislationDate": one.date, "legislationPassedBy": body, "author": person}
    return {"dateCreated": one.date, "author": person or body, "sourceOrganization": body}


def describe_data(
    name: str, about: str, files: Iterable[tuple[str, str]], archive: Archive, page: str, address: str
) -> Facts:
    """A Dataset (https://schema.org/Dataset); ``files`` are the paths and media types it is distributed as."""
    return _known({
        "@context": _CONTEXT, "@type": "Dataset", "@id": _at(page, page, address), "url": _at(page, page, address),
        "name": name, "description": about, "inLanguage": _LANGUAGE, "version": archive.version,
        "isAccessibleForFree": True, "spatialCoverage": archive.place,
        "creator": {"@type": "Organization", "name": archive.title},
        "includedInDataCatalog": {
            "@type": "DataCatalog", "name": archive.title, "url": _at(DICTIONARY, page, address),
        },
        "distribution": [_media(path, media, page, address, "DataDownload") for path, media in files],
    })  # fmt: skip


def describe_archive(archive: Archive, page: str, address: str) -> Facts:
    """The WebSite, for the home page."""
    site = {"@context": _CONTEXT} | _archive(archive, page, address)
    return _known(site | {"@type": "WebSite", "description": archive.lead, "inLanguage": _LANGUAGE})


def _archive(archive: Archive, page: str, address: str) -> dict[str, object]:
    url = _at("index.html", page, address).removesuffix("index.html") or "."
    return {"@type": "Collection", "name": archive.title, "alternateName": archive.english, "url": url}


def _media(path: str, media: str, page: str, address: str, type_: str = "MediaObject") -> Facts:
    return {"@type": type_, "encodingFormat": media, "contentUrl": _at(path, page, address)}


def _at(path: str, page: str, address: str) -> str:
    return address + path if address else relative(path, page)


def _known(facts: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in facts.items() if value}
