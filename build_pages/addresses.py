"""Where each thing is published: paths relative to the site, fragments included. One rule a kind, never recomputed."""

from __future__ import annotations

from posixpath import basename, dirname, relpath

from build_pages.model.entry import Entry

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


def relative(target: str, page: str) -> str:
    """A link to ``target`` as it stands on ``page``, both relative to the site."""
    path, mark, fragment = target.partition("#")
    if path == page:
        return mark + fragment or basename(path)
    return relpath(path, dirname(page)) + mark + fragment
