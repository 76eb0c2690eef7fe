"""What changed since a revision: texts, addresses, mentions gained and lost, repairs, figures, pages.

Only ``source/`` is taken from the revision, and both sides are made by the program as it is now: nothing of the
revision is run, and what shows is what a change of the source does. What one of the program does shows in its tests.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_pages.build import open_edition
from build_pages.data.apparatus import repair_rows
from build_pages.data.figures import figure_rows
from build_pages.data.glossary import mention_rows
from build_pages.data.texts import document_rows, section_rows
from build_pages.diff.revision import unpack
from build_pages.ledger.addresses import list_addresses
from build_pages.ledger.editions import propose_editions
from build_pages.model.edition import Edition
from build_pages.model.problem import Problem, SourceError

Row = Mapping[str, Any]
_TABLES: Mapping[str, tuple[Callable[[Edition], Iterable[Row]], tuple[str, ...]]] = {
    "documents": (document_rows, ("id", "title", "date", "kind", "version")),
    "sections": (section_rows, ("document", "number", "heading", "level")),
    "mentions": (mention_rows, ("paragraph", "quote", "kind", "target")),
    "repairs": (repair_rows, ("document", "rule", "line", "found", "replacement", "applied", "count")),
    "figures": (
        figure_rows,
        ("paragraph", "quote", "subject", "indicator", "period", "status", "measure", "relation"),
    ),
}
BEFORE, AFTER = 12, 48
"""Characters of a changed text that are shown before and after the place where it begins to differ."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Rows of one table that only one side has, each as a line of text."""

    table: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]


def diff(root: Path, base: str) -> Iterator[Difference]:
    """Compare the archive at ``root`` with its ``source/`` at the git revision ``base``, table by table.

    The last, ``editions``, holds the lines that change logs lack for texts that changed. Raises SourceError where one
    of the two sources is faulty, (V001) where ``base`` is no revision or its source cannot be read.
    """
    now = open_edition(root)
    with unpack(root, base) as tree:
        try:
            before = open_edition(tree)
        except SourceError as error:
            say = f"name a revision whose source can be read: {error.problems[0]}"
            raise SourceError([Problem(base, 1, "V001", say)]) from None
    for table, (rows, keys) in _TABLES.items():
        yield _compare(table, (_say(row, keys) for row in rows(before)), (_say(row, keys) for row in rows(now)))
    yield from _compare_addresses(before, now)


def _compare_addresses(before: Edition, now: Edition) -> Iterator[Difference]:
    old, new = list_addresses(before), list_addresses(now)
    yield _compare("pages", (key for key in old if "#" not in key), (key for key in new if "#" not in key))
    yield _compare("anchors", (key for key in old if "#" in key), (key for key in new if "#" in key))
    yield _compare_texts(before, now)
    logs, logged = ({one.id: one.editions for one in edition.library.records} for edition in (before, now))
    unlogged = {id for id, log in logs.items() if log and logged.get(id) == log}
    yield Difference("editions", tuple(propose_editions(old, new, unlogged)), ())


def _compare_texts(before: Edition, now: Edition) -> Difference:
    """What stands otherwise at the same place."""
    old, new = _texts(before), _texts(now)
    changed = {id: _differing(old[id], text) for id, text in new.items() if old.get(id, text) != text}
    gained = tuple(f"{id} · {reads}" for id, (_, reads) in changed.items())
    return Difference("texts", gained, tuple(f"{id} · {read}" for id, (read, _) in changed.items()))


def _differing(old: str, new: str) -> tuple[str, str]:
    """Both texts from shortly before the place where they begin to differ."""
    at = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    shown = slice(max(0, at - BEFORE), at + AFTER)
    return old[shown], new[shown]


def _texts(edition: Edition) -> dict[str, str]:
    return {id: place.text for one in edition.documents for id, place in one.places.items()}


def _say(row: Row, keys: Iterable[str]) -> str:
    return " · ".join(" ".join(str(row[key]).split()) for key in keys if row.get(key) is not None)


def _compare(table: str, before: Iterable[str], after: Iterable[str]) -> Difference:
    old, new = Counter(before), Counter(after)
    return Difference(table, tuple(sorted((new - old).elements())), tuple(sorted((old - new).elements())))
