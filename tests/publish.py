"""This repository copied aside and published there by MkDocs, so that no test writes into the working tree."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("build_pages", "templates", "site_overrides")
ENVIRONMENT = os.environ | {"SOURCE_DATE_EPOCH": "1900000000", "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}


def copy_repository(to: Path, source: Path) -> Path:
    """Copy what MkDocs needs into ``to``, with ``source`` as its source."""
    for part in PARTS:
        shutil.copytree(ROOT / part, to / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(source, to / "source")
    shutil.copy(ROOT / "mkdocs.yml", to)
    (to / "build/docs").mkdir(parents=True)
    return to


def publish(repository: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """Build the site of a repository in strict mode; what MkDocs said is in ``stdout``."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=repository, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120,
    )  # fmt: skip


def read_tree(folder: Path) -> dict[str, bytes]:
    """Path below ``folder`` ▸ bytes, of every file."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
