"""The change logs of documents: what a first edition says, when a document last changed, what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import pairwise

from build_pages.addresses import document_path
from build_pages.model.ledger import TITLE
from build_pages.model.problem import Problem
from build_pages.model.record import Record
from build_pages.model.version import rank
from build_pages.source.held import Held

FIRST = "首次发布"
"""What the first edition of a document says."""


def last_changed(record: Record) -> str:
    """The day of the edition of a document that stands (2026-11-22); "" before the first."""
    return record.editions[-1].date if record.editions else ""


def find_disordered(records: Iterable[Held[Record]]) -> Iterator[Problem]:
    """A problem (L006) for each edition that is not later than the one before it."""
    for held in records:
        for n, (one, next_) in enumerate(pairwise(held.value.editions), 1):
            if rank(next_.version) <= rank(one.version) or next_.date < one.date:
                say = f"put editions in order, the newest last, each with its version: {next_.version} follows"
                yield held.problem("L006", f"{say} {one.version}", ("editions", n))


def first_edition(version: str, day: str) -> str:
    """The end of a record that has no edition yet, as YAML."""
    return f"editions:\n  - {{version: {version}, date: '{day}', what: {FIRST}}}\n"


def propose_editions(before: Mapping[str, str], after: Mapping[str, str], documents: Set[str]) -> Iterator[str]:
    """For each of ``documents`` whose text changed between two lists of addresses, the line its log needs, as YAML.

    The version, the day and the reason are left to the person who writes it.
    """
    pages = {document_path(id): id for id in documents}
    anchors: dict[str, list[str]] = {}
    for address, fingerprint in before.items():
        page, _, fragment = address.partition("#")
        if page in pages and page in after and after.get(address) != fingerprint:
            anchors.setdefault(pages[page], []).append(fragment or TITLE)
    for id, named in sorted(anchors.items()):
        line = f"- {{version: , date: , what: 改动{len(named)}处, why: , anchors: [{', '.join(named)}]}}"
        yield f"source/documents/{id}.yml: {line}"
