"""Bytes put aside: in memory while they are few, then in a file without a name, which goes with its last reader."""

from __future__ import annotations

from tempfile import SpooledTemporaryFile
from weakref import finalize

_MEMORY = 32_000_000
"""Bytes that are held in memory."""


class Spool:
    """A place to put bytes aside."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(_MEMORY)  # noqa: SIM115 closed by the next line
        finalize(self, self._file.close)

    def put(self, data: bytes) -> tuple[int, int]:
        """Put bytes aside; where they begin and end."""
        start = self._file.seek(0, 2)
        return start, start + self._file.write(data)

    def read(self, start: int, end: int) -> bytes:
        """What was put aside from one place to another."""
        self._file.seek(start)
        return self._file.read(end - start)
