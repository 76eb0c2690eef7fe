"""The search index: files that a page loads as scripts, so that it also works where a browser refuses ``fetch``."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from build_pages.model.edition import Edition
from build_pages.search.fold import Folding
from build_pages.search.grams import LIGHT
from build_pages.search.lexicon import plan_lexicon
from build_pages.search.scripts import FOLDER, script
from build_pages.search.shards import plan_index
from build_pages.search.sheets import Sheet, read_sheets

Row = Mapping[str, object]


def plan_search(edition: Edition, everyday: Mapping[str, Sequence[str]] | None = None) -> dict[str, str]:
    """Path below the output ▸ text, for every file of the index.

    ``everyday`` leads words people use to those the documents use.
    """
    missing = [{"title": m.title, "date": m.date, "answers": m.answers} for m in edition.library.missing]
    lexicon = plan_lexicon(edition, everyday or {})
    return plan_archive(read_sheets(edition), {"missing": missing}, lexicon)


def plan_archive(sheets: Sequence[Sheet], extra: Row, parts: Mapping[str, Row], light: int = LIGHT) -> dict[str, str]:
    """The files of an index over ``sheets``: manifest (which holds ``extra``), shards, and ``parts`` by name.

    ``light`` is how often a gram may stand in the archive and still be fetched whole.
    """
    folding = Folding.over(unit.text for sheet in sheets for unit in sheet.units)
    files, summary = plan_index(sheets, folding, light)
    files |= {f"{FOLDER}/{name}.js": script(name, row) for name, row in parts.items()}
    digest = hashlib.sha256()
    for path, text in files.items():
        digest.update(path.encode() + text.encode())
    manifest = {"version": digest.hexdigest()[:12], "fold": folding.as_data(), **summary, **extra}
    return {f"{FOLDER}/manifest.js": script("manifest", manifest)} | files
