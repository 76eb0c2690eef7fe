"""Bytes kept under keys in one SQLite file. Any of it may be lost, cut or damaged at any time: then it is not found.

No journal is written, nor is the disk waited for: what a crash leaves may be broken. So each thing has its sum beside
it, and a file that SQLite cannot use is removed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_FILE = "kept.sqlite"
_BEGIN = """
PRAGMA page_size = 16384;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE IF NOT EXISTS things (key BLOB PRIMARY KEY, sum BLOB NOT NULL, data BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS wanted (key BLOB PRIMARY KEY, time REAL NOT NULL) WITHOUT ROWID;
"""
_PATIENCE = 60
"""Seconds for which another process may have the file to itself."""
_UNTOUCHED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_TOOBIG)
"""Errors that leave the file as it was."""


class Depot:
    """What is kept in a folder. Keys are 64 hexadecimal digits; what was kept last under a key is found.

    Several processes may use a folder at once.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[int, sqlite3.Connection] = {}
        """Process ▸ its connection: none may be used, nor closed, in a process that was forked off."""

    def find(self, key: str) -> bytes | None:
        """The bytes kept under a key, by whatever process; they are wanted from now on."""
        return self._try(lambda file: _find(file, bytes.fromhex(key))) if self._folder.is_dir() else None

    def keep(self, key: str, data: bytes) -> None:
        """Keep bytes under a key, if there is room and right."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._try(lambda file: _keep(file, bytes.fromhex(key), data))

    def sweep(self, since: float) -> None:
        """Drop what was not wanted since a time (seconds of the clock), and what another version kept here."""
        if self._folder.is_dir():
            self._try(lambda file: _sweep(file, since))
            for path in self._folder.iterdir():
                if not path.name.startswith(_FILE):
                    with suppress(OSError):
                        shutil.rmtree(path) if path.is_dir() else path.unlink()

    def _try(self, use: Callable[[sqlite3.Connection], T]) -> T | None:
        """Use the file; None where it cannot be used now, and, where it is broken, never again."""
        try:
            return use(self._connect())
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _UNTOUCHED:  # Python's own errors have none
                self._close()
                with suppress(OSError):
                    (self._folder / _FILE).unlink()
            return None

    def _connect(self) -> sqlite3.Connection:
        process = os.getpid()
        if process not in self._open:
            file = sqlite3.connect(
                self._folder / _FILE, isolation_level=None, timeout=_PATIENCE, check_same_thread=False
            )
            self._open[process] = file
            file.executescript(_BEGIN)
        return self._open[process]

    def _close(self) -> None:
        if file := self._open.pop(os.getpid(), None):
            file.close()

    def __del__(self) -> None:
        self._close()


def _find(file: sqlite3.Connection, key: bytes) -> bytes | None:
    row = file.execute("SELECT sum, data FROM things WHERE key = ?", (key,)).fetchone()
    if row is None or row[0] != _sum(key, row[1]):
        return None
    file.execute("UPDATE wanted SET time = ? WHERE key = ?", (time.time(), key))
    return bytes(row[1])


def _keep(file: sqlite3.Connection, key: bytes, data: bytes) -> None:
    file.execute("REPLACE INTO things VALUES (?, ?, ?)", (key, _sum(key, data), data))
    file.execute("REPLACE INTO wanted VALUES (?, ?)", (key, time.time()))


def _sweep(file: sqlite3.Connection, since: float) -> None:
    file.execute("DELETE FROM things WHERE key NOT IN (SELECT key FROM wanted WHERE time >= ?)", (since,))
    file.execute("DELETE FROM wanted WHERE time < ?", (since,))
    (free,), (pages,) = file.execute("PRAGMA freelist_count").fetchone(), file.execute("PRAGMA page_count").fetchone()
    if 2 * free > pages:
        file.execute("VACUUM")


def _sum(key: bytes, data: bytes) -> bytes:
    total = hashlib.sha256(key)
    total.update(data)
    return total.digest()
