"""What an archive holds already, and adding to it so that nothing is ever half-written."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_pages.intake.decode import decode
from build_pages.model.problem import Problem, SourceError
from build_pages.model.record import Archive, ReceivedFile
from build_pages.source.folder import Folder

RECEIVED = "source/received"
DOCUMENTS = "source/documents"
_LIST = "source/received.yml"
_ASIDE, _COMPLETE = "source/.arriving", "source/.arrived"


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
    place: str = ""
    """The place that the archive is of, where it is of one."""

    @classmethod
    def open(cls, root: Path) -> Shelf:
        """Look at an archive, finishing what a killed import left; raises SourceError where its list cannot be read."""
        _refuse_links(root)
        shutil.rmtree(root / _ASIDE, ignore_errors=True)
        _put_in_place(root)
        folder = Folder(root)
        files = [held.value for held in folder.read_list(ReceivedFile, _LIST)]
        texts = {file.file: _lines(folder, file) for file in files}
        if folder.problems:
            raise SourceError(folder.problems)
        held = root / RECEIVED
        names = frozenset(path.name for path in held.iterdir()) if held.is_dir() else frozenset()
        ids = frozenset(path.stem for path in (root / DOCUMENTS).glob("*.yml"))
        return cls(root, {file.sha256: file.file for file in files}, names, ids, texts, _place(root))

    def add(self, files: Mapping[str, bytes], listed: str) -> None:
        """Write new files (path below the root ▸ bytes) and add ``listed`` to the list of received files, or nothing.

        All is first written aside, then declared complete by one rename, then moved into place: what a killed import
        had declared complete is put in place by the next ``open``, and what it had not is forgotten.
        """
        path = self.root / _LIST
        before = path.read_bytes() if path.exists() else b""
        if before.strip() in (b"", b"[]"):
            before = b""
        whole = {**files, _LIST: before + (b"" if before.endswith(b"\n") or not before else b"\n") + listed.encode()}
        aside = self.root / _ASIDE
        try:
            for name, data in whole.items():
                (aside / name).parent.mkdir(parents=True, exist_ok=True)
                (aside / name).write_bytes(data)
            aside.rename(self.root / _COMPLETE)
            _put_in_place(self.root)
        except OSError as error:
            say = f"this cannot be written: {error.strerror}; nothing was taken in"
            raise SourceError([Problem(str(error.filename or path), 1, "I008", say)]) from None
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def _put_in_place(root: Path) -> None:
    """Move what an import declared complete to where it belongs."""
    complete = root / _COMPLETE
    for path in sorted(path for path in (complete / "source").rglob("*") if path.is_file()):
        place = root / path.relative_to(complete)
        place.parent.mkdir(parents=True, exist_ok=True)
        path.chmod(0o644)
        path.replace(place)
    shutil.rmtree(complete, ignore_errors=True)


def _refuse_links(root: Path) -> None:
    for folder in (RECEIVED, DOCUMENTS, _ASIDE, _COMPLETE):
        if not (root / folder).resolve().is_relative_to(root.resolve()):
            say = "this folder is a link out of the archive; put a real folder in its place"
            raise SourceError([Problem(folder, 1, "I008", say)])


def _place(root: Path) -> str:
    """What ``archive.yml`` says; nothing where it cannot be read, which ``check`` reports."""
    archive = Folder(root).read(Archive, "source/archive.yml")
    return archive.value.place if archive else ""


def _lines(folder: Folder, file: ReceivedFile) -> Sequence[str]:
    name = f"{RECEIVED}/{file.reading or file.file}"
    data = folder.bytes(name)
    return decode(data, name).text.split("\n") if data else ()
