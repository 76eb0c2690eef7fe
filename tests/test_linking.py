"""Files that the site takes over as they are lie there as second names, and stay what they were."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from build_pages.linking import link_files
from tests.conftest import CORPUS
from tests.publish import copy_repository, publish, read_tree

WRITTEN = "sitemap.xml"


def _file(docs: Path, site: Path, name: str) -> SimpleNamespace:
    (docs / name).write_text(name)
    return SimpleNamespace(
        src_dir=str(docs), src_uri=name, abs_src_path=str(docs / name), abs_dest_path=str(site / name),
        is_documentation_page=lambda: name.endswith(".md"),
        inclusion=SimpleNamespace(is_included=lambda: name != "draft"),
    )  # fmt: skip


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """The docs folder and the site."""
    for name in ("docs", "site"):
        (tmp_path / name).mkdir()
    return tmp_path / "docs", tmp_path / "site"


def _link(docs: Path, site: Path) -> None:
    theme = SimpleNamespace(static_templates={WRITTEN})
    files = [_file(docs, site, name) for name in ("a.csv", "page.md", "draft", WRITTEN)]
    link_files(files, SimpleNamespace(docs_dir=str(docs), theme=theme, extra_templates=[]))


def test_what_mkdocs_would_copy_is_linked(folders: tuple[Path, Path]) -> None:
    docs, site = folders
    (site / "a.csv").write_text("of an earlier build")
    _link(docs, site)
    assert [path.name for path in site.iterdir()] == ["a.csv"] and (site / "a.csv").samefile(docs / "a.csv")


def test_what_cannot_be_linked_is_left_to_be_copied(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, target: Path) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    _link(*folders)
    assert not list(folders[1].iterdir())


@pytest.mark.site
def test_publishing_changes_nothing_in_the_output(tmp_path: Path) -> None:
    repository, site = copy_repository(tmp_path / "repository", CORPUS / "source"), tmp_path / "site"
    assert publish(repository, site).returncode == 0
    docs = repository / "build/docs"
    once = read_tree(docs)
    copied = [path for path in once if not path.endswith(".md") and path != WRITTEN]
    assert all((site / path).samefile(docs / path) for path in copied)
    assert publish(repository, site).returncode == 0
    assert read_tree(docs) == once
    ours = {(docs / path).stat().st_ino for path in once}
    assert not [path for path in read_tree(site) if path.endswith(".html") and (site / path).stat().st_ino in ours]
