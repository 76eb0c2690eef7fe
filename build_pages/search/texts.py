"""The text of a document cut into files that are fetched one by one, each for so many numbers of units."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from build_pages.search.beds import Bed, make_bed
from build_pages.search.scripts import script
from build_pages.search.sheets import Sheet, Unit

TEXT = 3_000
"""Characters of a shard of text, on average."""


def measure_step(bed: Bed) -> int:
    """How many numbers go into each shard of a document's text: number n goes into shard n // step."""
    return max(1, TEXT * bed.size // max(1, sum(len(unit.text) for _, unit in bed.units)))


def list_shards(bed: Bed) -> tuple[int, ...]:
    """The numbers of the shards that hold a unit."""
    step = measure_step(bed)
    return tuple(dict.fromkeys(number // step for number, _ in bed.units))


def write_texts(sheet: Sheet) -> Iterator[tuple[int, bytes]]:
    """The shards of a document's text: their numbers, and scripts with its units by number."""
    bed = make_bed(sheet.units)
    step = measure_step(bed)
    shards: dict[int, dict[int, Unit]] = {}
    for number, unit in bed.units:
        shards.setdefault(number // step, {})[number] = unit
    for n, units in shards.items():
        sections = list(dict.fromkeys(unit.section for unit in units.values()))
        rows = {
            number: [unit.text, sections.index(unit.section), list(chain.from_iterable(unit.figures))]
            for number, unit in units.items()
        }
        yield n, script(f"texts/{sheet.id}-{n}", {"sections": sections, "units": rows})
