"""``python -m build_pages.publish SITE``: MkDocs builds the site beside its place, where it is put in one step.

A build that fails or is killed leaves the last good site; builds at once of the same site wait for each other.
"""

from __future__ import annotations

import os
from pathlib import Path

import click
from mkdocs.__main__ import cli

from build_pages.model.problem import SourceError
from build_pages.stage import begin, discard, finish, hold


def publish(site: Path) -> None:
    """Build the site of the folder that this runs in, in strict mode, and put it at ``site``.

    In this process, so that nothing goes on writing when it is killed. Raises SystemExit where MkDocs warns or fails,
    SourceError (W003) where another build does not end.
    """
    lock = hold(site)
    try:
        following = begin(site)
        try:
            cli.main(["build", "--strict", "--quiet", "--site-dir", str(following)], standalone_mode=False)
        except BaseException:
            discard(following)
            raise
        finish(following)
    finally:
        os.close(lock)


@click.command()
@click.argument("site", type=click.Path(path_type=Path, file_okay=False))
def main(site: Path) -> None:
    """Build the site and put it in its place."""
    try:
        publish(site.absolute())
    except SourceError as error:
        raise SystemExit("\n".join(map(str, error.problems))) from None
    click.echo(f"{site}/index.html is ready")


if __name__ == "__main__":
    main(prog_name="python -m build_pages.publish")
