"""The hook: ``mkdocs serve`` builds once an edit, survives mistakes and mends itself."""

from __future__ import annotations

import logging
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from build_pages import following, mkdocs_hook
from build_pages.following import Following
from build_pages.passing import Passing
from tests.conftest import CORPUS
from tests.publish import ENVIRONMENT, ROOT, copy_repository, publish, read_tree

BUILT = re.compile("Serving on|Reloading browsers")
"""What MkDocs says behind a build; how long it took is left out where the last took as long."""
RECORD = "source/documents/2031-01-12-work-report.yml"
PAGE = "documents/2031-01-12-work-report.html"


def configure(archive: Path) -> SimpleNamespace:
    """The settings of an archive, as far as the hook reads them."""
    (archive / "mkdocs.yml").touch()
    return SimpleNamespace(
        config_file_path=str(archive / "mkdocs.yml"), docs_dir=str(archive / "docs"), site_url="", extra={}, nav=None,
        theme=SimpleNamespace(custom_dir=str(ROOT / "site_overrides")),
    )  # fmt: skip


def test_the_hook_writes_pages_before_mkdocs_reads_them(archive: Path) -> None:
    mkdocs_hook.on_pre_build(configure(archive))
    assert (archive / "docs/index.md").exists()


def test_generated_pages_are_not_watched(archive: Path) -> None:
    unwatched, watched = list[str](), list[str]()
    config = configure(archive)
    mkdocs_hook.on_serve(SimpleNamespace(unwatch=unwatched.append, watch=watched.append), config, lambda: None)
    assert (unwatched, watched) == ([config.docs_dir], [str(archive / ".cache/again")])


def test_the_hook_is_short() -> None:
    assert len(Path(mkdocs_hook.__file__).read_text(encoding="utf-8").splitlines()) <= 40


@pytest.mark.parametrize("command", ["serve", "build"])
def test_mistakes_stop_a_build_but_not_the_server(
    command: str, archive: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (archive / "source/archive.yml").write_text("title: 一: 二\n", encoding="utf-8")
    mkdocs_hook.on_startup(command=command, dirty=False)
    with caplog.at_level(logging.ERROR), nullcontext() if command == "serve" else pytest.raises(SystemExit):
        mkdocs_hook.on_pre_build(configure(archive))
    assert "source/archive.yml:1: Y001" in caplog.text
    assert not (archive / "docs").exists()


def test_of_many_pages_those_of_the_edited_file_come_first(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = list[str]()
    monkeypatch.setattr(following, "FEW", 1)
    monkeypatch.setattr(Following, "_show", lambda _, path, content: shown.append(path))
    passing, config = Passing(), configure(archive)
    server = Following(passing)
    server.build(config)
    passing.take_site(None, config, SimpleNamespace(documentation_pages=lambda: ()))
    time.sleep(1.1)  # what was saved less than a second before a build may not have been read by it
    record = archive / RECORD
    record.write_text(record.read_text(encoding="utf-8").replace("short: 2031报告", "short: 某报告"), encoding="utf-8")
    assert server._show_edited()
    id = "2031-01-12-work-report"
    assert sorted(shown) == [f"documents/{id}.cards.js", f"documents/{id}.md"]
    assert not server._show_edited()  # the others are left to the build of everything


@pytest.mark.site
def test_a_build_with_mistakes_fails_and_keeps_the_last_pages(tmp_path: Path) -> None:
    repository = copy_repository(tmp_path / "repository", CORPUS / "source")
    assert publish(repository, tmp_path / "site").returncode == 0
    pages, site = read_tree(repository / "build/docs"), read_tree(tmp_path / "site")
    (repository / RECORD).write_text("id: [", encoding="utf-8")
    done = publish(repository, tmp_path / "site")
    assert done.returncode == 1 and f"{RECORD}:" in done.stdout and "Traceback" not in done.stdout
    assert (read_tree(repository / "build/docs"), read_tree(tmp_path / "site")) == (pages, site)


class Server:
    """``mkdocs serve`` in a copy of the repository: what it logs and what it answers."""

    def __init__(self, repository: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.repository = repository
        self.log_path = repository.parent / "serve.log"
        with self.log_path.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{self.port}"],
                cwd=repository, env=ENVIRONMENT, stdout=log, stderr=subprocess.STDOUT,
            )  # fmt: skip

    def log(self) -> str:
        """Everything said so far."""
        return self.log_path.read_text(encoding="utf-8")

    def wait(self, seen: Callable[[], bool], seconds: float = 15) -> None:
        """Wait until ``seen``; fails with the log after so many seconds."""
        end = time.monotonic() + seconds
        while not seen():
            assert time.monotonic() < end and self.process.poll() is None, self.log()
            time.sleep(0.1)

    def wait_for_builds(self, count: int) -> None:
        """Wait for the so-many-th build, then so long that one more would have shown."""
        self.wait(lambda: len(BUILT.findall(self.log())) >= count)
        time.sleep(2)
        assert len(BUILT.findall(self.log())) == count, self.log()

    def get(self, path: str) -> str:
        """A page as the server answers it."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=10) as answer:
            return str(answer.read().decode())

    def change(self, name: str, old: str, new: str) -> None:
        """Edit a file of the repository."""
        path = self.repository / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    server = Server(copy_repository(tmp_path / "repository", CORPUS / "source"))
    try:
        yield server
    finally:
        server.process.terminate()
        server.process.wait(10)


@pytest.mark.site
def test_serving(server: Server) -> None:
    server.wait_for_builds(1)
    assert "稳渡口" in server.get(PAGE)

    server.change(RECORD, "title: 稳渡口 兴灯塔", "title: 稳灯塔 兴渡口")
    server.wait_for_builds(3)  # its page, then all that names it
    assert "稳灯塔 兴渡口" in server.get(PAGE)
    assert "稳灯塔 兴渡口" in server.get("documents/index.html")

    server.change("source/glossary/terms/min-xin-du.yml", "居民投票选址的渡口", "居民投票选出的渡口")
    server.wait_for_builds(5)
    assert "居民投票选出的渡口" in server.get("glossary/min-xin-du.html")
    assert "居民投票选出的渡口" in server.get("glossary/index.html")
    assert "居民投票选出的渡口" in server.get("data/glossary.jsonl")

    server.change("templates/documents.md.j2", ">文件<", ">全部文件<")
    server.wait_for_builds(7)
    assert "全部文件" in server.get("documents/index.html")

    entry = "id: new\nname: 沿河港口\nforms: [沿河港口]\ncategory: platform\nmatch: {examples: [全市沿河港口]}\n"
    (server.repository / "source/glossary/terms/new.yml").write_text(entry, encoding="utf-8")
    server.wait_for_builds(8)  # a page is new: MkDocs builds the site
    assert "沿河港口" in server.get("glossary/new.html")
    assert re.search('data-c="new"|glossary/new.html', server.get(PAGE))

    server.change("mkdocs.yml", "site_name: 郑州政策文献", "site_name: 别名")
    server.wait_for_builds(9)
    assert "别名" in server.get("about.html")

    server.change(RECORD, "kind: report", "knid: report")
    server.wait(lambda: f"{RECORD}:6: Y003" in server.log())
    time.sleep(1)
    assert "稳灯塔 兴渡口" in server.get(PAGE)
    assert "Traceback" not in server.log()

    builds = len(BUILT.findall(server.log()))
    server.change(RECORD, "knid: report", "kind: speech")
    server.wait(lambda: len(BUILT.findall(server.log())) > builds)
    assert "讲话" in server.get(PAGE)


def test_the_hook_imports_the_repository_it_lies_in() -> None:
    assert mkdocs_hook.ROOT == ROOT
