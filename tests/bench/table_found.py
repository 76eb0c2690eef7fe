"""Search in six thousand documents: what is fetched, how long it takes, what the index needs to be made."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tests.bench import ours
from tests.bench.archive import SIZE, Scale, make_reports
from tests.bench.chromium import open_chromium
from tests.bench.drawn import Drawn
from tests.bench.engines import OURS
from tests.bench.measure import Cost, run
from tests.bench.queries import draw_queries
from tests.bench.settings import SIZES, Outcome, Setting, Table, in_kb, in_mb, say
from tests.bench.table_growth import CHARACTERS
from tests.bench.table_search import visit
from tests.bench.web import serve
from tests.publish import ROOT

READERS = 100
_SMALL = 5
"""Documents of the archive whose site gives the pages and the lexicon."""
_SAMPLE = 500
"""Documents that queries are drawn from, the first ones."""


def measure(setting: Setting) -> Table:
    """The table, at 6,000 documents of 20,000 characters."""
    scale = Scale(setting.documents or SIZES[-1], setting.terms, CHARACTERS if setting.size == SIZE else setting.size)
    site, made = _make_index(setting, scale)
    columns = list(zip(*_visit(setting, scale, site), strict=True))
    first, following, early, late = (_ninety_five(values) for values in columns)
    times = f"{early:.0f} ms from opening the page, {late:.0f} ms from typing"
    shards = list((site / "search").rglob("*.js"))
    return Table(
        f"Search in a large archive ({scale.documents:,} documents of {scale.size[1]:,} characters)",
        ("", "median", "95 of 100", "most"),
        tuple(_row(*row) for row in zip(_NAMES, columns, (1e3, 1e3, 1, 1), strict=True)),
        (f"The index: {made.cpu:.0f} processor s, {made.wall:.0f} s, {in_mb(made.peak)} MB of memory, "
         f"{in_mb(sum(shard.stat().st_size for shard in shards))} MB in {len(shards):,} files. {_HOW}",),
        (Outcome("found.first", first, f"{in_kb(first)} KB"),
         Outcome("found.next", following, f"{in_kb(following)} KB"),
         Outcome("found.time", max(early, late) / 1000, times),
         Outcome("found.memory", made.peak, f"{made.peak / 1e9:.2f} GB")),
    )  # fmt: skip


def _make_index(setting: Setting, scale: Scale) -> tuple[Path, Cost]:
    """A site of a few documents with the index of all; what that took to make."""
    root = ours.lay(setting, Scale(_SMALL, scale.terms, scale.size))
    ours.build_site(root)
    site = setting.work / "found"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(root / "site", site)
    folder = str(setting.words.folder) if isinstance(setting.words, Drawn) else ""
    asked = json.dumps({"documents": scale.documents, "size": scale.size, "folder": folder})
    say("the index")
    return site, run((sys.executable, "-m", "tests.bench.make_index", root, site, asked), ROOT)


def _visit(setting: Setting, scale: Scale, site: Path) -> list[tuple[float, float, float, float]]:
    """What each reader fetched and waited for; the first one, who also starts the browser, is not counted."""
    readers = 1 if setting.brief else READERS
    sample = Scale(min(scale.documents, _SAMPLE), 0, scale.size)
    queries = draw_queries(list(make_reports(setting.words, sample)), 2 * readers + 2)
    say(f"{readers} readers")
    with open_chromium() as browser, serve(site) as served:
        pairs = zip(queries[::2], queries[1::2], strict=True)
        return [visit(browser, served, OURS, pair) for pair in pairs][1:]


_NAMES = ("first query, KB", "next query, KB", "first: ms from opening the page", "next: ms from typing")
_HOW = (
    f"{READERS} new readers, each with two queries of two to eight characters drawn at random from the text, until the "
    "results and the words around the first ten show, in Chromium on this machine, its window open already. Bytes: "
    "compressed, the index and the scripts that read it. The pause of 120 ms after the last key counts."
)


def _ninety_five(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return sorted(values)[-(len(values) // 20) - 1]


def _row(name: str, values: Sequence[float], unit: float) -> tuple[str, ...]:
    return name, *(f"{value / unit:.0f}" for value in (median(values), _ninety_five(values), max(values)))
