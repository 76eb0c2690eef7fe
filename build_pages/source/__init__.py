"""Disk to ``Library``: the only reader. Every mistake of the source is found in one run."""

from __future__ import annotations

from pathlib import Path

from build_pages.model.ledger import Redirect
from build_pages.model.library import Library
from build_pages.model.problem import Problem, SourceError
from build_pages.model.record import Archive, Missing, Record, Ruling
from build_pages.source.codings import (
    check_codings,
    read_codings,
    read_discrepancies,
    read_double_codings,
    read_themes,
)
from build_pages.source.comparisons import check_comparisons, read_comparisons
from build_pages.source.consistency import check_library, check_pages
from build_pages.source.folder import Folder
from build_pages.source.glossary import read_entries
from build_pages.source.held import Held
from build_pages.source.indicators import check_indicators, read_indicators
from build_pages.source.received import read_readings


def read_records(folder: Folder) -> list[Held[Record]]:
    """The records of the documents, by file name; what cannot be read is noted in the folder's problems."""
    return [held for path in folder.paths("source/documents", "*.yml") if (held := folder.read(Record, path))]


def read_rulings(folder: Folder) -> dict[str, list[Held[Ruling]]]:
    """Document id ▸ what people decided on its mentions and figures."""
    return {Path(path).stem: folder.read_list(Ruling, path) for path in folder.paths("source/rulings", "*.yml")}


def read_redirects(folder: Folder) -> list[Held[Redirect]]:
    """Where published addresses that are no longer there are found now, in the order of the file."""
    return folder.read_list(Redirect, "source/redirects.yml")


def read_source(root: Path, *, rulings: bool = True) -> Library:
    """Read ``root/source``; ``rulings`` false leaves out what people decided on mentions and figures.

    Raises SourceError with every problem of every file.
    """
    folder = Folder(root)
    archive = folder.read(Archive, "source/archive.yml")
    readings = read_readings(folder)
    records = read_records(folder)
    entries = read_entries(folder)
    ruled = read_rulings(folder) if rulings else {}
    missing = folder.read_list(Missing, "source/missing.yml")
    indicators = read_indicators(folder)
    themes, codings = read_themes(folder), read_codings(folder)
    doubles, disputed = read_double_codings(folder), read_discrepancies(folder)
    comparisons, redirects = read_comparisons(folder), read_redirects(folder)
    usage, everyday = folder.read_counts("source/usage.yml"), folder.read_words("source/everyday.yml")
    pages = {Path(path).stem: folder.text(path) for path in folder.paths("source/pages", "*.md")}
    unread = {one.path for one in folder.problems}
    problems = [*folder.problems, *check_pages(pages), *check_library(readings, records, entries, ruled, unread)]
    problems += check_indicators(indicators, {held.value.id for held in themes})
    problems += check_codings(themes, codings, disputed, records)
    problems += check_comparisons(comparisons, records)
    if archive is None or problems:
        raise SourceError(problems or [Problem("source/archive.yml", 1, "Y004", "add this file")])
    return Library(
        archive=archive.value,
        readings={name: held.value for name, held in readings.items()},
        records=tuple(sorted((held.value for held in records), key=lambda record: record.id)),
        entries=tuple(sorted((held.value for held in entries), key=lambda entry: (entry.kind, entry.id))),
        rulings={name: tuple(held.value for held in helds) for name, helds in sorted(ruled.items())},
        missing=tuple(held.value for held in missing),
        indicators=tuple(held.value for held in indicators),
        usage=usage,
        everyday=everyday,
        pages=pages,
        themes=tuple(held.value for held in themes),
        codings={name: tuple(held.value for held in helds) for name, helds in sorted(codings.items())},
        double_codings=tuple(held.value for held in doubles),
        discrepancies=tuple(held.value for held in disputed),
        comparisons=tuple(held.value for held in comparisons),
        redirects=tuple(held.value for held in redirects),
    )
