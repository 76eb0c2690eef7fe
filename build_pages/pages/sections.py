"""The parts of the glossary: which index lists each kind of entry, and what it is called."""

from __future__ import annotations

from collections.abc import Mapping

from build_pages.model.entry import EntryKind

SECTIONS: Mapping[EntryKind, tuple[str, str]] = {
    "term": ("glossary/index.html", "提法"),
    "person": ("people/index.html", "人物"),
    "body": ("bodies/index.html", "机构"),
}
"""Kind ▸ the path of its index and its name."""
