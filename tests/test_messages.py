"""Whatever a command is given, it ends with 1 or 2 and says on one line each what to do; never with a traceback."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Command

LINE = re.compile(r"[^\x00-\x1f]+:\d+: [A-Z]\d{3} [^\x00-\x1f]+")
Harm = Callable[[Path], object]


def replace_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


HARMS: dict[str, tuple[str, Harm]] = {
    "missing": ("source/archive.yml", Path.unlink),
    "a folder": ("source/archive.yml", replace_by_folder),
    "an empty file": ("source/archive.yml", lambda path: path.write_bytes(b"")),
    "another encoding": ("source/archive.yml", lambda path: path.write_bytes("title: 库".encode("gb18030"))),
    "UTF-16": ("source/archive.yml", lambda path: path.write_bytes("title: 库".encode("utf-16"))),
    "binary": ("source/documents/x.yml", lambda path: path.write_bytes(bytes(range(256)))),
    "a record that is a list": ("source/documents/x.yml", lambda path: path.write_text("- a\n- b\n")),
    "a list that is a text": ("source/received.yml", lambda path: path.write_text("text")),
    "a received file gone": ("source/received/report.txt", Path.unlink),
    "a received file that is a folder": ("source/received/report.txt", replace_by_folder),
    "a received file changed": ("source/received/report.txt", lambda path: path.write_bytes(b"\0")),
    "a page in another encoding": ("source/pages/about.md", lambda path: path.write_bytes("# 关于".encode("gb18030"))),
    "a number too long": ("source/usage.yml", lambda path: path.write_text("灯塔: " + "9" * 9000)),
    "a folder that is a file": ("source/rulings", lambda path: (path / "x.yml").mkdir()),
}


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("words", [["check"], ["build"], ["candidates"], ["diff", "HEAD"]])
def test_a_faulty_source_is_named(harm: str, words: list[str], archive: Path, command: Command) -> None:
    path, do = HARMS[harm]
    do(archive / path)
    status, out, err = command(*words, "--root", archive)
    assert status == 1
    said = (err or out).splitlines()
    assert said and all(LINE.fullmatch(line) for line in said), said
    assert not (archive / "build").exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("none.txt", None),
        ("empty.txt", b""),
        ("zeros.txt", b"\0" * 100),
        ("a.docx", b"PK\x03\x04"),
        ("a.pdf", b"%PDF-1.7"),
        ("a.html", b"<html>"),
        ("a.txt", "各位代表".encode("big5") * 9),
        ("\u202etxt.exe", b"text"),
    ],
)
def test_a_file_that_cannot_be_taken_in_is_named(
    name: str, data: bytes | None, archive: Path, tmp_path: Path, command: Command
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    status, out, err = command("import", "--root", archive, tmp_path / name)
    assert (status, out) == (1, "") and LINE.fullmatch(err.rstrip("\n")), err


def held(archive: Path) -> list[Path]:
    """What an archive holds beside locks and what is kept between builds."""
    paths = (path for path in archive.rglob("*") if ".cache" not in path.parts)
    return sorted(path for path in paths if not path.name.endswith(".lock"))


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["build", "--root", "{archive}", "--out", "{archive}/source/archive.yml"], 2),
        (["build", "--root", "{archive}", "--out", "{archive}/source/archive.yml/docs"], 1),
        (["build", "--root", "{archive}", "--out", "{archive}/source"], 1),
        (["build", "--root", "{archive}", "--out", "{archive}"], 1),
        (["build", "--root", "{archive}", "--out", "/proc/docs"], 1),
        (["build", "--root", "{archive}/nowhere"], 2),
        (["build", "--root", "{archive}/source/archive.yml"], 2),
        (["check", "--root", "/"], 1),
        (["init", "{archive}/source/archive.yml/new"], 1),
        (["init", "/proc/new"], 1),
        (["diff", "--root", "{archive}", "no-such-revision"], 1),
        (["import", "--root", "/proc", "{archive}/source/received/report.txt"], 1),
    ],
)
def test_places_that_cannot_be(words: list[str], status: int, archive: Path, command: Command) -> None:
    before = held(archive)
    ended, out, err = command(*(word.replace("{archive}", str(archive)) for word in words))
    assert ended == status and (err or out)
    if status == 1:
        assert all(LINE.fullmatch(line) for line in (err or out).splitlines()), err or out
    assert held(archive) == before
