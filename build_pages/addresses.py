"""Where each thing is published: paths relative to the site, fragments included. One rule a kind, never recomputed."""

from __future__ import annotations

from build_pages.model.entry import Entry

_ACTIVE = (".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".html", ".htm", ".xhtml", ".svg", ".xml")
FOLDERS = {"term": "glossary", "person": "people", "body": "bodies"}


def document_path(document: str) -> str:
    """The page of a document."""
    return f"documents/{document}.html"


def place_path(place: str) -> str:
    """A paragraph, a section, or (without a fragment) the head of a document."""
    document, mark, fragment = place.partition("#")
    return document_path(document) + mark + fragment


def entry_path(entry: Entry) -> str:
    """The page of a glossary entry."""
    return f"{FOLDERS[entry.kind]}/{entry.id}.html"


def indicator_path(indicator: str) -> str:
    """The page of an indicator."""
    return f"indicators/{indicator}.html"


def indicator_csv(indicator: str) -> str:
    """The values of an indicator as CSV."""
    return f"data/indicators/{indicator}.csv"


def received_path(name: str) -> str:
    """A received file to download: what a browser would run, or MkDocs render as a page, is published as plain text."""
    return f"received/{name}" + ".txt" * name.lower().endswith(_ACTIVE)


def relative(target: str, page: str) -> str:
    """A link to ``target`` as it stands on ``page``, both relative to the site."""
    path, mark, fragment = target.partition("#")
    if path == page:
        return mark + fragment or path.rpartition("/")[2]
    there, here = path.split("/"), page.split("/")[:-1]
    shared = 0
    while shared < len(here) and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:]) + mark + fragment
