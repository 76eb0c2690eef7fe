"""The zips of a built site: their names, what they hold, and the same bytes for the same site."""

from __future__ import annotations

import os
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from build_pages.offline import main, pack

FILES = {
    "datapackage.json": '{"name": "harbour", "version": "1.2.0"}', "index.html": "一页", "documents/渡口.html": "二页",
    "data/figures.csv": "id\n1\n", "data/indicators/ships.csv": "year\n", "search/manifest.js": "", "404.html": "",
    "sitemap.xml": "", "sitemap.xml.gz": "", "assets/stylesheets/main.css": "", "assets/stylesheets/main.css.map": "",
    "assets/javascripts/bundle.js": "", "assets/javascripts/lunr/wordcut.js": "", "assets/js/frame.js": "",
}  # fmt: skip
OFFLINE = [
    "assets/js/frame.js", "assets/stylesheets/main.css", "data/figures.csv", "data/indicators/ships.csv",
    "datapackage.json", "documents/渡口.html", "index.html", "search/manifest.js",
]  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "site"


def test_the_offline_copy_leaves_out_what_only_a_host_needs(site: Path, tmp_path: Path) -> None:
    offline, data = pack(site, tmp_path / "dist")
    assert (offline.name, data.name) == ("harbour-1.2.0-offline.zip", "harbour-1.2.0-data.zip")
    assert ZipFile(offline).namelist() == [f"harbour-1.2.0-offline/{name}" for name in OFFLINE]
    assert ZipFile(data).namelist() == [f"harbour-1.2.0-data/{name}" for name in OFFLINE[2:5]]
    assert ZipFile(offline).read("harbour-1.2.0-offline/index.html").decode() == "一页"
    assert sorted(path.name for path in (tmp_path / "dist").iterdir()) == sorted((offline.name, data.name))


def test_the_same_site_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    one = [path.read_bytes() for path in pack(site, tmp_path / "one")]
    for number, path in enumerate(sorted(site.rglob("*"), reverse=True)):
        path.chmod(0o755)
        os.utime(path, (number, 2_000_000_000 + number))
    assert [path.read_bytes() for path in pack(site, tmp_path / "other")] == one


def test_an_archive_without_version_has_none_in_its_names(site: Path, tmp_path: Path) -> None:
    (site / "datapackage.json").write_text('{"name": "harbour"}', encoding="utf-8")
    assert [path.name for path in pack(site, tmp_path)] == ["harbour-offline.zip", "harbour-data.zip"]


def test_a_folder_without_a_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        pack(tmp_path, tmp_path / "dist")
    assert not (tmp_path / "dist").exists()


def test_the_command_says_what_it_wrote(site: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, [str(site), str(tmp_path / "dist")])
    assert done.exit_code == 0
    assert [Path(line.partition(":")[0]).name for line in done.output.splitlines()] == [
        "harbour-1.2.0-offline.zip", "harbour-1.2.0-data.zip",
    ]  # fmt: skip
