"""Pages of sites built before, kept by second names of their files: they are written once and take no room.

Any of them may be lost or damaged: a page is found only while it has the sum that its name gives.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Container
from contextlib import suppress
from pathlib import Path


class KeptPages:
    """A folder of pages, each called after its key and the sum of its bytes, both in hexadecimal digits."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        names = (path.name.partition("-") for path in folder.glob("*-*"))
        self._sums = {key: total for key, _, total in names}

    def find(self, key: str) -> bytes:
        """The page kept under a key; no bytes where none is, or where it was damaged."""
        total = self._sums.get(key, "")
        with suppress(OSError):
            data = self._path(key, total).read_bytes()
            if hashlib.sha256(data).hexdigest() == total:
                return data
        return b""

    def keep(self, key: str, total: str, page: Path) -> None:
        """Keep the file of a page under a key; a copy of it where a second name cannot be had."""
        path = self._path(key, total)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            try:
                path.hardlink_to(page)
            except OSError:
                shutil.copyfile(page, path)
            self._sums[key] = total

    def sweep(self, wanted: Container[str], since: float) -> None:
        """Drop pages under keys that are not wanted and that were written before a time, and what is no page."""
        for path in self._folder.glob("*"):
            with suppress(OSError):
                if path.name.partition("-")[0] not in wanted and path.stat().st_mtime < since:
                    shutil.rmtree(path) if path.is_dir() else path.unlink()

    def _path(self, key: str, total: str) -> Path:
        return self._folder / f"{key}-{total}"
