"""The curated comparisons: which passages are set side by side, and what people corrected in their alignment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_pages.model.comparison import Comparison, Side
from build_pages.model.problem import Problem
from build_pages.model.record import Record
from build_pages.source.folder import Folder
from build_pages.source.held import Held
from build_pages.source.plain import names_page


def read_comparisons(folder: Folder) -> list[Held[Comparison]]:
    """``source/comparisons.yml`` in its order; none where there is no such file."""
    return folder.read_list(Comparison, "source/comparisons.yml")


def check_comparisons(comparisons: Sequence[Held[Comparison]], records: Sequence[Held[Record]]) -> Iterator[Problem]:
    """Ids that cannot be an address or stand twice, and documents and places that are not there (C004, C005)."""
    documents = {held.value.id for held in records}
    seen: set[str] = set()
    for held in comparisons:
        id = held.value.id
        if not names_page(id) or id in seen:
            say = f"write another id than {id!r}: ASCII letters, digits and hyphens, of this comparison alone"
            yield held.problem("C004", say, ("id",))
        seen.add(id)
        for name, side in (("left", held.value.left), ("right", held.value.right)):
            yield from _check_side(held, name, side, documents)


def _check_side(held: Held[Comparison], name: str, side: Side, documents: set[str]) -> Iterator[Problem]:
    """A side's document must be there; its sections, and its places in corrections, must lie in that document."""
    if side.document not in documents:
        yield held.problem("C005", f"there is no document {side.document!r}", (name, "document"))
        return
    for n, section in enumerate(side.sections):
        if section.partition("#")[0] != side.document:
            yield held.problem("C005", f"{section!r} is no section of {side.document!r}", (name, "sections", n))
    for n, one in enumerate(held.value.corrections):
        place: str = getattr(one, name)
        if place.partition("#")[0] != side.document:
            yield held.problem("C005", f"{place!r} is no paragraph of {side.document!r}", ("corrections", n, name))
