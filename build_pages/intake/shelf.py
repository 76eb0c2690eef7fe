"""What an archive holds already, and adding to it so that nothing is ever half-written."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_pages.intake.decode import decode
from build_pages.model.problem import Problem, SourceError
from build_pages.model.record import ReceivedFile
from build_pages.source.folder import Folder

RECEIVED = "source/received"
DOCUMENTS = "source/documents"
_LIST = "source/received.yml"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The files and documents of an archive."""

    root: Path
    hashes: Mapping[str, str]
    """sha256 ▸ file name."""
    names: frozenset[str]
    """Names taken below ``source/received``."""
    ids: frozenset[str]
    """Ids of documents."""
    texts: dict[str, Sequence[str]]
    """File name ▸ lines of its reading."""

    @classmethod
    def open(cls, root: Path) -> Shelf:
        """Look at an archive; raises SourceError where its list of received files cannot be read."""
        folder = Folder(root)
        files = [held.value for held in folder.read_list(ReceivedFile, _LIST)]
        _refuse_links(root)
        texts = {file.file: _lines(folder, file) for file in files}
        if folder.problems:
            raise SourceError(folder.problems)
        held = root / RECEIVED
        names = frozenset(path.name for path in held.iterdir()) if held.is_dir() else frozenset()
        ids = frozenset(path.stem for path in (root / DOCUMENTS).glob("*.yml"))
        return cls(root, {file.sha256: file.file for file in files}, names, ids, texts)

    def add(self, files: Mapping[str, bytes], listed: str) -> None:
        """Write new files (path below the root ▸ bytes) and add ``listed`` to the list of received files, or nothing.

        Every file is first written beside its place under a passing name and then renamed; the list comes last.
        """
        path = self.root / _LIST
        before = path.read_bytes() if path.exists() else b""
        if before.strip() in (b"", b"[]"):
            before = b""
        whole = {**files, _LIST: before + (b"" if before.endswith(b"\n") or not before else b"\n") + listed.encode()}
        waiting = list[tuple[str, Path]]()
        try:
            for name, data in whole.items():
                waiting.append((_write_beside(self.root / name, data), self.root / name))
            for passing, place in waiting:
                Path(passing).replace(place)
        except OSError as error:
            say = f"this cannot be written: {error.strerror}; nothing was taken in"
            raise SourceError([Problem(str(error.filename or path), 1, "I008", say)]) from None
        finally:
            for passing, _ in waiting:
                with contextlib.suppress(FileNotFoundError):
                    Path(passing).unlink()


def _write_beside(place: Path, data: bytes) -> str:
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, passing = tempfile.mkstemp(dir=place.parent, prefix=".incoming-")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(passing).chmod(0o644)
    return passing


def _refuse_links(root: Path) -> None:
    for folder in (RECEIVED, DOCUMENTS):
        if not (root / folder).resolve().is_relative_to(root.resolve()):
            say = "this folder is a link out of the archive; put a real folder in its place"
            raise SourceError([Problem(folder, 1, "I008", say)])


def _lines(folder: Folder, file: ReceivedFile) -> Sequence[str]:
    name = f"{RECEIVED}/{file.reading or file.file}"
    data = folder.bytes(name)
    return decode(data, name).text.split("\n") if data else ()
