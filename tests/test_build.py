"""``build``: from a source to pages and data; the same source gives the same bytes, and text stays text."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from build_pages.addresses import received_path
from build_pages.build import Superseded, build
from build_pages.model.problem import SourceError
from build_pages.pages.document import document_pages
from build_pages.source import read_source
from tests.conftest import CORPUS
from tests.make import make_edition, read_page, render_texts
from tests.publish import ENVIRONMENT, ROOT, read_tree

HOSTILE = """<script>alert(1)</script> {{ 7*7 }} {% raw %} *a* [x](y) & &amp; <b>b</b> "q" 'q' `c` _d_ \\n {: #z }"""


def test_pages_and_data_and_received_files_are_written(tmp_path: Path) -> None:
    build(CORPUS, tmp_path)
    names = set(read_tree(tmp_path))
    library = read_source(CORPUS)
    assert {f"documents/{record.id}.md" for record in library.records} <= names
    assert {"index.md", "about.md", "glossary/min-xin-du.md", "people/lu-qinghe.md", "bodies/cheng-xi-shi-zheng-fu.md",
            "glossary/index.md", "people/index.md", "bodies/index.md", "figures/index.md", "documents/index.md",
            "data/documents.jsonl", "data/figures.csv"} <= names  # fmt: skip
    for name in library.readings:
        assert (tmp_path / received_path(name)).read_bytes() == (CORPUS / "source/received" / name).read_bytes()


def test_a_second_build_writes_no_file(tmp_path: Path) -> None:
    first = build(CORPUS, tmp_path)
    second = build(CORPUS, tmp_path)
    assert (second.written, second.removed, second.files) == (0, 0, first.files)


def test_two_clean_builds_are_identical_whatever_the_order_of_sets(tmp_path: Path) -> None:
    for seed in "1", "2":
        subprocess.run(
            [sys.executable, "-m", "build_pages", "build", "--root", CORPUS, "--out", tmp_path / seed],
            cwd=ROOT, env=ENVIRONMENT | {"PYTHONHASHSEED": seed}, check=True, capture_output=True,
        )  # fmt: skip
    assert read_tree(tmp_path / "1") == read_tree(tmp_path / "2")


def test_a_document_that_leaves_the_source_leaves_the_output(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(archive, out)
    for name in (
        "documents/2031-01-12-work-report.yml",
        "rulings/2031-01-12-work-report.yml",
        "glossary/people/lu-qinghe.yml",
    ):
        (archive / "source" / name).unlink()
    assert build(archive, out).removed >= 2
    assert not (out / "documents/2031-01-12-work-report.md").exists()
    assert not (out / "people/lu-qinghe.md").exists()


def test_mistakes_leave_the_last_good_output_untouched(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(archive, out)
    before = read_tree(out)
    (archive / "source/archive.yml").write_text("title: [", encoding="utf-8")
    (archive / "source/documents/2031-01-12-work-report.yml").unlink()
    with pytest.raises(SourceError):
        build(archive, out)
    assert read_tree(out) == before


def test_rulings_can_be_ignored(tmp_path: Path) -> None:
    def mentions(*, rulings: bool = True) -> int:
        build(CORPUS, tmp_path, rulings=rulings)
        return len((tmp_path / "data/mentions.jsonl").read_text(encoding="utf-8").splitlines())

    assert mentions(rulings=False) == mentions() + 1


def test_an_empty_archive_can_be_built(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source/archive.yml").write_text("title: 空\nlead: 尚无文件\n", encoding="utf-8")
    build(tmp_path, tmp_path / "out")
    assert "空" in read_page((tmp_path / "out/index.md").read_bytes()).get_text()
    assert (tmp_path / "out/data/documents.jsonl").read_bytes() == b""


@pytest.mark.site
def test_the_text_of_a_document_arrives_on_the_published_page(corpus_site: Path) -> None:
    html = (corpus_site / "documents/2031-01-12-work-report.html").read_text(encoding="utf-8")
    paragraph = BeautifulSoup(html, "html.parser").find(id="p17")
    line = (CORPUS / "source/received/report.txt").read_text(encoding="utf-8").split("\n")[16]
    assert "<script>" in line and "\t" in line
    assert paragraph is not None and paragraph.get_text() == line


def test_words_of_the_source_are_text_on_every_page(archive: Path, tmp_path: Path) -> None:
    """Titles, names, meanings, offices, sources: markup in them is not markup of the page."""
    fill(
        archive / "source/documents/2031-01-12-work-report.yml",
        [
            "稳渡口 兴灯塔",
            "市长",
            "澄溪市政府",
            "Report on the Work of the Government",
            "——2031年1月12日在澄溪市第七届居民大会第二次会议上",
        ],
    )
    fill(archive / "source/documents/2031-02-lighthouse-speech.yml", ["灯塔工程推进会"])
    fill(
        archive / "source/glossary/terms/san-qiao-liang-du.yml",
        ["三桥两渡", "澄溪的过江总布局。", "头桥、中桥、尾桥", "three bridges and two ferries", "澄溪年鉴社"],
        names=("name", "text", "publisher"),
    )
    fill(archive / "source/glossary/people/lu-qinghe.yml", ["市长"])
    fill(archive / "source/archive.yml", ["一座虚构城市的文献，只供测试。", "2030—2031"])
    fill(archive / "source/missing.yml", ["灯塔工程规划", "只见于讲话"])
    fill(archive / "source/received.yml", ["invented for the tests"])
    build(archive, tmp_path / "out")
    arrived = set()
    for name, source in read_tree(tmp_path / "out").items():
        if name.endswith(".md"):
            page = read_page(source)
            for script in page.find_all("script"):
                assert script.get("src") or str(script.get("type")).endswith("json"), name
            assert not page.find_all(id="z"), name
            if HOSTILE in page.get_text():
                arrived.add(name)
    assert {
        "index.md", "documents/index.md", "documents/2031-01-12-work-report.md",
        "documents/2031-02-lighthouse-speech.md",
        "glossary/san-qiao-liang-du.md", "glossary/index.md", "people/lu-qinghe.md", "people/index.md",
    } <= arrived  # fmt: skip


@pytest.mark.parametrize("level", range(1, 9))
def test_a_heading_of_any_level_arrives(level: int) -> None:
    edition = make_edition(["灯塔", "亮着。"], structure=[{"line": 1, "is": "heading", "level": level}])
    page = read_page(render_texts(document_pages(edition), edition.library.archive)["documents/doc.md"])
    heading = page.find(id="s1")
    assert heading is not None and heading.get_text() == "灯塔"


def fill(path: Path, words: list[str], names: tuple[str, ...] = ()) -> None:
    """Put HOSTILE where a YAML file says these words as a value."""
    text = path.read_text(encoding="utf-8")
    for word in words:
        assert f": {word}" in text, f"{path} has no value {word}"
        text = text.replace(f": {word}", f": {json.dumps(HOSTILE)}", 1)
    path.write_text(text, encoding="utf-8")


def test_a_superseded_build_writes_nothing(archive: Path, tmp_path: Path) -> None:
    asked = iter([False] * 10 + [True])
    with pytest.raises(Superseded):
        build(archive, tmp_path / "docs", superseded=lambda: next(asked))
    assert not (tmp_path / "docs").exists()
