"""An entry as schema.org linked data (https://schema.org/DefinedTerm), for the head of machines that read pages."""

from __future__ import annotations

from collections.abc import Mapping

from build_pages.addresses import relative
from build_pages.find.entries import forms_of
from build_pages.model.entry import Entry
from build_pages.model.record import Archive
from build_pages.pages.sections import SECTIONS


def describe(entry: Entry, archive: Archive, page: str) -> Mapping[str, object]:
    """A DefinedTerm in its set; links are relative to the page. What is not known is left out."""
    index, name = SECTIONS[entry.kind]
    damaged = {form.form for form in entry.forms if form.damaged}
    others = [form for form in forms_of(entry) if form != entry.name and form not in damaged]
    english = [entry.english.text] if entry.english else []
    facts: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "name": entry.name,
        "termCode": entry.id,
        "inLanguage": "zh-Hans",
        "url": relative(page, page),
        "description": entry.meaning.text,
        "alternateName": others + english,
        "inDefinedTermSet": {
            "@type": "DefinedTermSet",
            "name": f"{archive.title}：{name}",
            "url": relative(index, page),
        },
    }
    return {key: value for key, value in facts.items() if value}
