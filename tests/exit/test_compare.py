"""What the comparison of two builders' sites notices, and what it takes for the frame around a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exit.compare import _few, compare, read_content

PAGE = """<!doctype html><title>渡口</title><nav><a href="menu.html">菜单</a></nav>
<article><a id="__skip"></a><h1 id="p1">渡口</h1><p id="p2">见<a href="b.html">灯塔</a>。</p><p class="address">库 http://a/</p>
</article>"""


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path]:
    for name in ("own", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.html").write_text(PAGE, encoding="utf-8")
        (tmp_path / name / "data.csv").write_text("1\n")
    return tmp_path / "own", tmp_path / "other"


def test_content_is_that_of_the_article(sites: tuple[Path, Path]) -> None:
    content = read_content(sites[0] / "a.html")
    assert (content.title, content.ids, content.links, content.words) == (
        "渡口", ("p1", "p2"), ("b.html",), ("渡口见灯塔。",),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "difference"),
    [
        ('id="p2"', 'id="_1"', "ids: a.html: without ['p2'], with ['_1']"),
        ('href="b.html"', 'href="b/"', "links: a.html: without ['b.html'], with ['b/']"),
        ("见<a", "见 <a", "words: a.html: without ['渡口见灯塔。'], with ['渡口见', '灯塔。']"),
        ("<title>渡口", "<title>渡", "title: a.html: '渡口', not '渡'"),
    ],
)
def test_a_difference_is_told(sites: tuple[Path, Path], old: str, new: str, difference: str) -> None:
    (sites[1] / "a.html").write_text(PAGE.replace(old, new, 1), encoding="utf-8")
    assert list(compare(*sites)) == [difference]


def test_the_frame_and_the_files_of_a_builder_are_none(sites: tuple[Path, Path]) -> None:
    (sites[1] / "a.html").write_text(PAGE.replace("menu", "way").replace("http://a/", ""), encoding="utf-8")
    (sites[1] / "search.json").write_text("{}")
    assert not list(compare(*sites))


def test_missing_and_changed_files_are_told(sites: tuple[Path, Path]) -> None:
    (sites[1] / "a.html").rename(sites[1] / "b.html")
    (sites[1] / "data.csv").write_text("2\n")
    assert list(compare(*sites)) == ["missing: a.html", "more: b.html", "bytes: data.csv"]


def test_only_a_few_of_a_sort_are_printed() -> None:
    assert list(_few([f"ids: {n}" for n in range(7)]))[-2:] == ["ids: 4", "ids: 2 more"]
