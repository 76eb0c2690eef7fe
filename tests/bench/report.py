"""Measured tables to ``RESULTS.md``: each table is kept as JSON, the report is made of all that are kept."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.bench.bounds import BOUNDS
from tests.bench.chart import draw_growth
from tests.bench.peers import NODE_PEERS, PYTHON_PEERS
from tests.bench.settings import Outcome, Setting, Table

_OWN = ("mkdocs", "mkdocs-material", "jinja2", "markdown", "pyyaml", "pydantic", "jieba", "numpy", "orjson")
_HEAD = """# Benchmarks

Made by `make bench` (`python -m tests.bench --help`); nothing here is written by hand. Ratios are of runs side by side
on one machine; texts are invented (`tests/bench/invented.py`), with fixed seeds. No test is timed.
"""


@dataclass(frozen=True, slots=True)
class Result:
    """A table and when, where and how it was measured."""

    table: Table
    run: str


def keep(folder: Path, name: str, table: Table, setting: Setting) -> None:
    """Keep a table as measured just now."""
    run = (
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {_machine()}, files on {_file_system(setting.work)}, load before and "
        f"during the run as found ({os.getloadavg()[2]:.1f} over the last 15 minutes){_deviations(setting)}"
    )
    folder.mkdir(parents=True, exist_ok=True)
    data = {"run": run, "table": asdict(table)}
    (folder / f"{name}.json").write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")


def write_report(folder: Path, out: Path, names: Iterable[str]) -> None:
    """Write ``out/RESULTS.md`` and its chart from the tables that are kept below ``folder``."""
    out.mkdir(parents=True, exist_ok=True)
    results = {name: _read(folder / f"{name}.json") for name in names if (folder / f"{name}.json").exists()}
    parts = [_HEAD, *_bounds(results)]
    if (growth := results.get("growth")) and growth.table.points:
        (out / "growth.svg").write_text(draw_growth(growth.table.points), "utf-8")
        parts.append("![Growth against the number of documents](growth.svg)\n")
    for result in results.values():
        parts += [f"## {result.table.title}\n", *_table(result.table.header, result.table.rows)]
        parts += [f"{note}\n" for note in dict.fromkeys(result.table.notes)]
        parts.append(f"Measured {result.run}.\n")
    parts += ["## Versions\n", *_versions()]
    (out / "RESULTS.md").write_text("\n".join(parts), "utf-8")


def _read(path: Path) -> Result:
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    table = data["table"]
    outcomes = tuple(Outcome(**outcome) for outcome in table.pop("outcomes"))
    rows = tuple(tuple(row) for row in table.pop("rows"))
    points = {name: [(x, y) for x, y in found] for name, found in table.pop("points").items()}
    return Result(Table(**table, rows=rows, outcomes=outcomes, points=points), data["run"])


def _bounds(results: Mapping[str, Result]) -> Iterator[str]:
    outcomes = {outcome.key: outcome for result in results.values() for outcome in result.table.outcomes}
    rows = []
    for bound in BOUNDS:
        outcome = outcomes.get(bound.key)
        state = "not measured"
        if outcome:
            state = "aim reached" if bound.reaches(outcome) else "met" if bound.keeps(outcome) else "**not met**"
        rows.append(
            (bound.what, outcome.text if outcome else "–", bound.limit_text, bound.aim_text, state, bound.table)
        )
    yield "## Bounds\n"
    yield from _table(("what", "measured", "bound", "aim", "", "table"), rows)


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    lines = [header, ["---"] * len(header), *rows]
    yield "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _versions() -> Iterator[str]:
    own = [f"{name} {version(name)}" for name in _OWN]
    yield f"Ours: Python {platform.python_version()}, {', '.join(own)}.\n"
    for name, wanted in {**PYTHON_PEERS, **NODE_PEERS}.items():
        yield f"{name}: {', '.join(wanted)}.\n"


def _machine() -> str:
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.machine(),
    )
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    return f"{os.cpu_count()} cores ({model}), {memory:.0f} GiB"


def _file_system(folder: Path) -> str:
    """The kind of the file system that holds a folder, see proc(5): what files cost differs much between them."""
    mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text().splitlines()]
    return max((len(point), kind) for point, kind in mounts if folder.is_relative_to(point))[1]


def _deviations(setting: Setting) -> str:
    """What was asked for other than the usual."""
    usual = Setting(setting.words, setting.work, setting.peers)
    names = ("documents", "terms", "size", "runs")
    changed = [f"{name} {getattr(setting, name)}" for name in names if getattr(setting, name) != getattr(usual, name)]
    words = type(setting.words).__name__.lower()
    return f"; text {words}" + (f"; asked for: {', '.join(changed)}" if changed else "")
