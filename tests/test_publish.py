"""The site is put in its place whole: a build that fails or is killed leaves the last one, two at once do not mix."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import CORPUS
from tests.publish import ENVIRONMENT, copy_repository, read_tree

pytestmark = pytest.mark.site
RECORD = "source/documents/2031-01-12-work-report.yml"


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_repository(tmp_path_factory.mktemp("repository"), CORPUS / "source")


def _start(repository: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "build_pages.publish", "site"], cwd=repository, env=ENVIRONMENT,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


def _left(repository: Path) -> list[str]:
    return [path.name for path in repository.iterdir() if path.name in (".site.next", ".site.old")]


def test_two_builds_at_once_make_one_site_and_a_third_that_ends_early_leaves_it(repository: Path) -> None:
    both = [_start(repository), _start(repository)]
    said = [one.communicate(timeout=120)[0] for one in both]
    assert [one.returncode for one in both] == [0, 0], said
    site = read_tree(repository / "site")
    assert "index.html" in site and not _left(repository)

    killed = _start(repository)
    while not (repository / ".site.next/assets").exists():
        assert killed.poll() is None
        time.sleep(0.01)
    killed.kill()
    killed.communicate(timeout=10)
    assert read_tree(repository / "site") == site and _left(repository)

    record = repository / RECORD
    text = record.read_text(encoding="utf-8")
    record.write_text("id: [", encoding="utf-8")
    failed = _start(repository)
    said = [failed.communicate(timeout=60)[0]]
    assert failed.returncode == 1 and f"{RECORD}:" in said[0] and "Traceback" not in said[0]
    assert read_tree(repository / "site") == site and not _left(repository)

    record.write_text(text.replace("兴灯塔", "亮灯塔"), encoding="utf-8")
    mended = _start(repository)
    assert mended.communicate(timeout=60) and mended.returncode == 0
    assert "亮灯塔" in (repository / "site/documents/2031-01-12-work-report.html").read_text(encoding="utf-8")
