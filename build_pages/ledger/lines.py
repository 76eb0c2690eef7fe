"""The ledger on disk: ``source/ledger/``, lines of address, fingerprint and version with tabs between, sorted.

Pages stand in ``pages.tsv``, the fragments of a page in the file of its name: ``documents/<id>.tsv``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from build_pages.model.ledger import Bound
from build_pages.model.problem import Problem, SourceError
from build_pages.model.version import check_day, check_version
from build_pages.source.folder import Folder

LEDGER = "source/ledger"
_RELEASES = "releases.tsv"
_SAY = "put back this line as the release wrote it (git checkout), or write the ledger anew with “release”"


def ledger_file(bound: Bound) -> str:
    """The file below ``source/ledger`` that an address stands in."""
    return str(PurePosixPath(bound.page).with_suffix(".tsv")) if bound.fragment else "pages.tsv"


def read_ledger(folder: Folder) -> tuple[Bound, ...]:
    """Every bound address; empty before the first release. Raises SourceError (L004) with every line that is none."""
    bounds, problems = list[Bound](), list[Problem]()
    for path in folder.paths(LEDGER, "**/*.tsv"):
        if path == f"{LEDGER}/{_RELEASES}":
            continue
        for number, line in enumerate(folder.text(path).splitlines(), 1):
            bound = _read_line(line, number)
            if bound and path == f"{LEDGER}/{ledger_file(bound)}":
                bounds.append(bound)
            else:
                problems.append(Problem(path, number, "L004", _SAY))
    if problems or folder.problems:
        raise SourceError([*problems, *folder.problems])
    return tuple(bounds)


def read_releases(folder: Folder) -> Mapping[str, str]:
    """Version ▸ day of each release, the oldest first. Raises SourceError (L004) with every line that is none."""
    path = f"{LEDGER}/{_RELEASES}"
    lines = folder.text(path).splitlines() if (folder.root / path).exists() else []
    try:
        return {check_version(version): check_day(day) for version, day in (line.split("\t") for line in lines)}
    except ValueError as error:
        raise SourceError([Problem(path, 1, "L004", f"{_SAY}: {error}")]) from None


def write_ledger(bounds: Iterable[Bound], releases: Mapping[str, str]) -> dict[str, str]:
    """Path below ``source/ledger`` ▸ text of each file."""
    files = defaultdict[str, list[str]](list)
    for bound in sorted(bounds, key=lambda bound: bound.address):
        files[ledger_file(bound)].append(f"{bound.address}\t{bound.fingerprint}\t{bound.version}\n")
    files[_RELEASES] = [f"{version}\t{day}\n" for version, day in releases.items()]
    return {path: "".join(lines) for path, lines in sorted(files.items())}


def _read_line(line: str, number: int) -> Bound | None:
    fields = line.split("\t")
    try:
        return Bound(fields[0], fields[1], check_version(fields[2]), number) if len(fields) == 3 else None
    except ValueError:
        return None
