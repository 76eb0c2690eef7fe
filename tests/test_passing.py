"""Pages that pass MkDocs by arrive as MkDocs would have written them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from mkdocs.utils.meta import get_data

from build_pages.kept_pages import KeptPages
from build_pages.model.edition import Edition
from build_pages.passing import read_front
from tests.conftest import CORPUS
from tests.make import read_output
from tests.publish import copy_repository, publish, read_tree

HOOK = "build_pages/mkdocs_hook.py"
ENTRY = "source/glossary/terms/deng-ta-gong-cheng.yml"

LOSE = """

def on_env(env: Any, config: Any, files: Any) -> None:
    import shutil

    passing.take_site(env, config, files)
    shutil.rmtree(ROOT / ".cache/pages")
"""


def squeeze(tree: dict[str, bytes]) -> dict[str, bytes]:
    """Pages without the blanks between their lines, where Markdown and HTML differ in nothing that is seen."""
    return {
        path: b"\n".join(filter(None, map(bytes.strip, data.split(b"\n")))) if path.endswith(".html") else data
        for path, data in tree.items()
    }


def list_kept(repository: Path) -> list[Path]:
    """The pages that were kept."""
    return list((repository / ".cache/pages").iterdir())


def change(path: Path, old: str, new: str) -> None:
    """Change words of a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_front_matter_is_read_as_yaml_reads_it(edition: Edition) -> None:
    passed = 0
    for path, text in read_output(edition, CORPUS).items():
        if path.endswith(".md") and isinstance(text, str) and (front := read_front(text.encode())):
            passed += 1
            assert (text.encode()[front[1] :].decode(), front[0]) == get_data(text)
    assert passed > 20


@pytest.mark.parametrize(
    "source",
    [
        "# 渡口\n", '---\ntitle: "渡口"\n---\n\n# 渡口\n', "---\ntitle: 渡口\nwhole: true\n---\n<p>渡口</p>\n",
        '---\ntitle: "渡口"\n', '---\nwhole: true\nhide:\n- toc\n---\n<p>渡口</p>\n',
    ],
)  # fmt: skip
def test_what_markdown_or_yaml_must_read_does_not_pass(source: str) -> None:
    assert read_front(source.encode()) is None


@pytest.mark.site
def test_pages_that_pass_are_those_that_mkdocs_writes(tmp_path: Path) -> None:
    repository = copy_repository(tmp_path / "repository", CORPUS / "source")
    assert publish(repository, tmp_path / "cold").returncode == 0
    assert publish(repository, tmp_path / "warm").returncode == 0
    cold = read_tree(tmp_path / "cold")
    assert read_tree(tmp_path / "warm") == cold

    shelf, mark = KeptPages(repository / ".cache/pages"), tmp_path / "marked"
    for path in list_kept(repository):
        mark.write_bytes(path.read_bytes().replace(b"<title>", b"<title>kept: "))
        path.unlink()
        shelf.keep(path.name.partition("-")[0], hashlib.sha256(mark.read_bytes()).hexdigest(), mark)
        mark.unlink()
    assert publish(repository, tmp_path / "kept").returncode == 0
    marked = {path for path, data in read_tree(tmp_path / "kept").items() if b"<title>kept: " in data}
    assert marked == {path for path, data in cold.items() if path.endswith(".html") and path != "404.html"}

    for path in list_kept(repository):
        path.write_bytes(path.read_bytes()[:-20])
    assert publish(repository, tmp_path / "mended").returncode == 0
    assert read_tree(tmp_path / "mended") == cold

    change(repository / ENTRY, "给每个渡口点一盏灯", "给每个港口点一盏灯")
    assert publish(repository, tmp_path / "edited").returncode == 0
    edited = read_tree(tmp_path / "edited")
    changed = {path for path in cold if cold[path] != edited[path]}
    assert "glossary/deng-ta-gong-cheng.html" in changed and "about.html" not in changed

    change(repository / HOOK, "on_page_read_source, on_page_markdown =", "_1, _2 =")
    change(repository / HOOK, "on_page_context, on_post_page, on_post_build =", "_3, _4, _5 =")
    assert publish(repository, tmp_path / "plain").returncode == 0
    assert squeeze(read_tree(tmp_path / "plain")) == squeeze(edited)


@pytest.mark.site
def test_a_kept_page_that_is_lost_meanwhile_is_rendered(tmp_path: Path) -> None:
    repository = copy_repository(tmp_path / "repository", CORPUS / "source")
    assert publish(repository, tmp_path / "cold").returncode == 0
    with (repository / HOOK).open("a", encoding="utf-8") as hook:
        hook.write(LOSE)
    assert publish(repository, tmp_path / "lost").returncode == 0
    assert read_tree(tmp_path / "lost") == read_tree(tmp_path / "cold")
