"""Glossary entries, one file each, in three folders by kind."""

from __future__ import annotations

from typing import Any

from build_pages.model.entry import Entry
from build_pages.source.folder import Folder
from build_pages.source.held import Held

KINDS = {"terms": "term", "people": "person", "bodies": "body"}


def read_entries(folder: Folder) -> list[Held[Entry]]:
    """Every entry below ``source/glossary/``; the folder gives the kind."""
    entries = []
    for name, kind in KINDS.items():
        for path in folder.paths(f"source/glossary/{name}", "*.yml"):

            def adapt(data: Any, kind: str = kind) -> Any:
                return _spell_out(data, kind)

            if held := folder.read(Entry, path, adapt):
                entries.append(held)
    return entries


def _spell_out(data: Any, kind: str) -> Any:
    """An entry with its kind, and each form written short (a string) spelled out as a mapping."""
    if not isinstance(data, dict):
        return data
    forms = data.get("forms")
    if isinstance(forms, list):
        data = data | {"forms": [{"form": form} if isinstance(form, str) else form for form in forms]}
    return data | {"kind": kind}
