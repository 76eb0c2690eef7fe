"""The published site as files to take away: the whole as a copy that opens from the file system, and its data alone.

The same site gives the same bytes: names sorted, no clock (a ZIP's earliest time, 1980), no machine's permissions.
``python -m build_pages.offline SITE OUT`` writes both; what they are called comes from the site's ``datapackage.json``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import click

from build_pages.data.package import PATH as DESCRIPTOR

_HOSTED = ("404.html", "sitemap.xml*", "assets/javascripts/*", "*.map")
"""What only a host answers with, and the scripts of the theme, none of which a page loads."""
_DATA = (DESCRIPTOR, "data/*")


def pack(site: Path, out: Path) -> tuple[Path, Path]:
    """Write ``<name>-<version>-offline.zip`` and ``…-data.zip`` of a built site into the folder ``out``.

    In each, all files lie in one folder called like the file. Raises FileNotFoundError where there is no site.
    """
    about = json.loads((site / DESCRIPTOR).read_text(encoding="utf-8"))
    stem = "-".join(filter(None, (about["name"], about.get("version", ""))))
    out.mkdir(parents=True, exist_ok=True)
    offline = [name for name in _names(site) if not _matches(name, _HOSTED)]
    data = [name for name in _names(site) if _matches(name, _DATA)]
    return _zip(site, offline, out / f"{stem}-offline.zip"), _zip(site, data, out / f"{stem}-data.zip")


def _names(site: Path) -> Iterator[str]:
    return (path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if path.is_file())


def _matches(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _zip(site: Path, names: list[str], path: Path) -> Path:
    """Zip the files ``names`` of ``site``; the file at ``path`` appears whole or not at all."""
    part = path.with_suffix(".part")
    with ZipFile(part, "w") as archive:
        for name in names:
            entry = ZipInfo(f"{path.stem}/{name}")
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o100644 << 16
            archive.writestr(entry, (site / name).read_bytes(), compresslevel=9)
    return part.replace(path)


@click.command()
@click.argument("site", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.argument("out", type=click.Path(path_type=Path, file_okay=False))
def main(site: Path, out: Path) -> None:
    """Zip a built site: a copy that opens from the file system, and its data."""
    for path in pack(site, out):
        click.echo(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(prog_name="python -m build_pages.offline")
