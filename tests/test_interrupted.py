"""A build that is killed, that finds no room, or that meets another: the last good output stays, the next mends."""

from __future__ import annotations

import errno
import os
import random
import resource
import signal
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from build_pages import stage, write
from build_pages.initiate import initiate
from build_pages.intake.shelf import Shelf
from build_pages.model.edition import Edition
from build_pages.model.problem import SourceError
from tests.conftest import CORPUS, Command
from tests.make import read_output, write_contents
from tests.publish import read_tree

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
KILLS = 100
Files = Mapping[str, str | bytes]


@pytest.fixture(scope="module")
def versions(edition: Edition) -> tuple[Files, Files]:
    """Two versions of an archive: pages changed, added and gone."""
    first = dict(sorted(read_output(edition, CORPUS).items())[::4])
    second = {name: data for name, data in first.items() if not name.startswith("glossary/s")}
    second |= {f"documents/new-{n}.md": "新" * 1000 * n for n in range(20)}
    for name in list(second)[::3]:
        text = second[name]
        second[name] = text + "\n" if isinstance(text, str) else text + b"\n"
    return first, second


def start(work: Callable[[], object]) -> int:
    """Let a child process do some work, with all that is imported here; its id."""
    if child := os.fork():
        return child
    status = 1
    try:
        work()
        status = 0
    finally:
        os._exit(status)


def as_bytes(files: Files) -> dict[str, bytes]:
    return {name: data.encode() if isinstance(data, str) else data for name, data in sorted(files.items())}


def test_a_build_killed_at_any_moment_leaves_a_whole_output(tmp_path: Path, versions: tuple[Files, Files]) -> None:
    out, rng = tmp_path / "docs", random.Random(20310112)
    whole = [as_bytes(files) for files in versions]
    write_contents(out, versions[0])
    begun = time.monotonic()
    write_contents(out, versions[1])
    longest = min(0.1, 1.5 * (time.monotonic() - begun))

    def keep_building() -> None:
        while True:
            for files in versions:
                write_contents(out, files)

    interrupted = 0
    for n in range(KILLS):
        child = start(keep_building)
        time.sleep(rng.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        interrupted += (tmp_path / ".docs.next").exists()
        assert read_tree(out) in whole, f"kill {n} left a mixture"
        write_contents(out, versions[n % 2])
        assert read_tree(out) == whole[n % 2], f"the build after kill {n} did not mend"
        assert {path.name for path in tmp_path.iterdir()} == {"docs", ".docs.lock"}
    assert interrupted > KILLS / 2  # else the kills came before or after the writing


@pytest.mark.parametrize("moment", ["before", "between"])
def test_without_a_swap_in_one_step_the_old_folder_comes_back(
    moment: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, versions: tuple[Files, Files]
) -> None:
    """On a file system that cannot exchange two folders, a kill between the two renames leaves the old one aside."""
    out = tmp_path / "docs"
    write_contents(out, versions[0])
    monkeypatch.setattr(stage, "_exchange", lambda *_: False)
    write_contents(out, versions[1])
    assert read_tree(out) == as_bytes(versions[1])
    (tmp_path / ".docs.next").mkdir()
    if moment == "between":
        out.rename(tmp_path / ".docs.old")
    following = stage.begin(out)
    assert read_tree(out) == as_bytes(versions[1]) and not list(following.iterdir())


def test_two_builds_at_once_do_not_mix(tmp_path: Path, versions: tuple[Files, Files]) -> None:
    out = tmp_path / "docs"
    whole = [as_bytes(files) for files in versions]

    def build_often(files: Files) -> Callable[[], object]:
        return lambda: [write_contents(out, files) for _ in range(5)]

    children = [start(build_often(files)) for files in (*versions, *versions)]
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 4
    assert read_tree(out) in whole
    assert {path.name for path in tmp_path.iterdir()} == {"docs", ".docs.lock"}


def test_the_second_build_is_told_whom_it_waits_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ready, tell = os.pipe()

    def hold() -> None:
        stage.hold(tmp_path / "docs")
        os.write(tell, b".")
        time.sleep(60)

    child = start(hold)
    os.read(ready, 1)
    monkeypatch.setattr(stage.hold, "__defaults__", (0.2,))
    with pytest.raises(SourceError, match="W003 another build"):
        write_contents(tmp_path / "docs", {"a.md": "甲"})
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert write_contents(tmp_path / "docs", {"a.md": "甲"}).written == 1  # the lock went with its process


def test_a_full_disk_leaves_the_last_output(tmp_path: Path, versions: tuple[Files, Files]) -> None:
    out = tmp_path / "docs"
    write_contents(out, versions[0])

    def build_in_little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (15_000, 15_000))
        write_contents(out, versions[1])

    assert os.waitpid(start(build_in_little_room), 0)[1] != 0
    assert read_tree(out) == as_bytes(versions[0])
    assert {path.name for path in tmp_path.iterdir()} == {"docs", ".docs.lock"}
    assert write_contents(out, versions[1]).written and read_tree(out) == as_bytes(versions[1])


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES])
@pytest.mark.parametrize(("place", "step"), [(Path, "mkdir"), (write, "_write"), (Path, "rename")])
def test_what_the_system_refuses_is_said_in_one_line(
    code: int,
    place: object,
    step: str,
    archive: Path,
    tmp_path: Path,
    command: Command,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(self: Path, *_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code), str(self))

    monkeypatch.setattr(place, step, refuse)
    status, said, err = command("build", "--root", archive, "--out", tmp_path / "new/docs")
    assert status == 1 and not said
    assert len(err.splitlines()) == 1 and os.strerror(code) in err and str(tmp_path) in err
    assert not (tmp_path / "new/docs").exists()


def test_a_killed_import_took_all_or_nothing(tmp_path: Path) -> None:
    initiate(tmp_path)
    rng = random.Random(20310112)
    entry = "- {{file: {0}.txt, sha256: '{1:064}', origin: 虚构, rights: 无}}\n"
    taken = 0
    for n in range(20):

        def take(n: int = n) -> None:
            listed = "".join(entry.format(f"{n}-{m}", 100 * n + m) for m in range(30))
            Shelf.open(tmp_path).add({f"source/received/{n}-{m}.txt": b"text" for m in range(30)}, listed)

        child = start(take)
        time.sleep(rng.uniform(0, 0.04))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        shelf = Shelf.open(tmp_path)
        held = sum(name.startswith(f"{n}-") for name in shelf.names)
        assert held == sum(name.startswith(f"{n}-") for name in shelf.hashes.values()) and held in (0, 30)
        taken += held > 0
    assert 0 < taken < 20
    assert {path.name for path in (tmp_path / "source").iterdir() if path.name.startswith(".")} == set()
