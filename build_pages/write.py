"""Texts to files: the output changes as a whole, what did not change stays the same file. The build's only writer."""

from __future__ import annotations

import os
import re
import shutil
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_pages import stage
from build_pages.model.problem import Problem, SourceError

Content = str | bytes
_LONGEST = 240
"""Bytes of one name: file systems allow 255, and MkDocs writes ``.html`` for ``.md``."""
_KNOWN = b"The folder beside this file is written by build_pages.\n"
_LEFT = ".part-"
"""Beginning of the passing names that builds before 1.0 left behind when they were killed."""
_UNSAFE = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]|[. ]$|^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)', re.IGNORECASE)
"""What a name cannot hold on one system or another: signs, a last dot or blank, the names of devices."""


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were written and removed, and how many there are."""

    written: int
    removed: int
    files: int


def write(out: Path, files: Mapping[str, Content] | Iterable[tuple[str, Content]]) -> Written:
    """Make the folder ``out`` hold ``files`` (path below it ▸ text or bytes) and nothing else but its hidden files.

    The new content is made beside ``out`` and takes its place in one step, see ``stage``; a file that is already right
    is carried over, not written again. Nothing in ``out`` is written through, links least of all. Raises SourceError
    (W001 a path that cannot be written, W002 a folder that is no output, W003 another build at work, W004 what the
    system refuses: no room, no right), and leaves ``out`` as it was.
    """
    out = out.resolve()
    if out.exists() and not out.is_dir():
        raise SourceError([Problem(str(out), 1, "W002", "this is a file: name a folder to write to")])
    try:
        return _replace(out, files.items() if isinstance(files, Mapping) else files)
    except OSError as error:
        say = f"the output stays as it was, for this cannot be written: {error.strerror or error}"
        raise SourceError([Problem(str(error.filename or out), 1, "W004", say)]) from None


def _replace(out: Path, files: Iterable[tuple[str, Content]]) -> Written:
    lock = stage.hold(out)
    try:
        following = stage.begin(out)
        try:
            done = _fill(following, out, files, known=bool(os.fstat(lock).st_size))
            if done.written or done.removed or not out.is_dir():
                stage.finish(following)
            os.pwrite(lock, _KNOWN, 0)
            return done
        finally:
            stage.discard(following)
    finally:
        os.close(lock)


def _fill(following: Path, out: Path, files: Iterable[tuple[str, Content]], known: bool) -> Written:
    """Fill the empty folder ``following`` with ``files``, taking from ``out`` what is there already.

    ``known``: an earlier build wrote ``out``. Else it is taken for a folder of somebody's where most would be lost.
    """
    held = set(_list(out))
    names, met, written = set[str](), set[str](), 0
    for name, content in files:
        _refuse_name(name, met)
        names.add(name)
        data = content.encode() if isinstance(content, str) else content
        if name in held and _is_same(out / name, data):
            _carry(out / name, following / name)
        else:
            _write_new(following / name, data)
            written += 1
    hidden = {name for name in held if name.startswith(".") and not name.startswith(_LEFT)}
    if not known and 2 * len(held - hidden - names) > len(held - hidden):
        say = "this folder holds other things, and they would be lost: name an empty folder, or a new one"
        raise SourceError([Problem(str(out), 1, "W002", say)])
    for name in hidden - names:
        _carry(out / name, following / name)
    return Written(written, len(held - hidden - names), len(names))


def _refuse_name(name: str, met: set[str]) -> None:
    """Note a path in ``met`` as file systems that do not tell case apart see it; raises SourceError (W001)."""
    parts, seen = name.split("/"), unicodedata.normalize("NFC", name.casefold())
    if any(part in ("", ".", "..") for part in parts):
        say = "this leads out of the output; give the id or the file behind it a plain name"
    elif any(_UNSAFE.search(part) or len(part.encode(errors="replace")) > _LONGEST for part in parts):
        say = "no such file can be written everywhere; shorten the id behind it, to letters, digits and hyphens"
    elif seen in met:
        say = "two files would have this name where capitals do not count; give the id behind one of them another"
    else:
        met.add(seen)
        return
    raise SourceError([Problem(name if name.isprintable() else ascii(name), 1, "W001", say)])


def _list(out: Path) -> Iterator[str]:
    """Paths of the regular files below a folder; links are neither files nor followed."""
    for folder, _, names in os.walk(out):
        for name in names:
            path = Path(folder, name)
            if stat.S_ISREG(path.lstat().st_mode):
                yield path.relative_to(out).as_posix()


def _is_same(path: Path, data: bytes) -> bool:
    return path.stat().st_size == len(data) and path.read_bytes() == data


def _write_new(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    path.chmod(0o644)


def _carry(path: Path, to: Path) -> None:
    """Give a file a second name, so that it stays what it is; a copy where the file system knows one name a file."""
    to.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(path, to)
    except OSError:
        shutil.copy2(path, to)
