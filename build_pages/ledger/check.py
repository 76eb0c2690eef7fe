"""What ``check`` says of the ledger: broken addresses, idle redirects, change logs out of order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from build_pages.ledger.addresses import list_addresses
from build_pages.ledger.binding import Word, find_broken
from build_pages.ledger.editions import find_disordered
from build_pages.ledger.lines import read_ledger
from build_pages.ledger.redirects import find_lost
from build_pages.model.edition import Edition
from build_pages.model.ledger import Bound, Redirect
from build_pages.model.problem import Problem, SourceError
from build_pages.model.record import Record
from build_pages.source import read_records, read_redirects
from build_pages.source.folder import Folder
from build_pages.source.held import Held


def check_ledger(edition: Edition, root: Path) -> tuple[Problem, ...]:
    """What of the published no longer stands, and what is wrong with the ledger, the redirects and the change logs."""
    folder = Folder(root)
    try:
        bounds = read_ledger(folder)
    except SourceError as error:
        return error.problems
    redirects, records = read_redirects(folder), read_records(folder)
    live = list_addresses(edition) if bounds or redirects else {}
    return tuple(find_problems(live, bounds, redirects, records))


def find_problems(
    live: Mapping[str, str],
    bounds: Iterable[Bound],
    redirects: Iterable[Held[Redirect]],
    records: Iterable[Held[Record]],
) -> Iterator[Problem]:
    """The problems of a ledger; ``live`` is what ``list_addresses`` finds now."""
    word = Word({held.value.from_: held.value for held in redirects}, {held.value.id: held.value for held in records})
    yield from find_broken(live, bounds, word)
    yield from find_lost(live, redirects)
    yield from find_disordered(records)
