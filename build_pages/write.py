"""Texts to files: writes what changed, removes what is stale. The only writer of the build."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were written and removed, and how many there are."""

    written: int
    removed: int
    files: int


def write(out: Path, files: Mapping[str, str | bytes]) -> Written:
    """Make the folder ``out`` hold ``files`` (path below it ▸ text or bytes) and nothing else.

    A file that is already right is not touched; each of the others appears whole or not at all. Hidden files stay.
    Raises ValueError for a path that leads out of the folder.
    """
    out.mkdir(parents=True, exist_ok=True)
    for name in files:
        if not (out / name).resolve().is_relative_to(out.resolve()):
            raise ValueError(f"{name} leads out of {out}")
    changed = [name for name, text in files.items() if _replace(out / name, text)]
    stale = [
        path for path in sorted(out.rglob("*")) if path.is_file() and path.relative_to(out).as_posix() not in files
    ]
    stale = [path for path in stale if not path.relative_to(out).parts[0].startswith(".")]
    for path in stale:
        path.unlink()
    for folder in sorted((path for path in out.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    return Written(len(changed), len(stale), len(files))


def _replace(path: Path, text: str | bytes) -> bool:
    """Whether the file had to be written."""
    data = text.encode() if isinstance(text, str) else text
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return True
