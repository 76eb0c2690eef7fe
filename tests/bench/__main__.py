"""The command: ``python -m tests.bench`` measures every table and writes ``RESULTS.md``."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import click

from tests.bench import (
    table_build,
    table_found,
    table_growth,
    table_recipe,
    table_search,
    table_serve,
    table_text,
)
from tests.bench.archive import SIZE
from tests.bench.drawn import Drawn
from tests.bench.invented import Invented
from tests.bench.peers import Peers
from tests.bench.report import keep, write_report
from tests.bench.settings import Measure, Setting, say
from tests.publish import ROOT

TABLES: dict[str, Measure] = {
    "text": table_text.measure, "recipe": table_recipe.measure, "build": table_build.measure,
    "serve": table_serve.measure, "search": table_search.measure, "growth": table_growth.measure,
    "found": table_found.measure,
}  # fmt: skip
_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command()
@click.option("--only", multiple=True, type=click.Choice(list(TABLES)), help="Tables to measure; default: all.")
@click.option(
    "--documents", type=click.IntRange(2), help="Documents of the archives, instead of each table's own number."
)
@click.option(
    "--terms", type=click.IntRange(10), default=2000, show_default=True, help="Entries; a tenth and ten times."
)
@click.option("--characters", type=click.IntRange(500), help="Characters of a document, instead of 14,000–20,000.")
@click.option("--runs", type=click.IntRange(1), default=3, show_default=True, help="Runs that a median is taken of.")
@click.option(
    "--folder", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Real texts to draw from."
)
@click.option("--peers/--no-peers", default=True, help="Whether others are installed (over the network) and run.")
@click.option("--work", type=_FOLDER, default=ROOT / ".cache/bench", help="Where archives and peers are kept.")
@click.option("--out", type=_FOLDER, default=Path(__file__).parent, help="Where RESULTS.md goes.")
def bench(
    only: tuple[str, ...], documents: int | None, terms: int, characters: int | None, runs: int, folder: Path | None,
    peers: bool, work: Path, out: Path,
) -> None:  # fmt: skip
    """Measure, side by side, and write RESULTS.md: what was measured before and not now stays as it was."""
    setting = Setting(
        Drawn(folder) if folder else Invented(), work.resolve(), Peers(work.resolve() / "peers" if peers else None),
        documents, terms, (characters, characters) if characters else SIZE, runs,
    )  # fmt: skip
    results = setting.work / "results"
    for name in only or TABLES:
        say(f"— {name}")
        started = perf_counter()
        keep(results, name, TABLES[name](setting), setting)
        write_report(results, out, TABLES)
        say(f"— {name}:", started)


if __name__ == "__main__":
    bench(prog_name="python -m tests.bench")
