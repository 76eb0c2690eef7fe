"""What many tests need: the invented archive of ``corpus/``, its edition, the published site, and cases from files."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from _pytest.mark.structures import ParameterSet
from hypothesis import settings

from build_pages.__main__ import run
from build_pages.compose import compose
from build_pages.model.edition import Edition
from build_pages.source import read_source
from tests.publish import ROOT, copy_repository, publish

settings.register_profile("steady", deadline=None)  # how long an example takes is the machine's load, not a mistake
settings.load_profile("steady")
CORPUS = ROOT / "tests/corpus"
Command = Callable[..., tuple[int, str, str]]


def cases(name: str) -> list[ParameterSet]:
    """Every case of ``tests/cases/<name>/*.yml``: a file holds one case, or a list of them with a ``name`` each."""
    found = []
    for path in sorted((ROOT / "tests/cases" / name).glob("*.yml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        for case in data if isinstance(data, list) else [data]:
            found.append(pytest.param(case, id=f"{path.stem}: {case['name']}" if "name" in case else path.stem))
    return found


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A copy of the invented archive, to change at will."""
    return Path(shutil.copytree(CORPUS, tmp_path / "archive"))


@pytest.fixture(scope="session")
def edition() -> Edition:
    """The edition of the invented archive."""
    return compose(read_source(CORPUS))


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run ``python -m build_pages …`` in this process: its exit status, and what it said on the two streams."""

    def say(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["build_pages", *map(str, words)])
        status = 0
        try:
            run()
        except SystemExit as end:
            status = int(end.code or 0)
        return status, *capsys.readouterr()

    return say


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this repository with its real source."""
    return copy_repository(tmp_path_factory.mktemp("repository"), ROOT / "source")


@pytest.fixture(scope="session")
def site(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real archive as MkDocs publishes it, in strict mode."""
    folder = tmp_path_factory.mktemp("site")
    done = publish(repository, folder)
    assert done.returncode == 0, done.stdout[-2000:]
    return folder


@pytest.fixture(scope="session")
def corpus_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented archive as MkDocs publishes it."""
    folder = tmp_path_factory.mktemp("corpus-site")
    done = publish(copy_repository(tmp_path_factory.mktemp("corpus"), CORPUS / "source"), folder)
    assert done.returncode == 0, done.stdout[-2000:]
    return folder
