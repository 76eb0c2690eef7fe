"""The published site: built without a warning, whole in its links, near in its clicks, the same in its bytes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from build_pages.compose import compose
from build_pages.initiate import initiate
from build_pages.source import read_source
from tests.conftest import CORPUS
from tests.links import HtmlPage, count_clicks, find_broken, find_foreign_styles, read_pages
from tests.publish import ROOT, copy_repository, publish, read_tree

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, HtmlPage]:
    return read_pages(site)


def test_no_link_is_broken_and_nothing_comes_from_elsewhere(site: Path, pages: dict[str, HtmlPage]) -> None:
    broken = [*find_broken(site, pages), *find_foreign_styles(site)]
    assert not broken, "\n".join(broken[:50])


def test_ids_are_unique_in_their_page(pages: dict[str, HtmlPage]) -> None:
    twice = {path: [id for id, count in Counter(page.ids).items() if count > 1] for path, page in pages.items()}
    assert not {path: ids for path, ids in twice.items() if ids}


def test_everything_is_three_clicks_from_home(pages: dict[str, HtmlPage]) -> None:
    clicks = count_clicks(pages)
    far = {path: clicks.get(path) for path in pages if path != "404.html" and clicks.get(path, 9) > 3}
    assert not far


def test_there_is_a_page_for_everything(pages: dict[str, HtmlPage]) -> None:
    edition = compose(read_source(ROOT))
    folders = {"term": "glossary", "person": "people", "body": "bodies"}
    wanted = {f"documents/{one.id}.html" for one in edition.documents}
    wanted |= {f"figures/{one.id}.html" for one in edition.documents if one.figures}
    wanted |= {f"{folders[entry.kind]}/{entry.id}.html" for entry in edition.library.entries}
    assert wanted <= pages.keys()


def test_every_paragraph_and_section_has_its_anchor(pages: dict[str, HtmlPage]) -> None:
    for one in compose(read_source(ROOT)).documents:
        ids = set(pages[f"documents/{one.id}.html"].ids)
        places = [*(s.id for s in one.document.sections), *(p.id for p in one.document.paragraphs)]
        assert {place.partition("#")[2] for place in places} <= ids


def test_a_rebuilt_site_has_the_same_bytes(site: Path, repository: Path, tmp_path: Path) -> None:
    done = publish(repository, tmp_path)
    assert done.returncode == 0, done.stdout[-2000:]
    one, other = read_tree(site), read_tree(tmp_path)
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_pages_that_share_a_frame_are_as_if_each_had_its_own(tmp_path: Path) -> None:
    repository = copy_repository(tmp_path / "repository", CORPUS / "source")
    assert publish(repository, tmp_path / "shared").returncode == 0
    template = repository / "site_overrides/main.html"
    text = template.read_text(encoding="utf-8")
    assert text.count("{% set alone = ") == 1
    template.write_text(text.replace("{% set alone = ", "{% set alone = true or "), encoding="utf-8")
    assert publish(repository, tmp_path / "alone").returncode == 0
    one, other = read_tree(tmp_path / "shared"), read_tree(tmp_path / "alone")
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_strict_mode_notices_a_broken_link(tmp_path: Path) -> None:
    """The fixtures were built in strict mode, so without a warning; here, strict mode would have noticed one."""
    repository = copy_repository(tmp_path / "repository", CORPUS / "source")
    with (repository / "source/pages/about.md").open("a", encoding="utf-8") as page:
        page.write("\n[无](nowhere.md)，[也无](index.md#nowhere)\n")
    done = publish(repository, tmp_path / "site")
    assert done.returncode != 0
    assert "nowhere.md" in done.stdout and "#nowhere" in done.stdout


def test_a_new_archive_can_be_published(tmp_path: Path) -> None:
    initiate(tmp_path / "new")
    done = publish(copy_repository(tmp_path / "repository", tmp_path / "new/source"), tmp_path / "site")
    assert done.returncode == 0, done.stdout[-2000:]
    pages = read_pages(tmp_path / "site")
    assert not list(find_broken(tmp_path / "site", pages))
