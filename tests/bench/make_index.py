"""The index of an archive too large to annotate for its sake: ``python -m tests.bench.make_index ROOT SITE SETTING``.

A process of its own, so that its memory is seen. ``ROOT`` is a small archive that gives the lexicon, ``SITE`` its site,
whose index is replaced; ``SETTING`` says in JSON how many documents of what size, and the folder of words if any.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import cast

from build_pages.compose import compose
from build_pages.search.blocks import Leaf
from build_pages.search.grams import LIGHT
from build_pages.search.lexicon import plan_lexicon
from build_pages.search.shards import plan_index
from build_pages.search.sheets import Sheet, Unit
from build_pages.source import read_source
from build_pages.store import NOTHING_KEPT
from tests.bench.archive import Scale, make_reports
from tests.bench.documents import Report, Words
from tests.bench.drawn import Drawn
from tests.bench.invented import Invented


def main(root: Path, site: Path, setting: str) -> None:
    """Make the index and put it into the site."""
    asked = json.loads(setting)
    words: Words = Drawn(Path(asked["folder"])) if asked["folder"] else Invented()
    edition = compose(read_source(root))
    parts = plan_lexicon(edition, edition.library.everyday)
    scale = Scale(asked["documents"], 0, tuple(asked["size"]))
    leaves = [Leaf(partial(_sheet, report)) for report in make_reports(words, scale)]
    shutil.rmtree(site / "search")
    for file in plan_index(leaves, {"missing": []}, parts, LIGHT, NOTHING_KEPT):
        (site / file.path).parent.mkdir(parents=True, exist_ok=True)
        (site / file.path).write_bytes(cast(bytes, file.make()))


def _sheet(report: Report) -> Sheet:
    return Sheet(
        id=report.id, name=report.title, date=report.date, when=report.date,
        kind="政府工作报告", completeness="全文", speaker="某某", units=tuple(_units(report)),
    )  # fmt: skip


def _units(report: Report) -> Iterator[Unit]:
    """The title, then every line; its anchor is that of the received line."""
    yield Unit("", report.title)
    section = ""
    for number, line in enumerate(report.lines, 2):
        yield Unit(f"{'s' if line.level else 'p'}{number}", line.text, section)
        section = line.text if line.level else section


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
