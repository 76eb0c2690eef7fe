"""What a source that can be built still leaves open: TODOs and undecided repairs of its records."""

from __future__ import annotations

from collections.abc import Iterator

from build_pages.model.library import Library
from build_pages.model.problem import Problem


def list_questions(library: Library) -> Iterator[Problem]:
    """Each open question, at the file that can answer it."""
    for record in library.records:
        path = f"source/documents/{record.id}.yml"
        for todo in record.todo:
            yield Problem(path, 1, "T001", f"decide: {todo}", open=True)
        for repair in record.repairs:
            if not repair.decided:
                what = f"{repair.found!r} → {repair.replacement!r} ({repair.rule}, {repair.method})"
                say = f"decide on line {repair.line}: {what}"
                yield Problem(path, 1, "T002", say, open=True)
