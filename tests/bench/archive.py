"""Documents and formulations written as an archive: a source that passes its own checks, beside a copy of the code."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from compileall import compile_dir
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from build_pages.initiate import initiate
from tests.bench.documents import Report, Words, make_report
from tests.bench.invented import INDICATORS, UNITS
from tests.publish import PARTS, ROOT

SIZE = (14_000, 20_000)
"""Least and most characters of a document."""
_STAMP = ".made-of"


@dataclass(frozen=True, slots=True)
class Scale:
    """How large an archive is: documents, entries of its glossary, characters of a document (least, most)."""

    documents: int
    terms: int
    size: tuple[int, int] = SIZE

    @property
    def name(self) -> str:
        """A name for a folder."""
        return f"{self.documents}-documents-{self.terms}-terms-{self.size[0]}-{self.size[1]}"


def make_reports(words: Words, scale: Scale) -> Iterator[Report]:
    """The documents of an archive of this scale."""
    return (make_report(words, n, scale.size) for n in range(scale.documents))


def make_archive(words: Words, scale: Scale, folder: Path) -> Path:
    """Write an archive below ``folder`` with the code of this repository; its root. What is there already is kept."""
    root = folder / f"{type(words).__name__.lower()}-{scale.name}"
    stamp = _stamp(words)
    if not (root / _STAMP).exists() or (root / _STAMP).read_text() != stamp:
        shutil.rmtree(root, ignore_errors=True)
        _write_source(words, scale, root)
        (root / _STAMP).write_text(stamp)
    _copy_code(root)
    return root


def clear(root: Path, *, code: bool = False) -> None:
    """Remove everything that was built, caches at whatever place included, and the ``code`` too if so asked."""
    kept = ("source", _STAMP, *(() if code else (*PARTS, "mkdocs.yml")))
    for path in root.iterdir():
        if path.name not in kept:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    (root / "build/docs").mkdir(parents=True)


def _copy_code(root: Path) -> None:
    """Put this repository's code, compiled, beside the source."""
    clear(root, code=True)
    for part in PARTS:
        shutil.copytree(ROOT / part, root / part)
    shutil.copy(ROOT / "mkdocs.yml", root)
    compile_dir(root / "build_pages", quiet=1)


def _stamp(words: Words) -> str:
    """What the source is made of: the code that makes it and a sample of the words it is given."""
    digest = hashlib.sha256(json.dumps(words.terms(50)).encode())
    for name in ("words", "invented", "drawn", "documents", "archive"):
        digest.update((Path(__file__).parent / f"{name}.py").read_bytes())
    return digest.hexdigest()


def _write_source(words: Words, scale: Scale, root: Path) -> None:
    initiate(root)
    source = root / "source"
    for path in (source / "glossary").rglob("*.yml"):
        path.unlink()  # the entries are those of the benchmark alone
    held = [_write_document(source, report) for report in make_reports(words, scale)]
    _dump(source / "received.yml", held)
    _dump(source / "indicators.yml", [_indicator(n, name) for n, name in enumerate(INDICATORS)])
    for n, forms in enumerate(words.terms(scale.terms)):
        _dump(source / f"glossary/terms/t{n:05}.yml", _entry(n, forms))


def _write_document(source: Path, report: Report) -> dict[str, str]:
    """Write the received file and the record of a document; the row of the file in ``received.yml``."""
    data, file = report.text.encode(), f"{report.id}.txt"
    (source / "received" / file).write_bytes(data)
    record = {
        "id": report.id, "title": report.title, "kind": "report", "series": report.series, "year": report.year,
        "completeness": "full", "transcription": "proofread", "date": report.date, "date_basis": "inferred",
        "speaker": "某某", "inferred": {"date": "虚构", "speaker": "虚构"},
        "received": {"file": file, "lines": [1, len(report.lines) + 1]},
        "structure": [{"line": 1, "is": "title", "by": "ed"}],
    }  # fmt: skip
    _dump(source / f"documents/{report.id}.yml", record)
    return {"file": file, "sha256": hashlib.sha256(data).hexdigest(), "origin": "invented", "rights": "none"}


def _entry(number: int, forms: Sequence[str]) -> dict[str, Any]:
    """An entry; of a hundred, five have a context that does not count, two must stand between word boundaries."""
    name = forms[0]
    entry: dict[str, Any] = {
        "id": f"t{number:05}", "name": name, "forms": list(forms), "category": "set-phrase", "level": "central",
        "explain": number % 2 == 0,
        "meaning": {"text": f"{name}，是为量时间而虚构的提法，与实有的文件无关。", "basis": "editors"},
        "english": {"text": f"Invented formulation {number}"},
        "match": {"examples": [f"坚持{name}，" for name in forms]},
    }  # fmt: skip
    if number % 20 == 7:
        entry["match"]["not_in"] = [f"{name}大会"]
    if bounded(number):
        entry["match"]["words"] = True
    if number % 5 == 1:
        entry["relations"] = [{"kind": "呼应", "to": f"t{number - 1:05}", "basis": "editors"}]
    return entry


def bounded(number: int) -> bool:
    """Whether the so-many-th entry only counts between word boundaries."""
    return number % 50 == 49


def _indicator(number: int, name: str) -> dict[str, Any]:
    return {
        "id": f"i{number:02}", "name": name, "english": f"Invented measure {number}", "theme": "overview",
        "unit": list(UNITS), "measure": ["level", "growth"], "wordings": [{"text": name, "whole": True}],
    }  # fmt: skip


def _dump(path: Path, data: Any) -> None:
    path.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=200), "utf-8")
