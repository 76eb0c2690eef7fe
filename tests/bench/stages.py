"""The stages before composing, timed one by one in a process of their own: ``python -m tests.bench.stages ROOT OUT``.

Writes, as JSON, processor seconds by stage; with them the texts and forms that a raw matcher is then given.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any, TypeVar

from build_pages.annotate import annotate, read_places
from build_pages.collector import not_collected
from build_pages.edit import edit
from build_pages.find.entries import Matcher, build_matcher, find_entries, forms_of
from build_pages.find.segment import read_boundaries
from build_pages.model.entry import Entry
from build_pages.source import read_source
from build_pages.split import split

T = TypeVar("T")
RUNS = 3


def time_stages(root: Path) -> dict[str, Any]:
    """Stage ▸ processor seconds for the whole archive (medians), counts, and what a raw matcher needs."""
    library, reading = _time(lambda: read_source(root), 1)
    entries = library.entries
    matcher, building = _time(lambda: build_matcher(entries))
    _, loading = _time(lambda: read_boundaries("词典一次读入"), 1)
    lines = [library.readings[record.received.file].lines for record in library.records]
    pairs = list(zip(library.records, lines, strict=True))
    passages, editing = _time(lambda: [edit(record, received) for record, received in pairs])
    texts = list(zip(library.records, passages, strict=True))
    documents, splitting = _time(lambda: [split(record, passage) for record, passage in texts])
    annotated, annotating = _time(lambda: [annotate(document, matcher) for document in documents])
    places = [place.text for document in documents for place in read_places(document)]
    return {
        "seconds": {
            "read": reading, "build matcher": building, "load jieba": loading, "edit": editing, "split": splitting,
            "find and settle": annotating, "find terms": _time_finding(places, matcher),
            "find terms without jieba": _time_finding(places, build_matcher(map(_unbounded, entries))),
        },
        "bytes": sum(library.readings[record.received.file].size for record in library.records),
        "characters": sum(map(len, places)),
        "mentions": sum(len(found) for one in annotated for found in one.mentions.values()),
        "places": places,
        "forms": sorted({form for entry in entries for form in forms_of(entry)}),
    }  # fmt: skip


def _time_finding(places: Iterable[str], matcher: Matcher) -> float:
    return _time(lambda: [list(find_entries(text, matcher)) for text in places])[1]


def _unbounded(entry: Entry) -> Entry:
    """An entry that does not ask for word boundaries."""
    return replace(entry, match=replace(entry.match, words=False))


def _time(work: Callable[[], T], runs: int = RUNS) -> tuple[T, float]:
    """What a piece of work gives, and its median of processor seconds."""
    seconds = []
    for _ in range(runs):
        start = process_time()
        result = work()
        seconds.append(process_time() - start)
    return result, median(seconds)


if __name__ == "__main__":
    with not_collected():  # as in a build
        stages = time_stages(Path(sys.argv[1]))
    Path(sys.argv[2]).write_text(json.dumps(stages, ensure_ascii=False), "utf-8")
