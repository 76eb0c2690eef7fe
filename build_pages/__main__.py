"""The commands: ``python -m build_pages VERB``. The only place that prints and the only one that exits."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import click

from build_pages.build import build as build_archive
from build_pages.build import check as check_archive
from build_pages.candidates import rank_candidates
from build_pages.compose import compose
from build_pages.diff import diff as diff_archive
from build_pages.diff.summary import write_markdown, write_text
from build_pages.initiate import TITLE, initiate
from build_pages.intake import take_in
from build_pages.ledger.release import release as release_archive
from build_pages.model.problem import Problem, SourceError
from build_pages.model.version import check_day, check_version
from build_pages.source import read_source
from build_pages.store import KEPT, Store

_ROOT = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path(),
    help="The folder that holds source/.",
)


@click.group()
def main() -> None:
    """Build, check and extend an archive of policy documents."""


@main.command()
@_ROOT
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=None, help="Default: build/docs below the root."
)
@click.option("--jobs", type=click.IntRange(1), default=1, help="Processes to use.")
@click.option("--no-rulings", is_flag=True, help="Leave out what people decided on mentions and figures.")
def build(root: Path, out: Path | None, jobs: int, no_rulings: bool) -> None:
    """Write pages and data."""
    done = build_archive(root, out or root / "build/docs", rulings=not no_rulings, jobs=jobs, store=Store(root / KEPT))
    click.echo(f"{done.files} files: {done.written} written, {done.removed} removed")


@main.command()
@_ROOT
def check(root: Path) -> None:
    """List every problem of the source, open questions and proposals of the rules included."""
    _report(check_archive(root))


@main.command("import")
@_ROOT
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def import_(root: Path, files: tuple[Path, ...]) -> None:
    """Take received files in and write records of the documents they hold."""
    for line in take_in(root, files):
        click.echo(line)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", default=TITLE, help="What it is called.")
@click.option("--place", default="", help="Of what place it is, where it is of one: 江城, or 全国.")
def init(folder: Path, title: str, place: str) -> None:
    """Start a new archive in FOLDER: its settings and a glossary to begin with, no documents."""
    initiate(folder, title, place)
    click.echo(f"{folder}: a new archive; next:")
    where = shlex.quote(str(folder))
    click.echo(f"  {shlex.quote(sys.executable)} -m build_pages import --root {where} FILE…")
    click.echo(f"  cd {where} && make serve")


@main.command()
@_ROOT
@click.argument("version", type=check_version)
@click.argument("day", type=check_day)
@click.option("--again", is_flag=True, help="Write the last release anew, as long as it is not published.")
def release(root: Path, version: str, day: str, again: bool) -> None:
    """Enter every address and text in the ledger as of VERSION (1.0.0) and DAY (2026-11-22): from now on it binds."""
    done = release_archive(root, version, day, again=again)
    click.echo(f"{version} ({day}): {done.addresses} addresses, {done.added} new, {done.changed} with another text")


@main.command()
@_ROOT
@click.option("--markdown", is_flag=True, help="Write Markdown, as for the summary of a pull request.")
@click.argument("base")
def diff(root: Path, markdown: bool, base: str) -> None:
    """Say what changed in texts, mentions, repairs, figures and pages since the source of the git revision BASE."""
    found = diff_archive(root, base)
    for line in write_markdown(found, base) if markdown else write_text(found):
        click.echo(line)


@main.command()
@_ROOT
@click.option("--most", type=click.IntRange(1), default=300, help="Candidates to list.")
def candidates(root: Path, most: int) -> None:
    """List wordings without an entry: rank, wording, uses, documents, evidence, first place."""
    for rank, one in enumerate(rank_candidates(compose(read_source(root)))[:most], 1):
        evidence = "; ".join((*one.evidence, *(f"beside it {text}" for text in one.beside)))
        click.echo(f"{rank}\t{one.text}\t{len(one.places)}\t{one.documents}\t{evidence}\t{one.places[0]}")


def _report(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        click.echo(str(problem))
    if any(not problem.open for problem in problems):
        sys.exit(1)


def run() -> None:
    """Run a command; problems of the source, and what the system refuses, go to standard error, exit status 1."""
    try:
        main(prog_name="python -m build_pages")
    except SourceError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        sys.exit(1)
    except (OSError, MemoryError) as error:
        why = getattr(error, "strerror", None) or "not enough memory"
        say = f"the system refuses this ({why}); set that right and run the command again"
        click.echo(str(Problem(str(getattr(error, "filename", None) or "."), 1, "W005", say)), err=True)
        sys.exit(1)


if __name__ == "__main__":
    run()
