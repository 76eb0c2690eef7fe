"""Themes, what people said of themes and frames, and what they said of disagreeing statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from build_pages.model.commitment import DiscrepancyRecord
from build_pages.model.problem import Problem
from build_pages.model.record import Record
from build_pages.model.theme import Coding, DoubleCoding, Theme
from build_pages.source.folder import Folder
from build_pages.source.held import Held
from build_pages.source.plain import names_page

RELIABILITY = "source/codings/reliability.yml"


def read_themes(folder: Folder) -> list[Held[Theme]]:
    """``source/themes.yml`` in the order of its themes."""
    return folder.read_list(Theme, "source/themes.yml")


def read_codings(folder: Folder) -> dict[str, list[Held[Coding]]]:
    """Document id ▸ what people settled on its paragraphs and sentences."""
    paths = [path for path in folder.paths("source/codings", "*.yml") if path != RELIABILITY]
    return {Path(path).stem: folder.read_list(Coding, path) for path in paths}


def read_double_codings(folder: Folder) -> list[Held[DoubleCoding]]:
    """The paragraphs coded twice."""
    return folder.read_list(DoubleCoding, RELIABILITY)


def read_discrepancies(folder: Folder) -> list[Held[DiscrepancyRecord]]:
    """What people add to the register of disagreements, or refuse."""
    return folder.read_list(DiscrepancyRecord, "source/discrepancies.yml")


def check_codings(
    themes: Sequence[Held[Theme]],
    codings: Mapping[str, Sequence[Held[Coding]]],
    discrepancies: Sequence[Held[DiscrepancyRecord]],
    records: Sequence[Held[Record]],
) -> Iterator[Problem]:
    """Themes whose id cannot be an address or stands twice (C008), and what names things that are not there.

    Codings name documents and themes (C001, C002), disagreements places (C003).
    """
    documents = {held.value.id for held in records}
    known = set[str]()
    for theme in themes:
        if not names_page(theme.value.id) or theme.value.id in known:
            say = f"write another id than {theme.value.id!r}: ASCII letters, digits and hyphens, of this theme alone"
            yield theme.problem("C008", say, ("id",))
        known.add(theme.value.id)
    for name, helds in codings.items():
        for held in helds:
            if held.value.place.partition("#")[0] != name or name not in documents:
                yield held.problem("C001", f"{held.value.place!r} is no paragraph of the document {name!r}", ("place",))
            for named in (held.value.theme, *(held.value.further or ())):
                if named is not None and named not in known:
                    yield held.problem("C002", f"there is no theme {named!r} in source/themes.yml")
    for one in discrepancies:
        yield from _check_places(one, documents)


def _check_places(held: Held[Any], documents: set[str]) -> Iterator[Problem]:
    for key in ("a", "b"):
        place = getattr(held.value, key)
        if place.partition("#")[0] not in documents:
            yield held.problem("C003", f"{place!r} lies in no document of the archive", (key,))
