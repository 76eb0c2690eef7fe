"""A new archive: what it is given, that it is of no place, and that it publishes from where it lies."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from build_pages.initiate import initiate
from build_pages.model.problem import SourceError
from build_pages.source import read_source
from tests.conftest import CORPUS
from tests.publish import ENVIRONMENT, ROOT, copy_repository, read_tree

HOOK, SHEET = ROOT / "build_pages/mkdocs_hook.py", ROOT / "site_overrides/assets/css/bundle/page.css"
REPORT = """2031年江城市政府工作报告
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议，并请各位政协委员提出意见。
一、2030年工作回顾
全市生产总值增长5.5%，城镇新增就业3.2万人，粮食产量12亿斤，高质量发展取得成效，“六稳”工作扎实推进。
"""


@pytest.mark.parametrize("title", ["江城文献", 'a "b": {c} # d', "@PLACE@", "0"])
def test_a_new_archive_has_the_name_it_was_given_in_both_places(title: str, tmp_path: Path) -> None:
    initiate(tmp_path / "new", title, "江城")
    library = read_source(tmp_path / "new")
    assert (library.archive.title, library.archive.place) == (title, "江城")
    told = (tmp_path / "new/mkdocs.yml").read_text(encoding="utf-8")
    assert f"\nsite_name: {json.dumps(title, ensure_ascii=False)} " in told


def test_a_new_archive_leads_to_its_generator_wherever_it_lies(tmp_path: Path) -> None:
    new = tmp_path / "a/b/new"
    initiate(new)
    told = yaml.safe_load((new / "mkdocs.yml").read_text(encoding="utf-8"))
    assert (new / told["INHERIT"]).resolve() == ROOT / "mkdocs.yml"
    assert (new / told["hooks"][0]).resolve() == HOOK
    assert (new / told["theme"]["custom_dir"]).resolve() == ROOT / "site_overrides"
    led = re.search(r"^GENERATOR \?= (.*)$", (new / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert led and (new / led[1]).resolve() == ROOT


def test_a_file_in_the_way_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: 甲\n", encoding="utf-8")
    before = read_tree(tmp_path)
    with pytest.raises(SourceError, match="N001"):
        initiate(tmp_path)
    assert read_tree(tmp_path) == before


def test_the_starter_is_sound_and_of_the_genre(tmp_path: Path) -> None:
    initiate(tmp_path / "new")
    library = read_source(tmp_path / "new")
    names = {entry.name for entry in library.entries}
    assert len(names) >= 40 and {"高质量发展", "六稳", "六保"} <= names
    assert len(library.indicators) >= 30 and len(library.themes) >= 10 and library.everyday
    for entry in library.entries:
        assert entry.level == "central" and entry.meaning.text and entry.english, entry.id
        said = {entry.meaning.basis, *(item.basis for item in entry.items), *(tie.basis for tie in entry.relations)}
        said |= {entry.put_forward.basis} if entry.put_forward else set()
        assert said <= {"editors", "source"}, entry.id
        assert not entry.places_to_read and not entry.roles, entry.id


def test_a_generator_without_an_archive_starts_one_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_pages.initiate._GENERATOR", tmp_path)
    initiate(tmp_path / "new")
    assert not read_source(tmp_path / "new").everyday


def test_nothing_of_the_generator_names_the_place_of_an_archive() -> None:
    """The archive beside the generator stands in ``source``; its name and its city are in no other folder."""
    archive = yaml.safe_load((ROOT / "source/archive.yml").read_text(encoding="utf-8"))
    names = [word for word in (archive["title"], archive["place"], archive["english"]) if word]
    for folder in ("build_pages", "templates", "site_overrides"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".j2", ".html", ".css", ".js", ".yml", ".md", ".xml"):
                text = path.read_text(encoding="utf-8")
                assert not [name for name in names if name in text], path


@pytest.mark.site
def test_a_new_archive_publishes_from_where_it_lies(tmp_path: Path) -> None:
    """With the generator beside it, which it leaves alone, and in its own colours."""
    generator = copy_repository(tmp_path / "generator", CORPUS / "source")
    new = tmp_path / "new"
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")

    def run(*words: str, cwd: Path = tmp_path) -> None:
        done = subprocess.run(
            [sys.executable, "-m", *words], cwd=cwd, env=ENVIRONMENT | {"PYTHONPATH": str(generator)},
            capture_output=True, text=True, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr

    run("build_pages", "init", "new")
    settings = (new / "mkdocs.yml").read_text(encoding="utf-8")
    (new / "mkdocs.yml").write_text(settings.replace('"#2a4b7c"', '"#7c2a2a"'), encoding="utf-8")
    run("build_pages", "import", "--root", "new", "report.txt")
    before = {name for name in read_tree(generator) if "__pycache__" not in name}
    run("build_pages.publish", "site", cwd=new)
    page = (new / "site/documents/2031-jiangcheng-government-work-report.html").read_text(encoding="utf-8")
    assert "江城市政府工作报告" in page and "glossary/liu-wen.html" in page
    assert (new / "site/indicators/gdp-growth.html").exists()
    assert "--pa-link: #7c2a2a" in (new / "site/assets/css/bundle/page.css").read_text(encoding="utf-8")
    assert {name for name in read_tree(generator) if "__pycache__" not in name} == before
