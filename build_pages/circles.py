"""Circles: the documents whose statements may answer or contradict each other, because they speak of one place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from build_pages.model.edition import Annotated
from build_pages.model.library import Library
from build_pages.model.record import Record

Circle = tuple[Library, tuple[Annotated, ...]]
"""Documents with the part of their library that bears on them."""


def draw_circles(library: Library, documents: Sequence[Annotated]) -> Iterator[Circle]:
    """The circles of a library's documents, each with the part of the library that bears on it.

    An archive that names its place, or has but one series, is one circle. In one of many places a circle is a series,
    or, for documents outside one, what one body issued.
    """
    centres = read_centres(library)
    circles: dict[str, list[Annotated]] = defaultdict(list)
    for one in documents:
        circles[centres[one.id]].append(one)
    for centre, circle in circles.items():
        yield _narrow(library, circle) if centre else library, tuple(circle)


def read_centres(library: Library) -> Mapping[str, str]:
    """Document id ▸ the name of its circle; "" where all are one."""
    records = library.records
    whole = library.archive.place or len({record.series for record in records} - {None}) < 2
    return {record.id: "" if whole else _centre(record) for record in records}


def _centre(record: Record) -> str:
    return record.series or record.issuer or record.id


def _narrow(library: Library, circle: Sequence[Annotated]) -> Library:
    """The library of a circle: its records, what is missing of its series and what people said of its disagreements."""
    records = tuple(one.document.record for one in circle)
    ids, series = {record.id for record in records}, {record.series for record in records} - {None}
    return replace(
        library,
        records=records,
        missing=tuple(gap for gap in library.missing if gap.series in series),
        discrepancies=tuple(said for said in library.discrepancies if said.a.partition("#")[0] in ids),
    )
