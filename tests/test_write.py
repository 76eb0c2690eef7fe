"""``write``: the output changes as a whole, only what changed is written, what is stale goes, nothing leads outside."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_pages.model.output import File, Part, Size
from build_pages.model.problem import SourceError
from build_pages.write import Written, write
from tests.make import write_contents
from tests.publish import read_tree


def refused(out: Path, files: dict[str, str | bytes]) -> str:
    with pytest.raises(SourceError) as error:
        write_contents(out, files)
    return error.value.problems[0].code


def test_a_tree_is_written(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"a.md": "甲", "b/c.txt": b"\xff"}
    assert write_contents(tmp_path / "docs", files) == Written(written=2, removed=0, files=2)
    assert read_tree(tmp_path / "docs") == {"a.md": "甲".encode(), "b/c.txt": b"\xff"}


def test_files_are_made_one_by_one_and_put_in_place_together(tmp_path: Path) -> None:
    def pages() -> Iterator[File]:
        yield File("a.md", lambda: "甲")
        assert not (tmp_path / "docs").exists()
        yield File("b.md", lambda: "乙")

    assert write(tmp_path / "docs", pages()) == Written(written=2, removed=0, files=2)


def test_what_is_known_to_be_right_is_not_made(tmp_path: Path) -> None:
    made = list[str]()

    def page(path: str, key: str, text: str) -> File:
        def make() -> str:
            made.append(path)
            return text

        return File(path, make, key)

    marks = write(tmp_path, [page("a.md", "1", "甲"), page("b.md", "2", "乙"), page("c.md", "", "丙")]).marks
    assert list(marks) == ["a.md", "b.md"]
    made.clear()
    done = write(tmp_path, [page("a.md", "1", "甲"), page("b.md", "3", "丁"), page("c.md", "", "丙")], marks)
    assert (made, done.written) == (["b.md", "c.md"], 1)

    made.clear()
    (tmp_path / "a.md").write_text("damaged", encoding="utf-8")
    (tmp_path / "b.md").unlink()
    write(tmp_path, [page("a.md", "1", "甲"), page("b.md", "3", "丁")], done.marks)
    assert made == ["a.md", "b.md"]
    assert read_tree(tmp_path) == {"a.md": "甲".encode(), "b.md": "丁".encode()}


def test_parts_that_a_file_had_are_taken_from_it(tmp_path: Path) -> None:
    made = list[str]()

    def table(*rows: str) -> File:
        def write_row(row: str) -> bytes:
            made.append(row)
            return f"{row}\n".encode()

        parts = [Part(lambda: b"head\n"), *(Part(partial(write_row, row), row) for row in rows)]
        return File("a.csv", lambda: iter(parts), "-".join(rows))

    sizes = dict[str, Size]()
    marks = write(tmp_path, [table("甲", "乙乙", "丙")], sizes=sizes).marks
    assert sizes == {"a.csv": Size(lines=4, bytes=5 + 4 * 3 + 3)}
    made.clear()
    done = write(tmp_path, [table("丙", "丁", "乙乙")], marks, sizes)
    assert (made, done.written, done.changed) == (["丁"], 1, ("a.csv",))
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "head\n丙\n丁\n乙乙\n"

    made.clear()
    sizes.clear()
    assert write(tmp_path, [table("丙", "丁", "乙乙")], done.marks, sizes).written == 0
    assert not made and sizes == {"a.csv": Size(lines=4, bytes=5 + 4 * 3 + 3)}
    assert write(tmp_path, [table("丙", "丁", "乙乙")]).written == 0  # nothing is known of it, but it is right
    assert made == ["丙", "丁", "乙乙"]


@pytest.mark.parametrize("damage", ["cut", "other", "gone", "old"])
def test_no_part_is_taken_from_a_file_that_was_changed(tmp_path: Path, damage: str) -> None:
    def table(*rows: str) -> File:
        return File("a.csv", lambda: [Part(row.encode, row) for row in rows], "-".join(rows))

    out, path = tmp_path / "docs", tmp_path / "docs/a.csv"
    marks = write(out, [table("甲乙", "丙丁")]).marks
    data = path.read_bytes()
    if damage == "gone":
        path.unlink()
    elif damage == "old":
        write(out, [table("丙丁", "甲乙")])  # by a build whose marks were lost
    else:
        path.write_bytes(data[:-1] if damage == "cut" else b"x" * len(data))
    write(out, [table("甲乙", "丙丁", "戊")], marks)
    assert path.read_text(encoding="utf-8") == "甲乙丙丁戊"


def test_what_is_right_is_not_touched(tmp_path: Path) -> None:
    write_contents(tmp_path, {"a.md": "甲", "b.md": "乙"})
    before = (tmp_path / "a.md").stat()
    assert write_contents(tmp_path, {"a.md": "甲", "b.md": "丙"}) == Written(written=1, removed=0, files=2)
    after = (tmp_path / "a.md").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_where_a_file_has_one_name_only_it_is_copied_with_its_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("no hard links here")

    monkeypatch.setattr(os, "link", fail)
    write_contents(tmp_path, {"a.md": "甲", "b.md": "乙"})
    before = (tmp_path / "a.md").stat().st_mtime_ns
    assert write_contents(tmp_path, {"a.md": "甲", "b.md": "丙"}).written == 1
    assert (tmp_path / "a.md").stat().st_mtime_ns == before


def test_what_is_stale_goes_with_its_folder_and_hidden_files_stay(tmp_path: Path) -> None:
    (tmp_path / ".gitkeep").write_text("")
    write_contents(tmp_path, {"a.md": "甲", "b/c.md": "乙"})
    assert write_contents(tmp_path, {"a.md": "甲"}) == Written(written=0, removed=1, files=1)
    assert sorted(path.name for path in tmp_path.rglob("*")) == [".gitkeep", "a.md"]


def test_what_older_builds_left_goes(tmp_path: Path) -> None:
    write_contents(tmp_path, {"a.md": "甲", "b/c.md": "乙"})
    for left in (".part-1", "b/.part-2"):
        (tmp_path / left).write_text("half")
    write_contents(tmp_path, {"a.md": "甲", "b/c.md": "乙"})
    assert sorted(read_tree(tmp_path)) == ["a.md", "b/c.md"]


@pytest.mark.parametrize(
    "name",
    [
        "../a.md", "/etc/a.md", "b/../../a.md", "b/../a.md", "./a.md", "b//a.md", "b/", "", "a\0.md", "a\n.md",
        "a\\b.md", "C:a.md", "con.md", "b/NUL", "a.", "a ", "字" * 90 + ".md", "B.md",
    ],
)  # fmt: skip
def test_a_path_that_leads_out_or_fits_no_system_is_refused(name: str, tmp_path: Path) -> None:
    assert refused(tmp_path / "docs", {"b.md": "乙", name: "甲"}) == "W001"
    assert not (tmp_path / "docs").exists() and set(read_tree(tmp_path)) == {".docs.lock"}


@given(st.text(st.sampled_from("ab./\\~:\0\u202eA c字"), max_size=12))
@settings(deadline=None, max_examples=60)
def test_no_path_leads_out(name: str) -> None:
    with TemporaryDirectory() as folder:
        try:
            write_contents(Path(folder) / "around/docs", {"index.md": "", name: "甲"})
        except SourceError:
            assert set(read_tree(Path(folder))) == {"around/.docs.lock"}
        else:
            written = {"around/.docs.lock", "around/docs/index.md", f"around/docs/{name}"}
            assert set(read_tree(Path(folder))) == written


def test_links_in_the_output_are_not_written_through(tmp_path: Path) -> None:
    out, outside = tmp_path / "docs", tmp_path / "outside"
    outside.mkdir()
    (outside / "a.md").write_text("theirs")
    write_contents(out, {"index.md": "", "b.md": "乙"})
    (out / "c").symlink_to(outside)
    (out / "b.md").unlink()
    (out / "b.md").symlink_to(outside / "a.md")
    write_contents(out, {"index.md": "", "b.md": "乙", "c/a.md": "甲"})
    assert (outside / "a.md").read_text() == "theirs"
    assert not (out / "b.md").is_symlink() and not (out / "c").is_symlink()
    assert read_tree(out) == {"index.md": b"", "b.md": "乙".encode(), "c/a.md": "甲".encode()}


def test_a_folder_that_is_no_output_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("years of work")
    assert refused(tmp_path, {"index.md": "甲"}) == "W002"
    assert refused(tmp_path / "thesis.docx", {"index.md": "甲"}) == "W002"
    (tmp_path / "index.md").write_text("mine too")
    (tmp_path / "a.md").write_text("and this")
    for _ in range(2):
        assert refused(tmp_path, {"index.md": "甲"}) == "W002"
    assert set(read_tree(tmp_path)) == {"thesis.docx", "index.md", "a.md"}


def test_an_output_may_change_altogether(tmp_path: Path) -> None:
    write_contents(tmp_path, {"a.md": "甲", "b.md": "乙"})
    assert write_contents(tmp_path, {"c.md": "丙"}) == Written(written=1, removed=2, files=1)


def test_pages_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    write_contents(tmp_path, {"a.md": "甲"})
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o644
