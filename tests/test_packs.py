"""What is kept in packs is found as it was or not at all, whatever happens to their files."""

from __future__ import annotations

import hashlib
import os
import random
from pathlib import Path

import pytest

from build_pages.packs import Packs


def name(n: int) -> str:
    """A key."""
    return hashlib.sha256(str(n).encode()).hexdigest()


def list_files(folder: Path) -> list[Path]:
    """The files of packs."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def damage(path: Path, dice: random.Random) -> None:
    """Cut a file, lengthen it, turn it round, change some of its bytes, or lose it."""
    data = path.read_bytes()
    at = dice.randrange(len(data) + 1)
    changed = data[:at] + dice.randbytes(dice.randrange(9))
    kinds = (b"", data[:at], data[at:], data + b"x", data[::-1], changed + data[len(changed) :])
    path.unlink()
    if dice.randrange(8):
        path.write_bytes(dice.choice(kinds))


@pytest.mark.parametrize("seed", range(40))
def test_what_is_found_is_what_was_kept_last(seed: int, tmp_path: Path) -> None:
    """Many packs read, written, swept and damaged at once: nothing comes back under a key that was not kept there."""
    dice, kept, found = random.Random(seed), dict[str, list[bytes]](), 0
    packs = [Packs(tmp_path), Packs(tmp_path)]
    for _ in range(200):
        some, key = dice.choice(packs), name(dice.randrange(12))
        step = dice.randrange(20)
        if step < 8:
            data = dice.randbytes(dice.choice((0, 1, 40, 4000)))
            kept.setdefault(key, []).append(data)
            some.keep(key, data)
        elif step < 17:
            data_found = some.find(key)
            found += data_found is not None
            assert data_found is None or data_found in kept[key]
        elif step == 17:
            some.sweep(since=dice.choice((0.0, 2.0**40)))
        elif step == 18:
            packs[dice.randrange(2)] = Packs(tmp_path)
        elif seed % 2 and list_files(tmp_path):
            damage(dice.choice(list_files(tmp_path)), dice)
    assert found


@pytest.mark.parametrize("seed", range(10))
def test_nothing_is_lost_that_is_wanted(seed: int, tmp_path: Path) -> None:
    dice, kept = random.Random(seed), dict[str, bytes]()
    for _ in range(30):
        packs = Packs(tmp_path)
        for n in dice.sample(range(100), dice.choice((1, 2, 40))):
            kept[name(n)] = dice.randbytes(dice.randrange(100))
            packs.keep(name(n), kept[name(n)])
        packs.sweep(since=0)
        assert {key: packs.find(key) for key in kept} == kept
        assert {key: Packs(tmp_path).find(key) for key in kept} == kept
        assert len(list_files(tmp_path)) <= 2 * 8
        assert sum(path.stat().st_size for path in tmp_path.glob("*.bytes")) <= 2 * sum(map(len, kept.values()))


def test_what_was_found_is_wanted_and_what_was_not_goes(tmp_path: Path) -> None:
    packs = Packs(tmp_path)
    for n in (1, 2, 3):
        packs.keep(name(n), b"thing", wanted=1000)
    assert Packs(tmp_path).find(name(1)) == b"thing"
    Packs(tmp_path).sweep(since=2000)
    assert [Packs(tmp_path).find(name(n)) for n in (1, 2, 3)] == [b"thing", None, None]


def test_what_another_version_kept_here_goes(tmp_path: Path) -> None:
    (tmp_path / "ab").mkdir()
    for path in (tmp_path / "ab/abc", tmp_path / "1-1.bytes"):
        path.write_bytes(b"old")
    for path in (tmp_path / "ab", tmp_path / "1-1.bytes"):
        os.utime(path, (1000, 1000))
    Packs(tmp_path).sweep(since=2000)
    assert not list(tmp_path.iterdir())


def test_what_other_processes_keep_is_found(tmp_path: Path) -> None:
    """A process that is forked off writes no pack but its own."""
    packs = Packs(tmp_path)
    packs.keep(name(0), b"0")
    children = []
    for n in (1, 2):
        if not (child := os.fork()):
            packs.keep(name(n), b"%d" % n)
            os._exit(0)
        children.append(child)
    packs.keep(name(3), b"3")
    for child in children:
        os.waitpid(child, 0)
    assert [packs.find(name(n)) for n in range(4)] == [b"0", b"1", b"2", b"3"]
    assert len(list(tmp_path.glob("*.bytes"))) == 3


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OSError, match="file"):
        Packs(tmp_path / "file").keep(name(1), b"thing")
    assert Packs(tmp_path / "file").find(name(1)) is None
