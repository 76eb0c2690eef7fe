"""Hostile sources: nothing runs, nothing escapes, and each is shown as it stands or refused with a message."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup, Tag

from build_pages.build import build, check
from build_pages.initiate import initiate
from build_pages.intake import take_in
from build_pages.model.problem import SourceError
from build_pages.pages.document import document_pages
from build_pages.pages.entry import entry_pages
from build_pages.source import read_source
from tests.conftest import CORPUS
from tests.hostile import BAD_NAMES, BAD_YAML, PRODUCT, TEXTS, make_documents, make_entries
from tests.make import make_edition, make_entry, read_page, render_texts
from tests.publish import read_tree

MESSAGE = re.compile(r"[^\x00-\x1f]+:\d+: [A-Z]\d{3} [^\x00-\x1f]+")
SAFE_ADDRESS = re.compile(r"(?:https?://[^\s]*|[^:]*(?:#.*)?)", re.DOTALL)


def refusals(root: Path) -> tuple[str, ...]:
    """The codes of the problems of a source; each must be said in one line that a terminal can show."""
    problems = [problem for problem in check(root) if not problem.open]
    assert all(MESSAGE.fullmatch(str(problem)) for problem in problems), problems
    return tuple(problem.code for problem in problems)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published archive of hostile documents and entries: what was taken in, and what of it was built."""
    folder = tmp_path_factory.mktemp("hostile")
    initiate(folder / "archive")
    texts = dict(make_documents())
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    try:
        list(take_in(folder / "archive", [folder / name for name in texts]))
    except SourceError as error:
        assert all(MESSAGE.fullmatch(str(problem)) for problem in error.problems)
        for problem in error.problems:
            del texts[Path(problem.path).name]
        list(take_in(folder / "archive", [folder / name for name in texts]))
    assert len(texts) > 0.9 * len(TEXTS)
    terms = folder / "archive/source/glossary/terms"
    for entry in make_entries():
        record = terms / f"{entry['id']}.yml"
        record.write_text(yaml.safe_dump(entry, allow_unicode=True, sort_keys=False), encoding="utf-8")
    broken = {problem.path for problem in check(folder / "archive") if not problem.open}
    assert 0 < len(broken) < len(TEXTS) / 2 and all(path.startswith("source/glossary/") for path in broken)
    for path in broken:
        (folder / "archive" / path).unlink()
    build(folder / "archive", folder / "out")
    return folder


@pytest.fixture(scope="module")
def shapes(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """Every element and attribute that the templates make of a friendly source."""
    out = tmp_path_factory.mktemp("friendly")
    build(CORPUS, out)
    return {shape for _, page in pages(out) for shape in shapes_of(page)}


def pages(out: Path) -> Iterator[tuple[str, BeautifulSoup]]:
    for path in sorted(out.rglob("*.md")):
        yield path.name, read_page(path.read_bytes())


def shapes_of(page: BeautifulSoup) -> Iterator[tuple[str, str]]:
    for element in page.find_all(True):
        assert isinstance(element, Tag)
        yield element.name, ""
        yield from ((element.name, name) for name in element.attrs)


OWN = {("a", "class"), ("details", ""), ("summary", ""), ("small", ""), ("i", ""), ("b", "class"), ("div", "id")}
"""Shapes that the templates make where a source has them and the friendly one happens not to."""


def test_no_element_and_no_attribute_comes_from_the_source(hostile: Path, shapes: set[tuple[str, str]]) -> None:
    for name, page in pages(hostile / "out"):
        strange = set(shapes_of(page)) - shapes - OWN
        assert not {s for s in strange if s[1].startswith("on") or s[0] not in {tag for tag, _ in shapes | OWN}}, name
        for element in page.find_all(["a", "img", "script", "form", "link"]):
            assert isinstance(element, Tag)
            address = str(element.get("href") or element.get("src") or element.get("action") or "")
            assert SAFE_ADDRESS.fullmatch(address) and "hostile" not in address, f"{name}: {element}"
        for script in page.find_all("script"):
            assert isinstance(script, Tag)
            if script.get("src"):
                assert str(script["src"]).startswith("../assets/js/") and not script.get_text()
            else:
                assert script["type"] in ("application/ld+json", "application/json")
                json.loads(script.get_text())
        assert not page.select("[onclick], .hostile, #hostile")


@pytest.mark.parametrize("title", ["cite", "Layers", "{: #hostile}", "题 {: #hostile .a onclick=b }", "title"])
def test_a_title_takes_no_id_and_no_attribute(title: str) -> None:
    edition = make_edition(["灯塔建成。"], [make_entry(title, id="e")], title=title)
    files = render_texts([*document_pages(edition), *entry_pages(edition)], edition.library.archive)
    for name in ("documents/doc.md", "glossary/e.md"):
        page = read_page(files[name])
        headline = page.find("h1")
        assert isinstance(headline, Tag) and headline.attrs == {"id": "title"} and headline.get_text() == title
        ids = [str(element["id"]) for element in page.find_all(id=True)]
        assert len(ids) == len(set(ids)) and "hostile" not in ids


def test_nothing_is_evaluated(hostile: Path) -> None:
    for name, data in read_tree(hostile / "out").items():
        assert PRODUCT.encode() not in data and b"root:x:0" not in data, name


def test_front_matter_is_read_whole(hostile: Path) -> None:
    from mkdocs.utils.meta import get_data

    for path in sorted((hostile / "out").rglob("*.md")):
        text, meta = get_data(path.read_text(encoding="utf-8"))
        assert meta.get("title") is not None and not text.startswith("---"), path.name
        assert all(re.fullmatch("[a-z_]+", key) for key in meta) and "hostile" not in meta, path.name


def test_data_is_data(hostile: Path) -> None:
    """JSON holds no NaN and no half characters; scripts are one call with JSON that no page could be broken out of."""

    def refuse(word: str) -> Any:
        raise AssertionError(word)

    seen = set[str]()
    for name, data in read_tree(hostile / "out").items():
        seen.add(name.rpartition(".")[2])
        if name.startswith("received/"):
            continue
        text = data.decode("utf-8")
        if name.endswith((".json", ".jsonl", ".jsonld")):
            for line in filter(None, text.split("\n")) if name.endswith("l") else [text]:
                json.loads(line, parse_constant=refuse)
        if name.endswith(".js"):
            call = re.fullmatch(r'archive\w*\.\w+\((?:"[\w./-]+",)?(.*)\);\s*', text, re.DOTALL)
            assert call, name
            json.loads(call[1], parse_constant=refuse)
    assert {"md", "js", "jsonl", "txt"} <= seen


def test_scripts_could_stand_in_a_page(hostile: Path) -> None:
    for name, data in read_tree(hostile / "out").items():
        if name.endswith(".js"):
            assert not re.search("</script|<!--|[\u2028\u2029]", data.decode(), re.IGNORECASE), name


def test_what_nobody_sees_is_not_on_the_page(hostile: Path) -> None:
    """Marks of direction and of nothing are taken out by a normalisation on record, and the record of it says so."""
    for path in (hostile / "out/documents").glob("*.md"):
        for text in read_page(path.read_bytes()).select(".text p"):
            assert not re.search(
                "[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0020-\U000e007f]",
                text.get_text(),
            )


def test_received_bytes_are_published_as_they_are(hostile: Path) -> None:
    names = [path.name for path in (hostile / "archive/source/received").iterdir()]
    assert len(names) > 80
    for name in names:
        assert (hostile / "out/received" / name).read_bytes() == (hostile / name).read_bytes()


def test_nothing_is_written_beside_the_output(hostile: Path) -> None:
    around = {path.name for path in hostile.iterdir()} - {name for name, _ in make_documents()}
    assert around == {"archive", "out", ".out.lock"}


def is_nothing(text: str) -> bool:
    """Whether a YAML text says nothing, which a file of records may."""
    return text in ("", "~", "null", "[]")


@pytest.mark.parametrize("text", BAD_YAML, ids=range(len(BAD_YAML)))
@pytest.mark.parametrize("name", ["usage.yml", "archive.yml", "glossary/terms/he-gang.yml", "received.yml"])
def test_yaml_is_plain_data_or_refused(text: str, name: str, archive: Path, tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    (archive / "source" / name).write_text(text.replace("{marker}", str(marker)), encoding="utf-8")
    try:
        read_source(archive)
    except SourceError as error:
        assert all(MESSAGE.fullmatch(str(problem)) and len(str(problem)) < 2000 for problem in error.problems)
        assert any(problem.path == f"source/{name}" for problem in error.problems) or is_nothing(text)
    else:
        assert is_nothing(text)
    assert not marker.exists()


@pytest.mark.parametrize("id", BAD_NAMES, ids=ascii)
@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("documents/2031-02-lighthouse-speech.yml", "id: 2031-02-lighthouse-speech"),
        ("glossary/terms/he-gang.yml", "id: he-gang"),
        ("indicators.yml", "id: "),
        ("themes.yml", "id: "),
        ("received.yml", "file: report.txt"),
    ],
)
def test_an_id_or_a_name_leads_nowhere(id: str, path: str, key: str, archive: Path) -> None:
    place = archive / "source" / path
    text, label = place.read_text(encoding="utf-8"), key.partition(" ")[0]
    pattern = re.escape(key) + (r"\S+" if key.endswith(" ") else "(?=[\\s,}])")
    changed = re.sub(pattern, lambda _: f"{label} {json.dumps(id)}", text, count=1)
    assert changed != text
    place.write_text(changed, encoding="utf-8")
    before = read_tree(archive)
    out = archive / "build/around/docs"
    try:
        build(archive, out)
    except SourceError as error:
        assert all(MESSAGE.fullmatch(str(problem)) for problem in error.problems)
        assert not out.exists()
    else:
        assert (id, path) == ("con", "themes.yml")  # a theme that no paragraph has, and therefore no page
        assert all(re.fullmatch(r"\.?[\w-][\w./+-]*", name) and ".." not in name for name in read_tree(out))
    shutil.rmtree(archive / "build", ignore_errors=True)
    assert read_tree(archive) == before


@pytest.mark.parametrize(
    "place",
    ["archive.yml", "usage.yml", "received/report.txt", "pages/about.md", "documents/x.yml", "glossary/people/x.yml"],
)
@pytest.mark.parametrize("target", ["file", "/etc/passwd", "/dev/zero", "folder", "missing", "itself", "fifo", ".git"])
def test_links_and_devices_are_refused(place: str, target: str, archive: Path, tmp_path: Path) -> None:
    path = archive / "source" / place
    path.unlink(missing_ok=True)
    (tmp_path / "file").write_text("secret: true\n")
    (archive / "config").write_text("secret: true\n")
    if target == "fifo":
        os.mkfifo(path)
    elif target == "folder":
        path.mkdir()
    else:
        path.symlink_to({"itself": path, ".git": archive / "config"}.get(target, tmp_path / target))
    codes = refusals(archive)
    assert {"Y004", "Y006"} & set(codes)


@pytest.mark.parametrize("folder", ["received", "documents", "glossary/terms", "pages", "."])
def test_a_folder_behind_a_link_is_refused(folder: str, archive: Path, tmp_path: Path) -> None:
    shutil.move(archive / "source" / folder, tmp_path / "elsewhere")
    (archive / "source" / folder).symlink_to(tmp_path / "elsewhere")
    assert "Y006" in refusals(archive)
