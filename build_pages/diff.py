"""What changed since a revision: mentions gained and lost, repairs, figures, pages. Each side builds itself."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_pages.model.problem import Problem, SourceError

_KEYS: Mapping[str, tuple[str, ...]] = {
    "documents": ("id", "title", "date", "kind"),
    "sections": ("document", "number", "heading", "level"),
    "mentions": ("paragraph", "quote", "kind", "target"),
    "repairs": ("document", "rule", "line", "found", "replacement", "applied", "count"),
    "figures": ("paragraph", "quote", "subject", "indicator", "period", "status", "measure", "relation"),
}
MOST = 40
"""Rows listed a table and side; the counts are of all."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Rows of one table that only one side has."""

    table: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]


def diff(root: Path, base: str, out: Path) -> Iterator[Difference]:
    """Compare the build in ``out`` with the git revision ``base``; raises SourceError (V001) if that does not build."""
    with tempfile.TemporaryDirectory() as folder:
        tree, built = Path(folder) / "tree", Path(folder) / "out"
        _export(root, base, tree)
        command = [sys.executable, "-m", "build_pages", "build", "--root", str(tree), "--out", str(built)]
        done = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)
        if done.returncode:
            why = done.stderr.strip()[-200:]
            raise SourceError([Problem(base, 1, "V001", f"name a revision that builds: {why}")])
        for table, keys in _KEYS.items():
            yield _compare(table, _rows(built, table, keys), _rows(out, table, keys))
        yield _compare("pages", Counter(_pages(built)), Counter(_pages(out)))


def _export(root: Path, base: str, tree: Path) -> None:
    tree.mkdir()
    archive = subprocess.run(
        ["git", "-C", str(root), "archive", "--format=tar", base], capture_output=True, check=False
    )
    if archive.returncode:
        raise SourceError([Problem(base, 1, "V001", f"name a git revision: {archive.stderr.decode().strip()}")])
    subprocess.run(["tar", "-x", "-C", str(tree)], input=archive.stdout, check=True)


def _rows(out: Path, table: str, keys: tuple[str, ...]) -> Counter[str]:
    path = out / f"data/{table}.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else ()
    return Counter(_say(json.loads(line), keys) for line in lines)


def _say(row: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    return " · ".join(str(row[key]) for key in keys if row.get(key) is not None)


def _pages(out: Path) -> Iterator[str]:
    return (path.relative_to(out).as_posix() for path in out.rglob("*.md"))


def _compare(table: str, before: Counter[str], after: Counter[str]) -> Difference:
    return Difference(table, tuple(sorted((after - before).elements())), tuple(sorted((before - after).elements())))
