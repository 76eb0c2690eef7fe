"""The whole way from ``source/`` to the Markdown and data that MkDocs publishes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import cast

from build_pages.accounting import account
from build_pages.addresses import received_path
from build_pages.ahead import begin
from build_pages.collector import not_collected
from build_pages.comparisons.idle import find_idle_corrections
from build_pages.compose import compose, gather
from build_pages.data import plan_data
from build_pages.discrepancies.idle import find_idle_discrepancies
from build_pages.exports import plan_exports
from build_pages.ledger.check import check_ledger
from build_pages.model.edition import Edition
from build_pages.model.output import File, Size, as_files
from build_pages.model.problem import Problem, SourceError
from build_pages.pages import plan, plan_leaves
from build_pages.pages.dictionary import make_dictionary
from build_pages.pages.keys import read_keys
from build_pages.pages.metadata import add_heads
from build_pages.questions import list_questions
from build_pages.render import render
from build_pages.rulings import find_idle
from build_pages.search import index_ahead, plan_search
from build_pages.source import read_records, read_rulings, read_source
from build_pages.source.codings import read_discrepancies
from build_pages.source.comparisons import read_comparisons
from build_pages.source.folder import Folder
from build_pages.store import NOTHING_KEPT, Store
from build_pages.write import Marks, Written, write


class Superseded(Exception):
    """What was being built is no longer wanted."""


_OVERLAP = 3600
"""Seconds for which what another build may still want is kept."""


def build(
    root: Path, out: Path, *, rulings: bool = True, jobs: int = 1, address: str = "", store: Store = NOTHING_KEPT,
    superseded: Callable[[], bool] = lambda: False,
) -> Written:  # fmt: skip
    """Build the archive at ``root`` into ``out``; raises SourceError, and writes nothing, for a faulty source.

    ``address`` is where the site is published: pages and data that must name it absolutely do so if it is known.
    ``store`` keeps what this build makes and the next one need not. A build that is ``superseded`` by an edit is given
    up: it raises Superseded, and writes nothing.
    """
    began, place = time.time(), store.key("written", str(out.resolve()))
    sizes = dict[str, Size]()

    def write_all() -> Written:
        edition = replace(open_edition(root, rulings=rulings, jobs=jobs, store=store), address=address)
        files = _unless(superseded, make_files(edition, root, sizes, store, jobs))
        return write(out, files, cast(Marks, store.find(place) or {}), sizes)

    with not_collected():
        written = write_all()  # when it is done, so is the edition: the collector finds little to go through
    store.keep(place, written.marks)
    store.sweep(began - _OVERLAP)
    return written


def _unless(superseded: Callable[[], bool], files: Iterable[File]) -> Iterator[File]:
    for file in files:
        if superseded():
            raise Superseded
        yield file


def open_edition(root: Path, *, rulings: bool = True, jobs: int = 1, store: Store = NOTHING_KEPT) -> Edition:
    """The edition of the archive at ``root``; raises SourceError for a faulty source, idle decisions included."""
    edition = compose(read_source(root, rulings=rulings), jobs, store)
    if idle := _find_idle(edition, root, rulings=rulings):
        raise SourceError(idle)
    return edition


def make_files(
    edition: Edition, root: Path, sizes: Mapping[str, Size], store: Store = NOTHING_KEPT, jobs: int = 1
) -> Iterator[File]:
    """The files of the output: pages, data and the received files to download.

    ``sizes`` are those of files that are written, by path: that of a data file is there when the next is asked for.
    Where there may be several ``jobs``, another process makes what the index rests on meanwhile.
    """
    everyday = edition.library.everyday
    wait = begin(index_ahead, [(edition, everyday, store)] if jobs > 1 and store.keeps else [])
    yield from _make_pages(edition, sizes, store)
    wait()
    yield from plan_search(edition, everyday, store)
    readings = sorted(edition.library.readings.items())
    sums = "".join(
        f"{reading.file.sha256}  {received_path(name).removeprefix('received/')}\n" for name, reading in readings
    )
    yield File("received/SHA256SUMS", lambda: sums)
    for name, reading in readings:
        yield File(received_path(name), (root / "source/received" / name).read_bytes, store.key(reading.file.sha256))


def _make_pages(edition: Edition, sizes: Mapping[str, Size], store: Store) -> Iterator[File]:
    """Data, pages, and what lists them. What they share is held until the last is made."""
    data = []
    for file in plan_data(edition, store):
        data.append(file.path)
        yield file
    dictionary = make_dictionary(edition, {path: sizes[path] for path in data})
    pages = add_heads((*plan(edition, store), dictionary), edition)
    yield from render(pages, edition.library.archive, store)
    yield from as_files(plan_exports(edition, pages, data))


def make_leaves(root: Path, store: Store, address: str = "") -> Iterator[File]:
    """The pages of documents and entries alone, as ``make_files`` has them; raises SourceError for a faulty source."""
    with not_collected():
        edition = replace(gather(read_source(root), store=store), address=address)
        pages = add_heads(plan_leaves(edition, read_keys(edition, store)), edition)
    return render(pages, edition.library.archive, store)


def check(root: Path) -> tuple[Problem, ...]:
    """Every problem of the source at ``root``: its mistakes, or, where it can be built, the open questions in it."""
    try:
        edition = open_edition(root)
    except SourceError as error:
        return error.problems
    asked = list_questions(edition.library, read_records(Folder(root)))
    return tuple(sorted((*account(edition.library), *asked, *check_ledger(edition, root))))


def _find_idle(edition: Edition, root: Path, *, rulings: bool = True) -> tuple[Problem, ...]:
    """What people decided on places or words that are not there."""
    folder = Folder(root)
    ruled = read_rulings(folder) if rulings else {}
    return (
        *find_idle(edition, ruled),
        *find_idle_corrections(edition, read_comparisons(folder)),
        *find_idle_discrepancies(edition, read_discrepancies(folder)),
    )
