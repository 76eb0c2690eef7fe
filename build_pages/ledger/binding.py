"""What of the published no longer stands: addresses that vanished and texts that changed without a word about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_pages.ledger.lines import LEDGER, ledger_file
from build_pages.model.ledger import TITLE, Bound, Redirect
from build_pages.model.problem import Problem
from build_pages.model.record import Record
from build_pages.model.version import rank


@dataclass(frozen=True, slots=True)
class Word:
    """What is on record about addresses that changed: redirects, and the change logs of the documents."""

    redirects: Mapping[str, Redirect]
    """By the address that is no longer there."""
    records: Mapping[str, Record]
    """By the document's id."""

    def leads(self, bound: Bound, live: Mapping[str, str]) -> bool:
        """Whether a redirect says where a vanished address is found, or that it is gone."""
        if bound.address in self.redirects:
            return True
        moved = self.redirects.get(bound.page)
        return moved is not None and (moved.to is None or f"{moved.to}#{bound.fragment}" in live)

    def notes(self, bound: Bound) -> bool:
        """Whether the change log of its document names an address in an edition later than the published text."""
        record = self.records.get(bound.page.rpartition("/")[2].removesuffix(".html"))
        editions = record.editions if record else ()
        name = bound.fragment or TITLE
        names = {name, name.rpartition("-n")[0] or name}
        return any(rank(one.version) > rank(bound.version) and names & set(one.anchors) for one in editions)


def find_broken(live: Mapping[str, str], bounds: Iterable[Bound], word: Word) -> Iterator[Problem]:
    """A problem (L001) for each address that vanished and (L002) for each text that changed, if nothing is on record.

    ``live`` is what ``list_addresses`` finds now. Of a page that vanished only the page is named.
    """
    bounds = tuple(bounds)
    pages = {bound.address for bound in bounds if not bound.fragment}
    for bound in bounds:
        page_gone = bound.fragment and bound.page not in live and bound.page in pages
        if page_gone and bound.page not in word.redirects:
            continue
        if bound.address not in live:
            if not word.leads(bound, live) and not word.notes(bound):
                yield _problem(bound, "L001", f"and is gone: put it back, or {_redirect(bound)}")
        elif bound.fingerprint and bound.fingerprint != live[bound.address] and not word.notes(bound):
            yield _problem(bound, "L002", f"with another text: put the text back, or {_note(bound)}")


def _redirect(bound: Bound) -> str:
    note = f", or {_note(bound)}" if bound.fragment else ""
    return f"add it to source/redirects.yml: {{from: …, to: …, why: …}}{note}"


def _note(bound: Bound) -> str:
    record = bound.page.rpartition("/")[2].replace(".html", ".yml")
    anchor = f"anchors: [{bound.fragment or TITLE}]"
    return f"add an edition to source/documents/{record}: {{version, date, what, why, {anchor}}}"


def _problem(bound: Bound, code: str, message: str) -> Problem:
    say = f"{bound.address} was published in {bound.version} {message}"
    return Problem(f"{LEDGER}/{ledger_file(bound)}", bound.line, code, say)
