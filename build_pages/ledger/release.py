"""The verb ``release``: what is published is written into the ledger, and from then on it binds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from build_pages.build import open_edition
from build_pages.ledger.addresses import list_addresses
from build_pages.ledger.check import find_problems
from build_pages.ledger.editions import first_edition
from build_pages.ledger.lines import LEDGER, read_ledger, read_releases, write_ledger
from build_pages.model.ledger import Bound
from build_pages.model.output import as_files
from build_pages.model.problem import Problem, SourceError
from build_pages.model.record import Record
from build_pages.model.version import rank
from build_pages.source import read_records, read_redirects
from build_pages.source.folder import Folder
from build_pages.source.held import Held
from build_pages.source.yaml_lines import read_yaml
from build_pages.write import write


@dataclass(frozen=True, slots=True)
class Released:
    """How many addresses the ledger holds, and how many of them the release added or gave another text."""

    addresses: int
    added: int
    changed: int


def release(root: Path, version: str, day: str, *, again: bool = False) -> Released:
    """Write the ledger of the archive at ``root`` for a release; ``again``: write that of the last release anew.

    Documents without an edition are given their first. Raises SourceError, and writes nothing, where the source is
    faulty, something published is broken, or the version (L005) is not the one to come.
    """
    edition = open_edition(root)
    folder = Folder(root)
    releases, bounds, records = read_releases(folder), read_ledger(folder), read_records(folder)
    live = list_addresses(edition)
    kept = tuple(bound for bound in bounds if not (again and bound.version == version))
    problems = [
        *_refuse(edition.library.archive.version, version, releases, again=again),
        *_find_later(records, version),
        *find_problems(live, kept, read_redirects(folder), records),
    ]
    if problems:
        raise SourceError(problems)
    opened = {root / held.text.path: _open_log(root, held, version, day) for held in records if not held.value.editions}
    extended = extend(kept, live, version)
    write(root / LEDGER, as_files(write_ledger(extended, {**releases, version: day}).items()))
    for path, text in opened.items():
        path.write_text(text, encoding="utf-8")
    return _count(bounds, extended)


def extend(bounds: Iterable[Bound], live: Mapping[str, str], version: str) -> tuple[Bound, ...]:
    """The ledger after a release: what was published stays, new and changed texts are entered with ``version``."""
    ledger = {bound.address: replace(bound, line=0) for bound in bounds}
    for address, text in live.items():
        if address not in ledger or ledger[address].fingerprint != text:
            ledger[address] = Bound(address, text, version)
    return tuple(ledger.values())


def _refuse(stated: str, version: str, releases: Mapping[str, str], *, again: bool) -> Iterator[Problem]:
    """Why a version cannot be released."""
    last = max(releases, key=rank, default="")
    if stated != version:
        yield Problem("source/archive.yml", 1, "L005", f"write version: {version}, not {stated!r}")
    if again and version != last:
        yield Problem(f"{LEDGER}/releases.tsv", 1, "L005", f"only the last release can be written again: {last or '—'}")
    elif not again and rank(version) <= rank(last):
        say = f"take a version after {last}, or --again as long as {last} is not published"
        yield Problem(f"{LEDGER}/releases.tsv", len(releases), "L005", say)


def _find_later(records: Iterable[Held[Record]], version: str) -> Iterator[Problem]:
    """Editions of a later release: they would answer for changes that are still to come."""
    for held in records:
        if rank(held.value.version) > rank(version):
            say = f"write the edition as of {version}, the version that is released, not {held.value.version}"
            yield held.problem("L005", say, ("editions", len(held.value.editions) - 1))


def _count(before: Iterable[Bound], after: tuple[Bound, ...]) -> Released:
    texts = {bound.address: bound.fingerprint for bound in before}
    entered = [texts.get(bound.address, bound.fingerprint) == bound.fingerprint for bound in after]
    return Released(len(entered), sum(bound.address not in texts for bound in after), entered.count(False))


def _open_log(root: Path, held: Held[Record], version: str, day: str) -> str:
    """The text of a record with its first edition added; raises SourceError where that cannot be appended."""
    text = (root / held.text.path).read_text(encoding="utf-8").rstrip("\n") + "\n" + first_edition(version, day)
    read_yaml(text, held.text.path)
    return text
