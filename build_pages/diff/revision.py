"""The source of a git revision on disk, for as long as it is looked at."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from build_pages.model.problem import Problem, SourceError


@contextmanager
def unpack(root: Path, base: str) -> Iterator[Path]:
    """A passing folder with ``source/`` as it was at ``base``; nothing of it leads out of the folder.

    Raises SourceError (V001) where there is no such revision, or it holds no archive at ``root``.
    """
    commit = _git(root, base, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    packed = _git(root, base, "archive", "--format=tar", commit.decode().strip(), "source")
    with tempfile.TemporaryDirectory() as folder:
        try:
            with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
                _unpack(tar, Path(folder))
        except (tarfile.TarError, OSError) as error:
            raise SourceError([Problem(base, 1, "V001", f"name a revision that can be unpacked: {error}")]) from None
        yield Path(folder)


def _git(root: Path, base: str, *words: str) -> bytes:
    done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False)
    if done.returncode:
        why = done.stderr.decode(errors="replace").strip() or "there is none"
        raise SourceError([Problem(base, 1, "V001", f"name a git revision that holds the archive: {why}")])
    return done.stdout


def _unpack(tar: tarfile.TarFile, folder: Path) -> None:
    """The plain files of an archive, below a folder; raises TarError for links, devices and names that lead out."""
    for member in tar:
        path = folder / member.name
        inside = path.resolve().is_relative_to(folder.resolve())
        content = tar.extractfile(member) if member.isfile() and inside else None
        if content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.read())
        elif not member.isdir():
            raise tarfile.TarError(f"{member.name} is no plain file")
