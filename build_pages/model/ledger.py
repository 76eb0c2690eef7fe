"""What a release promises: the addresses it published, and where those that moved are found now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator

from build_pages.model.record import record

_ADDRESS = re.compile(r"(?:[\w-][\w.-]*/)*[\w-][\w.-]*\.html(?:#[\w.-]+)?", re.ASCII)


def _check_address(text: str) -> str:
    """The address as given; raises ValueError for what is no page of the site: nothing may lead out of it."""
    if not _ADDRESS.fullmatch(text):
        raise ValueError(f"write a page of the site, as documents/name.html or documents/name.html#p37, not {text!r}")
    return text


Address = Annotated[str, AfterValidator(_check_address)]
"""A page of the site, relative to it, perhaps with a fragment."""
TITLE = "title"
"""What a change log calls the title of its document, which has no fragment."""


@record
class Redirect:
    """A published address that is no longer there, from ``source/redirects.yml``."""

    from_: Address
    to: Address | None = None
    """Where it is found now; null: nowhere, and the page only says why."""
    why: str


@dataclass(frozen=True, slots=True)
class Bound:
    """An address that a release published, as a line of the ledger holds it."""

    address: str
    fingerprint: str
    """Of the text that stands there; "" for an address without a text of its own."""
    version: str
    """The release that first published the address with this text."""
    line: int = 0
    """Where in its file of the ledger it stands, from 1; 0 for what is not written yet."""

    @property
    def page(self) -> str:
        """The address without its fragment."""
        return self.address.partition("#")[0]

    @property
    def fragment(self) -> str:
        """The fragment, or ""."""
        return self.address.partition("#")[2]
