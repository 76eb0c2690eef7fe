"""A page that is kept is found as it was written or not at all."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from build_pages.kept_pages import KeptPages

KEY, OTHER = "a" * 64, "b" * 64
PAGE = "<p>渡口</p>".encode()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page of a site, kept under KEY."""
    path = tmp_path / "page.html"
    path.write_bytes(PAGE)
    KeptPages(tmp_path / "kept").keep(KEY, hashlib.sha256(PAGE).hexdigest(), path)
    return path


def test_a_page_is_kept_by_a_second_name(page: Path) -> None:
    assert KeptPages(page.parent / "kept").find(KEY) == PAGE
    assert not KeptPages(page.parent / "kept").find(OTHER)
    assert page.stat().st_nlink == 2


def test_where_a_file_has_one_name_it_is_copied(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, target: Path) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    KeptPages(page.parent / "kept").keep(OTHER, hashlib.sha256(PAGE).hexdigest(), page)
    page.write_bytes(b"written through the other name")
    shelf = KeptPages(page.parent / "kept")
    assert (shelf.find(KEY), shelf.find(OTHER)) == (b"", PAGE)


@pytest.mark.parametrize("data", [b"", PAGE[:-1], PAGE + b"x", PAGE[::-1]])
def test_a_damaged_page_is_not_found_until_it_is_kept_again(page: Path, data: bytes) -> None:
    folder = page.parent / "kept"
    page.write_bytes(data)
    assert not KeptPages(folder).find(KEY)
    (page.parent / "new.html").write_bytes(PAGE)
    KeptPages(folder).keep(KEY, hashlib.sha256(PAGE).hexdigest(), page.parent / "new.html")
    assert KeptPages(folder).find(KEY) == PAGE
    assert page.read_bytes() == data


def test_pages_that_are_neither_wanted_nor_new_go(page: Path) -> None:
    folder = page.parent / "kept"
    (folder / "ab").mkdir()
    for path in (page, folder / "ab"):
        os.utime(path, (1000, 1000))
    KeptPages(folder).sweep({KEY}, since=2000)
    assert [path.name[:64] for path in folder.iterdir()] == [KEY]
    KeptPages(folder).sweep(set(), since=1000)
    assert KeptPages(folder).find(KEY)
    KeptPages(folder).sweep(set(), since=2000)
    assert not list(folder.iterdir()) and page.exists()
