"""A file that arrives: its bytes, if they may be taken in, and the name they are kept under."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import dataclass
from pathlib import Path

from build_pages.intake.decode import MAX_BYTES
from build_pages.intake.reading import Read, read_received
from build_pages.model.problem import Problem, SourceError


@dataclass(frozen=True, slots=True)
class Arrival:
    """A received file that can be read."""

    name: str
    data: bytes
    sha256: str
    read: Read

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of its reading."""
        return tuple(self.read.text.split("\n"))

    @property
    def reading(self) -> str | None:
        """The name its reading is kept under, if one was made."""
        return f"{self.name}.txt" if self.read.made else None


def receive(path: Path) -> Arrival:
    """Read a file that is to be taken in; only its last name counts, wherever it lies.

    Raises SourceError: I008 no regular file, or a link out of its folder, I009 a name that cannot be kept, I002 too
    large, and what reading it raises.
    """
    shown = str(path)
    try:
        mode = path.stat().st_mode
        size = path.stat().st_size
        inside = path.resolve().is_relative_to(path.parent.resolve())
    except (OSError, ValueError, RuntimeError) as error:
        raise _refusal(
            shown, "I008", f"this file cannot be opened: {getattr(error, 'strerror', None) or error}"
        ) from None
    if not stat.S_ISREG(mode):
        raise _refusal(shown, "I008", "this is no file; name the files to import one by one")
    if not inside:
        raise _refusal(shown, "I008", "this link leads out of its folder; import the file itself")
    if size > MAX_BYTES:
        raise _refusal(shown, "I002", f"this file has {size:,} bytes, at most {MAX_BYTES:,} are read; split it")
    name = path.name
    if not name.isprintable() or name.startswith(".") or set(name) & set("/\\:*?\"<>|'#%") or len(name.encode()) > 200:
        raise _refusal(shown, "I009", "rename this file: letters, digits, dots and hyphens, no dot in front")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _refusal(shown, "I008", f"this file cannot be read: {error.strerror}") from None
    return Arrival(name, data, hashlib.sha256(data).hexdigest(), read_received(data, shown))


def _refusal(path: str, code: str, message: str) -> SourceError:
    return SourceError([Problem(path, 1, code, message)])
