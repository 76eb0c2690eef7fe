"""What stands at addresses that are no longer there: pages that lead on, and old fragments on pages that are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from build_pages.addresses import relative
from build_pages.model.ledger import Redirect
from build_pages.model.page import Page

SCRIPT = "moved.js"
"""The script of pages that lead on: it takes the fragment along."""


@dataclass(frozen=True, slots=True)
class Left:
    """A fragment that was on a page: where it is found now ("" for nowhere), and why."""

    id: str
    url: str
    why: str


def redirect_pages(redirects: Sequence[Redirect], taken: Set[str], address: str) -> Iterator[Page]:
    """A page for each page that moved or went, unless its path is ``taken`` by one that is there, and their script.

    ``address`` is where the site is published, "" if not known. Without the script a fragment is lost on the way.
    """
    moved = {one.from_: one for one in redirects if "#" not in one.from_ and one.from_ not in taken}
    for path, one in moved.items():
        to = relative(one.to, path) if one.to else ""
        context = {
            "to": to,
            "canonical": f"{address}{one.to}" if address and one.to else to,
            "why": one.why,
            "script": relative(SCRIPT, path),
            "left": list_left(redirects, path, frozenset()),
        }
        yield Page(path, "moved.html.j2", one.to or path, context)
    if moved:
        yield Page(SCRIPT, "moved.js.j2", SCRIPT, {})


def find_kept(redirects: Iterable[Redirect], path: str, shown: Set[str]) -> Mapping[str, tuple[str, ...]]:
    """Fragment ▸ the old ones of the same page that now stand for it, of the fragments that the page has ``shown``."""
    kept: dict[str, tuple[str, ...]] = {}
    for id, to in _of_page(redirects, path):
        page, _, fragment = (to.to or "").partition("#")
        if page == path and fragment in shown:
            kept[fragment] = (*kept.get(fragment, ()), id)
    return kept


def list_left(redirects: Iterable[Redirect], path: str, shown: Set[str]) -> tuple[Left, ...]:
    """The old fragments of a page that stand for none of those ``shown`` on it."""
    kept = {id for ids in find_kept(redirects, path, shown).values() for id in ids}
    return tuple(
        Left(id, relative(one.to, path) if one.to else "", one.why)
        for id, one in _of_page(redirects, path)
        if id not in kept
    )


def _of_page(redirects: Iterable[Redirect], path: str) -> Iterator[tuple[str, Redirect]]:
    """Fragment ▸ redirect, the first of each fragment of a page that is redirected."""
    met: dict[str, Redirect] = {}
    for one in redirects:
        page, _, fragment = one.from_.partition("#")
        if page == path and fragment:
            met.setdefault(fragment, one)
    yield from met.items()
