"""Reading the files below an archive's root, and gathering what is wrong with them."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from build_pages.model.problem import Problem, SourceError
from build_pages.source.held import Held
from build_pages.source.plain import check_prose
from build_pages.source.shapes import fit, fit_list
from build_pages.source.yaml_lines import YamlText, read_yaml

T = TypeVar("T")
_Data = bytes  # the name is taken by a method of Folder
_LINK = "replace this link by the file itself: it leads out of the archive"
_NAME = "rename this file: letters, digits, dots and hyphens, at most 200 bytes"
_LONGEST_NAME = 200
_UNSAFE = re.compile(r"""[\\:*?"'<>|#%&]""")
"""What a name cannot hold in an address or on one system or another."""
MAX_BYTES = 32 * 1024 * 1024
"""The largest file that is read."""


class Folder:
    """An archive's root. What cannot be read is noted in ``problems`` and read as nothing."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self._outside: dict[Path, bool] = {}

    def paths(self, folder: str, pattern: str) -> tuple[str, ...]:
        """Paths, relative to the root, of the files in ``folder`` that match ``pattern``, sorted; not hidden ones."""
        above = self.root.as_posix()
        found = ((p, p.as_posix().removeprefix(above).lstrip("/")) for p in (self.root / folder).glob(pattern))
        return tuple(sorted(below for path, below in found if self._is_kept(path, below)))

    def bytes(self, path: str) -> bytes | None:
        """A file's bytes; None, and a problem, where it is not there or leads out of the archive."""
        return self._noting(self._bytes, path)

    def text(self, path: str) -> str:
        """A file's UTF-8 text with line feeds; empty, and a problem, where it is none. ``.md`` must be plain."""
        text = self._noting(self._text, path) or ""
        self.problems += check_prose(text, path) if path.endswith(".md") else ()
        return text

    def read(self, cls: type[T], path: str, adapt: Callable[[Any], Any] | None = None) -> Held[T] | None:
        """The one record of a YAML file; ``adapt`` changes the parsed data before it is fitted."""
        try:
            text = self._yaml(path)
            data = adapt(text.data) if adapt else text.data
            return Held(fit(cls, text, data if data is not None else {}), text)
        except SourceError as error:
            self.problems += error.problems
            return None

    def read_list(self, cls: type[T], path: str, adapt: Callable[[Any], Any] | None = None) -> list[Held[T]]:
        """The records of a YAML list; none where there is no such file. ``adapt`` changes each before it is fitted."""
        if not os.path.lexists(self.root / path):
            return []
        try:
            text = self._yaml(path)
            if adapt and isinstance(text.data, list):
                text = replace(text, data=[adapt(member) for member in text.data])
            return [Held(value, text, (n,)) for n, value in enumerate(fit_list(cls, text))]
        except SourceError as error:
            self.problems += error.problems
            return []

    def read_counts(self, path: str) -> Mapping[str, int]:
        """A mapping of words to numbers; empty where there is no such file."""
        held = self.read(dict[str, int], path) if os.path.lexists(self.root / path) else None
        return held.value if held else {}

    def read_words(self, path: str) -> Mapping[str, tuple[str, ...]]:
        """A mapping of words to lists of words; empty where there is no such file."""
        held = self.read(dict[str, tuple[str, ...]], path) if os.path.lexists(self.root / path) else None
        return held.value if held else {}

    def _noting(self, read: Callable[[str], T], path: str) -> T | None:
        try:
            return read(path)
        except SourceError as error:
            self.problems += error.problems
            return None

    def _bytes(self, path: str) -> _Data:
        place = self.root / path
        try:
            if self._leads_out(place):
                raise SourceError([Problem(path, 1, "Y006", _LINK)])
            status = place.stat()
            if not stat.S_ISREG(status.st_mode):
                raise SourceError([Problem(path, 1, "Y004", "put a file here: this is a folder, or a device")])
            if status.st_size > MAX_BYTES:
                raise SourceError([Problem(path, 1, "Y008", f"split this file: at most {MAX_BYTES:,} bytes are read")])
            return place.read_bytes()
        except (OSError, ValueError) as error:
            say = f"add this file, or make it readable: {getattr(error, 'strerror', error)}"
            raise SourceError([Problem(_printable(path), 1, "Y004", say)]) from None

    def _text(self, path: str) -> str:
        data = self._bytes(path)
        try:
            return data.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            raise SourceError([Problem(path, line, "Y005", "save this file as UTF-8")]) from None

    def _yaml(self, path: str) -> YamlText:
        return read_yaml(self._text(path), path)

    def _is_kept(self, path: Path, below: str) -> bool:
        """Whether a file is one of the source: not hidden; a name that is not plain, or a link out of it, is noted."""
        name, shown = path.name, _printable(below)
        if name.startswith("."):  # what editors and systems leave
            return False
        if _printable(shown) != shown or _UNSAFE.search(name) or len(name.encode(errors="replace")) > _LONGEST_NAME:
            self.problems.append(Problem(shown, 1, "Y007", _NAME))
            return False
        if self._leads_out(path):
            self.problems.append(Problem(shown, 1, "Y006", _LINK))
            return False
        return True

    def _leads_out(self, place: Path) -> bool:
        """Whether a file is, or lies behind, a link out of the first folder of its path: ``source/``."""
        if place.is_symlink():
            return self._lies_outside(place)
        if place.parent not in self._outside:
            self._outside[place.parent] = self._lies_outside(place.parent)
        return self._outside[place.parent]

    def _lies_outside(self, place: Path) -> bool:
        first = place.relative_to(self.root).parts[0]
        return not Path(os.path.realpath(place)).is_relative_to(self.root.resolve() / first)


def _printable(path: str) -> str:
    return path if path.isprintable() else ascii(path)[1:-1]
