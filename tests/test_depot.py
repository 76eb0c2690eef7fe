"""What is kept is found as it was or not at all, whatever happens to the file it is in."""

from __future__ import annotations

import hashlib
import random
import sqlite3
from multiprocessing import Process
from pathlib import Path

import pytest

from build_pages.depot import Depot


def name(n: int) -> str:
    """A key."""
    return hashlib.sha256(str(n).encode()).hexdigest()


def damage(path: Path, dice: random.Random) -> None:
    """Cut a file, lengthen it, turn it round, change some of its bytes, or lose it."""
    data = path.read_bytes()
    at = dice.randrange(len(data) + 1)
    changed = data[:at] + dice.randbytes(dice.randrange(9))
    kinds = (b"", data[:at], data[at:], data + b"x", data[::-1], changed + data[len(changed) :])
    if dice.randrange(8):
        path.write_bytes(dice.choice(kinds))
    else:
        path.unlink()


@pytest.mark.parametrize("seed", range(40))
def test_what_is_found_was_kept_there(seed: int, tmp_path: Path) -> None:
    """Read, written, swept, damaged by turns, opened twice: nothing comes back under a key that was not kept there."""
    dice, kept, found = random.Random(seed), dict[str, list[bytes]](), 0
    depots = [Depot(tmp_path), Depot(tmp_path)]
    for _ in range(200):
        some, key = dice.choice(depots), name(dice.randrange(12))
        step = dice.randrange(20)
        if step < 8:
            data = dice.randbytes(dice.choice((0, 1, 40, 4000, 40_000)))
            kept.setdefault(key, []).append(data)
            some.keep(key, data)
        elif step < 17:
            thing = some.find(key)
            found += thing is not None
            assert thing is None or thing in kept[key]
        elif step == 17:
            some.sweep(since=dice.choice((0.0, 2.0**40)))
        elif step == 18:
            depots[dice.randrange(2)] = Depot(tmp_path)
        elif seed % 2 and (files := [*tmp_path.iterdir()]):
            damage(dice.choice(files), dice)
    assert found


@pytest.mark.parametrize("seed", range(20))
def test_what_is_broken_is_begun_anew(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    for n in range(50):
        Depot(tmp_path).keep(name(n), dice.randbytes(4000))
    for path in tmp_path.iterdir():
        damage(path, dice)
    for _ in range(2):  # what finds the file broken keeps nothing
        Depot(tmp_path).keep(name(1), b"thing")
        Depot(tmp_path).find(name(2))
    Depot(tmp_path).keep(name(1), b"thing")
    assert Depot(tmp_path).find(name(1)) == b"thing"


def test_an_error_that_is_not_of_sqlite_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise sqlite3.ProgrammingError("Cannot operate on a closed database.")

    some = Depot(tmp_path)
    some.keep(name(1), b"thing")
    with monkeypatch.context() as patch:
        patch.setattr("build_pages.depot._find", refuse)
        assert some.find(name(1)) is None
    some.keep(name(1), b"thing")
    assert some.find(name(1)) == b"thing"


def test_what_was_kept_last_is_found(tmp_path: Path) -> None:
    for data in (b"first", b"second"):
        Depot(tmp_path).keep(name(1), data)
    assert Depot(tmp_path).find(name(1)) == b"second"


def test_what_was_found_is_wanted_and_what_was_not_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_pages.depot.time.time", lambda: 1000.0)
    for n in (1, 2, 3):
        Depot(tmp_path).keep(name(n), b"thing" * 100_000)
    full = sum(path.stat().st_size for path in tmp_path.iterdir())
    monkeypatch.setattr("build_pages.depot.time.time", lambda: 3000.0)
    assert Depot(tmp_path).find(name(1))
    Depot(tmp_path).sweep(since=2000)
    assert [n for n in (1, 2, 3) if Depot(tmp_path).find(name(n))] == [1]
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < full / 2


def test_what_another_version_kept_here_goes(tmp_path: Path) -> None:
    (tmp_path / "ab").mkdir()
    for path in (tmp_path / "ab/abc", tmp_path / "abd"):
        path.write_bytes(b"old")
    Depot(tmp_path).keep(name(1), b"thing")
    Depot(tmp_path).sweep(since=0)
    assert len(list(tmp_path.iterdir())) == 1
    assert Depot(tmp_path).find(name(1)) == b"thing"


def test_several_processes_keep_at_once(tmp_path: Path) -> None:
    """Those that are forked off too, while their parent has the file open."""
    parent = Depot(tmp_path)
    parent.keep(name(0), b"0")

    def keep(first: int) -> None:
        for n in range(first, first + 40):
            parent.keep(name(n), b"%d" % n)

    children = [Process(target=keep, args=(first,)) for first in (100, 200, 300)]
    for child in children:
        child.start()
    keep(400)
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0, 0, 0]
    wanted = [0, *(n for first in (100, 200, 300, 400) for n in range(first, first + 40))]
    assert [n for n in wanted if parent.find(name(n)) != b"%d" % n] == []


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    Depot(tmp_path / "file").keep(name(1), b"thing")
    assert Depot(tmp_path / "file").find(name(1)) is None
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
