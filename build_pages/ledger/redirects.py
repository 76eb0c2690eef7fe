"""Redirects that cannot do what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_pages.model.ledger import Redirect
from build_pages.model.problem import Problem
from build_pages.source.held import Held


def find_lost(live: Mapping[str, str], redirects: Iterable[Held[Redirect]]) -> Iterator[Problem]:
    """A problem (L003) for each redirect from what is still there, to what is not, or from an address met before."""
    redirects = tuple(redirects)
    pages = {held.value.from_ for held in redirects if "#" not in held.value.from_}
    met: set[str] = set()
    for held in redirects:
        from_, to = held.value.from_, held.value.to
        if from_ in live:
            yield held.problem("L003", f"remove this redirect: {from_} is still there", ("from",))
        elif from_ in met:
            yield held.problem("L003", f"keep one redirect of {from_}", ("from",))
        elif "#" in from_ and not {from_.partition("#")[0]} & {*live, *pages}:
            yield held.problem("L003", f"redirect the page too: {from_.partition('#')[0]} is not there", ("from",))
        elif to is not None and to not in live:
            yield held.problem("L003", f"name an address that is there now, not {to}", ("to",))
        met.add(from_)
