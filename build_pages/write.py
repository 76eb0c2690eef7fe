"""Texts to files: the output changes as a whole, what did not change stays the same file. The build's only writer."""

from __future__ import annotations

import filecmp
import os
import re
import shutil
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from build_pages import stage
from build_pages.model.output import File, Part, Size
from build_pages.model.problem import Problem, SourceError

_LONGEST = 240
"""Bytes of one name: file systems allow 255, and MkDocs writes ``.html`` for ``.md``."""
_MODE = 0o644
"""Everybody may read what is written."""
_KNOWN = b"The folder beside this file is written by build_pages.\n"
_LEFT = ".part-"
"""Beginning of the passing names that builds before 1.0 left behind when they were killed."""
_UNSAFE = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]|[. ]$|^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)', re.IGNORECASE)
"""What a name cannot hold on one system or another: signs, a last dot or blank, the names of devices."""


Cuts = Mapping[str, tuple[int, int]]
"""Key of a part ▸ where in its file it begins and ends."""


class Mark(NamedTuple):
    """A file as it was laid: the key it was made from, its size, its time of change in nanoseconds, its parts."""

    key: str
    size: Size
    changed: int
    cuts: Cuts


Marks = Mapping[str, Mark]
"""Path ▸ mark, of the files whose keys are known."""
NO_MARKS: Marks = {}


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were written and removed, and how many there are."""

    written: int
    removed: int
    files: int
    changed: tuple[str, ...] = field(default=(), compare=False, repr=False)
    """The paths of those written that were there before."""
    marks: Marks = field(default_factory=dict, compare=False, repr=False)


def write(out: Path, files: Iterable[File], known: Marks = NO_MARKS, sizes: dict[str, Size] | None = None) -> Written:
    """Make the folder ``out`` hold ``files`` and nothing else but its hidden files.

    The new content is made beside ``out`` and takes its place in one step, see ``stage``; a file that is already right
    is carried over, not written again, nor made where ``known``, the marks of the last writing, say that it is right;
    nor is a part of it that the file had before. ``sizes`` is given the size of each file by its path, before the next
    file is asked for.
    Nothing in ``out`` is written through, links least of all. Raises SourceError (W001 a path that cannot be written,
    W002 a folder that is no output, W003 another build at work, W004 what the system refuses: no room, no right), and
    leaves ``out`` as it was.
    """
    out = out.resolve()
    if out.exists() and not out.is_dir():
        raise SourceError([Problem(str(out), 1, "W002", "this is a file: name a folder to write to")])
    try:
        return _replace(out, files, known, {} if sizes is None else sizes)
    except OSError as error:
        say = f"the output stays as it was, for this cannot be written: {error.strerror or error}"
        raise SourceError([Problem(str(error.filename or out), 1, "W004", say)]) from None


def _replace(out: Path, files: Iterable[File], known: Marks, sizes: dict[str, Size]) -> Written:
    lock = stage.hold(out)
    try:
        following = stage.begin(out)
        try:
            done = _fill(following, out, files, known, sizes, ours=bool(os.fstat(lock).st_size))
            if done.written or done.removed or not out.is_dir():
                stage.finish(following)
            os.pwrite(lock, _KNOWN, 0)
            return done
        finally:
            stage.discard(following)
    finally:
        os.close(lock)


def _fill(
    following: Path, out: Path, files: Iterable[File], known: Marks, sizes: dict[str, Size], *, ours: bool
) -> Written:
    """Fill the empty folder ``following`` with ``files``, taking from ``out`` what is there already.

    ``ours``: an earlier build wrote ``out``. Else it is taken for a folder of somebody's where most would be lost.
    """
    held, names, met, folders = dict(_list(out)), set[str](), set[str](), set[str]()
    marks, written = dict[str, Mark](), list[str]()
    for file in files:
        name = file.path
        _refuse_name(name, met)
        names.add(name)
        folder = name.rpartition("/")[0]
        if folder not in folders:
            folders.add(folder)
            (following / folder).mkdir(parents=True, exist_ok=True)
        anew, mark = _lay(file, out / name, held.get(name), known.get(name), following / name)
        sizes[name] = mark.size
        if anew:
            written.append(name)
        if file.key:
            marks[name] = mark
    hidden = {name for name in held if name.startswith(".") and not name.startswith(_LEFT)}
    if not ours and 2 * len(held.keys() - hidden - names) > len(held.keys() - hidden):
        say = "this folder holds other things, and they would be lost: name an empty folder, or a new one"
        raise SourceError([Problem(str(out), 1, "W002", say)])
    for name in hidden - names:
        (following / name).parent.mkdir(parents=True, exist_ok=True)
        _carry(out / name, following / name)
    changed = tuple(name for name in written if name in held)
    return Written(len(written), len(held.keys() - hidden - names), len(names), changed, marks)


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


def _list(out: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Paths of the regular files below a folder, with their status; links are neither files nor followed."""
    for folder, _, names in os.walk(out):
        for name in names:
            path = Path(folder, name)
            status = path.lstat()
            if stat.S_ISREG(status.st_mode):
                yield path.relative_to(out).as_posix(), status


def _lay(file: File, old: Path, held: os.stat_result | None, known: Mark | None, new: Path) -> tuple[bool, Mark]:
    """Put a file at ``new``, the ``old`` one if that is right (``held``: its status); whether it had to be written."""
    mark = known if held and known and (known.size.bytes, known.changed) == (held.st_size, held.st_mtime_ns) else None
    if mark and mark.key == file.key:
        _carry(old, new)
        return False, mark
    content = file.make()
    if isinstance(content, str | bytes):
        data = content.encode() if isinstance(content, str) else content
        same = held is not None and held.st_size == len(data) and old.read_bytes() == data
        lines, cuts = data.count(b"\n"), dict[str, tuple[int, int]]()
        if not same:
            _write(new, data)
    else:
        lines, cuts = _join(content, new, old, mark.cuts if mark else {})
        same = held is not None and filecmp.cmp(old, new, shallow=False)
        if same:
            new.unlink()
    if same:
        _carry(old, new)
    status = new.stat()
    if not same and stat.S_IMODE(status.st_mode) != _MODE:
        new.chmod(_MODE)
    return not same, Mark(file.key, Size(lines, status.st_size), status.st_mtime_ns, cuts)


def _write(path: Path, data: bytes) -> None:
    """Write a file: thousands of times, so without the buffer and the questions to the system of ``open``."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _MODE)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(file, left) :]
    finally:
        os.close(file)


def _join(parts: Iterable[Part], new: Path, old: Path, known: Cuts) -> tuple[int, dict[str, tuple[int, int]]]:
    """Write parts one after the other, those ``known`` to stand in ``old`` from there; gives lines and cuts."""
    lines, end, cuts = 0, 0, dict[str, tuple[int, int]]()
    with new.open("wb") as file, old.open("rb") if known else BytesIO() as before:
        for part in parts:
            if part.key in known:
                first, last = known[part.key]
                before.seek(first)
                data = before.read(last - first)
            else:
                data = part.make()
            file.write(data)
            lines, start, end = lines + data.count(b"\n"), end, end + len(data)
            if part.key:
                cuts[part.key] = (start, end)
    return lines, cuts


def _carry(path: Path, to: Path) -> None:
    """Give a file a second name, so that it stays what it is; a copy where the file system knows one name a file."""
    try:
        os.link(path, to)
    except OSError:
        shutil.copy2(path, to)
