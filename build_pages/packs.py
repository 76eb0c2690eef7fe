"""Bytes kept under keys in a few files. Any of it may be lost, cut or damaged at any time: then it is not found.

What one process keeps goes into one pack, two files that grow: one of the bytes, end to end, and one of records that
say where they lie. A record is written after its bytes, and believed only where they have the sum that it gives.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from struct import Struct
from typing import NamedTuple

_RECORD, _TIME = Struct("<32s32sqqd"), Struct("<d")
_RECORDS, _BYTES = ".records", ".bytes"


class _Record(NamedTuple):
    """Where bytes lie in their pack, under which key, and when they were last wanted (seconds of the clock)."""

    key: bytes
    sum: bytes
    start: int
    length: int
    wanted: float


class Packs:
    """The packs of a folder. Keys are 64 hexadecimal digits; what was kept last under a key is found.

    Several processes may use a folder at once, and no file is held open.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._born = time.time_ns()
        self._held: dict[bytes, tuple[str, int, _Record]] = {}
        """Key ▸ its pack, where in the records of that, and the record."""
        self._read: dict[str, int] = {}
        """Pack ▸ how many bytes of its records were read."""

    def find(self, key: str) -> bytes | None:
        """The bytes kept under a key, by whatever process; they are wanted from now on."""
        name = bytes.fromhex(key)
        if name not in self._held:
            self._look_again()
        if name not in self._held:
            return None
        pack, at, record = self._held[name]
        with suppress(OSError):
            data = _read(self._path(pack, _BYTES), record.start, record.length)
            if _sum(name, data) == record.sum:
                self._want(pack, at)
                return data
        del self._held[name]
        return None

    def keep(self, key: str, data: bytes, wanted: float | None = None) -> None:
        """Keep bytes under a key, in the pack of this process; raises OSError where there is no room or right."""
        name, pack = bytes.fromhex(key), self._own()
        self._folder.mkdir(parents=True, exist_ok=True)
        start = _append(self._path(pack, _BYTES), data)
        record = _Record(name, _sum(name, data), start, len(data), time.time() if wanted is None else wanted)
        at = _append(self._path(pack, _RECORDS), _RECORD.pack(*record))
        self._held[name], self._read[pack] = (pack, at, record), at + _RECORD.size

    def sweep(self, since: float) -> None:
        """Drop what was not wanted since a time, and join small packs, so that there are never many."""
        self._held, self._read = {}, {}
        self._look_again()
        wanted: dict[str, list[_Record]] = defaultdict(list)
        for pack, _, record in self._held.values():
            if record.wanted >= since:
                wanted[pack].append(record)
        known = set(self._read)
        for pack in sorted(known, key=lambda pack: _size(self._path(pack, _BYTES))):
            with suppress(OSError):
                self._tidy(pack, wanted[pack])
        for path in self._folder.glob("*"):
            if path.stem not in known:
                _remove(path, since)
        self._held, self._read = {}, {}

    def _tidy(self, pack: str, wanted: Sequence[_Record]) -> None:
        """Move what is wanted of a pack into that of this process if it is little, and drop a pack then."""
        size, own = sum(record.length for record in wanted), self._own()
        if wanted and (pack == own or _size(self._path(own, _BYTES)) < size >= _size(self._path(pack, _BYTES)) // 2):
            return
        for record in wanted:
            data = _read(self._path(pack, _BYTES), record.start, record.length)
            if _sum(record.key, data) == record.sum:
                self.keep(record.key.hex(), data, record.wanted)
        for ending in (_RECORDS, _BYTES):
            self._path(pack, ending).unlink()

    def _look_again(self) -> None:
        """Read the records that came to the packs since they were read."""
        for path in self._folder.glob(f"*{_RECORDS}"):
            read = self._read.get(path.stem, 0)
            if _size(path) >= read + _RECORD.size:
                with suppress(OSError):
                    self._read_records(path.stem, read)

    def _read_records(self, pack: str, start: int) -> None:
        """Read the records of a pack from a place on, but none that cannot be true."""
        data = _read(self._path(pack, _RECORDS), start)
        data = data[: len(data) - len(data) % _RECORD.size]
        self._read[pack] = start + len(data)
        size, now = _size(self._path(pack, _BYTES)), time.time()
        for at, values in zip(count(start, _RECORD.size), _RECORD.iter_unpack(data)):
            record = _Record(*values)
            if 0 <= record.start <= size - record.length <= size and record.wanted <= now:
                held = self._held.get(record.key)
                if held is None or held[2].wanted <= record.wanted:
                    self._held[record.key] = (pack, at, record)

    def _want(self, pack: str, at: int) -> None:
        """Note that a record is wanted now."""
        with suppress(OSError), self._path(pack, _RECORDS).open("r+b", buffering=0) as file:
            file.seek(at + _RECORD.size - _TIME.size)
            file.write(_TIME.pack(time.time()))

    def _own(self) -> str:
        """The pack of this process, which is another one after a fork."""
        return f"{self._born:x}-{os.getpid()}"

    def _path(self, pack: str, ending: str) -> Path:
        return self._folder / f"{pack}{ending}"


def _sum(key: bytes, data: bytes) -> bytes:
    total = hashlib.sha256(key)
    total.update(data)
    return total.digest()


def _append(path: Path, data: bytes) -> int:
    """Put bytes at the end of a file; gives where they begin."""
    with path.open("ab", buffering=0) as file:
        if file.write(data) < len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        return file.tell() - len(data)


def _read(path: Path, start: int, length: int = -1) -> bytes:
    with path.open("rb", buffering=0) as file:
        file.seek(start)
        return file.read(length)


def _size(path: Path) -> int:
    """How long a file is; 0 where there is none."""
    with suppress(OSError):
        return path.stat().st_size
    return 0


def _remove(path: Path, since: float) -> None:
    """Remove what is no pack and older than a time: bytes without a record, or what another version kept here."""
    with suppress(OSError):
        if path.stat().st_mtime < since:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
