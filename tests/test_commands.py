"""``python -m build_pages``: what the commands say, and how they end."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Command
from tests.publish import ROOT, read_tree


@pytest.fixture
def broken(archive: Path) -> Path:
    """An archive with mistakes in three files."""
    (archive / "source/archive.yml").write_text("title: 一: 二", encoding="utf-8")
    (archive / "source/missing.yml").write_text("- {title: 甲, knid: plan}\n", encoding="utf-8")
    (archive / "source/glossary/terms/he-gang.yml").write_bytes(b"id: \xff\n")
    return archive


def test_check_lists_open_questions_and_is_content(archive: Path, command: Command) -> None:
    status, out, err = command("check", "--root", archive)
    assert (status, err) == (0, "")
    assert [line.split(" ")[:2] for line in out.splitlines()] == [
        ["source/documents/2031-02-lighthouse-speech.yml:33:", "T002"],
        ["source/documents/2031-02-lighthouse-speech.yml:39:", "T001"],
    ]


def test_check_lists_every_mistake(broken: Path, command: Command) -> None:
    status, out, _ = command("check", "--root", broken)
    assert status == 1
    for start in (
        "source/archive.yml:1: Y001",
        "source/missing.yml:1: Y003",
        "source/glossary/terms/he-gang.yml:1: Y005",
    ):
        assert any(line.startswith(start) for line in out.splitlines()), out


def test_build_lists_every_mistake_and_writes_nothing(broken: Path, command: Command) -> None:
    status, out, err = command("build", "--root", broken)
    assert (status, out) == (1, "")
    assert {line.split(":")[0] for line in err.splitlines()} == {
        "source/archive.yml", "source/missing.yml", "source/glossary/terms/he-gang.yml",
    }  # fmt: skip
    assert not (broken / "build").exists()


def test_a_broken_archive_ends_without_a_traceback(broken: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "build_pages", "build", "--root", broken], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr and "source/archive.yml:1: Y001" in done.stderr


def test_build_writes_below_the_root_and_counts(archive: Path, command: Command) -> None:
    status, out, _ = command("build", "--root", archive)
    files = len(read_tree(archive / "build/docs"))
    assert (status, out) == (0, f"{files} files: {files} written, 0 removed\n")
    assert command("build", "--root", archive)[1] == f"{files} files: 0 written, 0 removed\n"


def test_build_writes_elsewhere(archive: Path, tmp_path: Path, command: Command) -> None:
    assert command("build", "--root", archive, "--out", tmp_path / "out")[0] == 0
    assert (tmp_path / "out/index.md").exists() and not (archive / "build").exists()


def test_several_processes_write_what_one_writes(archive: Path, tmp_path: Path, command: Command) -> None:
    for jobs in (1, 2):
        (archive / ".cache").mkdir(exist_ok=True)
        shutil.rmtree(archive / ".cache")
        assert command("build", "--root", archive, "--out", tmp_path / f"by-{jobs}", "--jobs", jobs)[0] == 0
    assert read_tree(tmp_path / "by-1") == read_tree(tmp_path / "by-2")


def test_build_without_rulings(archive: Path, tmp_path: Path, command: Command) -> None:
    command("build", "--root", archive, "--out", tmp_path / "with")
    command("build", "--root", archive, "--out", tmp_path / "without", "--no-rulings")
    assert read_tree(tmp_path / "with") != read_tree(tmp_path / "without")


def test_init_starts_an_archive_that_builds(tmp_path: Path, command: Command) -> None:
    status, out, err = command("init", tmp_path / "new", "--title", "江城文献", "--place", "江城")
    assert (status, err) == (0, "")
    assert f"import --root {tmp_path / 'new'}" in out and f"cd {tmp_path / 'new'} && make serve" in out
    assert command("check", "--root", tmp_path / "new") == (0, "", "")
    assert command("build", "--root", tmp_path / "new")[0] == 0


def test_init_does_not_touch_an_archive(archive: Path, command: Command) -> None:
    before = read_tree(archive)
    status, _, err = command("init", archive)
    assert status == 1 and f"{archive}/source:1: N001" in err
    assert read_tree(archive) == before


@pytest.mark.parametrize(
    "words", [["polish"], ["build", "--root", "nowhere"], ["build", "--jobs", "0"], ["import"], ["check", "more"]]
)
def test_wrong_usage(words: list[str], command: Command) -> None:
    status, _, err = command(*words)
    assert status == 2 and "Usage" in err


@pytest.mark.parametrize("verb", ["build", "check", "import", "init", "release", "diff", "candidates"])
def test_every_verb_has_its_help(verb: str, command: Command) -> None:
    status, out, _ = command(verb, "--help")
    assert status == 0 and "Usage" in out
