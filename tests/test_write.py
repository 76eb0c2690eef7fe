"""``write``: only what changed is written, what is stale goes, and a file appears whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_pages.write import Written, write
from tests.publish import read_tree


def test_a_tree_is_written(tmp_path: Path) -> None:
    assert write(tmp_path / "docs", {"a.md": "甲", "b/c.txt": b"\xff"}) == Written(written=2, removed=0, files=2)
    assert read_tree(tmp_path / "docs") == {"a.md": "甲".encode(), "b/c.txt": b"\xff"}


def test_what_is_right_is_not_touched(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "甲", "b.md": "乙"})
    before = (tmp_path / "a.md").stat()
    assert write(tmp_path, {"a.md": "甲", "b.md": "丙"}) == Written(written=1, removed=0, files=2)
    after = (tmp_path / "a.md").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_what_is_stale_goes_with_its_folder_and_hidden_files_stay(tmp_path: Path) -> None:
    (tmp_path / ".gitkeep").write_text("")
    write(tmp_path, {"a.md": "甲", "b/c.md": "乙"})
    assert write(tmp_path, {"a.md": "甲"}) == Written(written=0, removed=1, files=1)
    assert sorted(path.name for path in tmp_path.rglob("*")) == [".gitkeep", "a.md"]


@pytest.mark.parametrize("name", ["../a.md", "/etc/a.md", "b/../../a.md"])
def test_nothing_is_written_outside(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="leads out of"):
        write(tmp_path / "docs", {"b.md": "乙", name: "甲"})
    assert read_tree(tmp_path) == {}


def test_a_failure_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a.md": "甲"})

    def fail(self: Path, target: Path) -> Path:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        write(tmp_path, {"a.md": "乙"})
    assert read_tree(tmp_path) == {"a.md": "甲".encode()}


def test_pages_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "甲"})
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o644
