"""A folder that is replaced as a whole: made beside its place under a passing name, then put there in one step.

A process that is killed at any moment leaves either the old folder or the new one; what it left beside goes with the
next ``begin``. Where the file system cannot swap two folders in one step, the old one is set aside for an instant, and
``begin`` puts it back if nothing followed.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import time
from pathlib import Path

from build_pages.model.problem import Problem, SourceError

if sys.platform != "win32":
    import fcntl

WAIT = 60.0
"""Seconds to wait for another build of the same folder."""
_NEXT, _OLD, _LOCK = ".next", ".old", ".lock"
_AT_FDCWD, _SWAP = -100, 2


def hold(place: Path, wait: float = WAIT) -> int:
    """Keep other builds off ``place``: the file descriptor of a lock that ends with ``os.close`` or with the process.

    Raises SourceError (W003) where another process holds it for longer than ``wait`` seconds. There is no lock on
    Windows.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    lock = os.open(_beside(place, _LOCK), os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    end = time.monotonic() + wait
    while sys.platform != "win32":
        try:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # not inherited by the workers of a build
            break
        except (BlockingIOError, PermissionError):
            if time.monotonic() > end:
                os.close(lock)
                say = f"another build of this folder has not ended after {wait:g} s; wait for it, or stop it"
                raise SourceError([Problem(str(place), 1, "W003", say)]) from None
            time.sleep(0.05)
    return lock


def begin(place: Path) -> Path:
    """An empty hidden folder beside ``place`` to make its next content in; what a killed build left there goes."""
    following, old = _beside(place, _NEXT), _beside(place, _OLD)
    if old.exists() and not place.exists():
        old.rename(place)
    for left in (following, old):
        _remove(left)
    following.mkdir(parents=True)
    return following


def finish(following: Path) -> Path:
    """Put what ``begin`` gave, now filled, in its place, and remove what was there; gives the place."""
    place = following.with_name(following.name.removeprefix(".").removesuffix(_NEXT))
    if not place.exists():
        following.rename(place)
    elif not _exchange(following, place):
        old = _beside(place, _OLD)
        place.rename(old)
        following.rename(place)
        discard(old)
    discard(following)
    return place


def discard(following: Path) -> None:
    """Remove a folder that is not wanted; what cannot be removed now goes with the next ``begin``."""
    shutil.rmtree(following, ignore_errors=True)


def _beside(place: Path, ending: str) -> Path:
    return place.with_name(f".{place.name}{ending}")


def _remove(path: Path) -> None:
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step, by renameat2(2) of Linux or renamex_np(2) of macOS; whether that could be done."""
    if sys.platform == "win32":
        return False
    names = os.fsencode(one), os.fsencode(other)
    library = ctypes.CDLL(None)
    if hasattr(library, "renameat2"):
        return bool(library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _SWAP) == 0)
    return hasattr(library, "renamex_np") and bool(library.renamex_np(*names, _SWAP) == 0)
