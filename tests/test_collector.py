"""Where the collector stays away there is nothing for it to collect."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from build_pages.build import build
from build_pages.collector import not_collected
from build_pages.model.edition import Edition
from build_pages.pages import plan
from build_pages.render import render
from build_pages.store import Store
from tests.conftest import CORPUS

ALONE = {"indicators/index.md"}
"""A page that leaves a cycle, with all that it shows; there is one of it in any archive."""


def test_the_collector_comes_back_where_it_was() -> None:
    assert gc.isenabled()
    with not_collected():
        with not_collected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_pages_leave_no_cycles(edition: Edition) -> None:
    files = list(render(plan(edition), edition.library.archive))
    [file.make() for file in files]  # templates are compiled
    gc.collect()
    with not_collected():
        assert {file.path for file in files if file.make() and gc.collect()} <= ALONE


def _count_editions() -> int:
    return sum(isinstance(one, Edition) for one in gc.get_objects())


def test_the_edition_is_gone_when_the_collector_is_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gc.collect()
    held, met = _count_editions(), list[int]()
    monkeypatch.setattr(Store, "sweep", lambda *_: met.append(_count_editions()))
    build(CORPUS, tmp_path / "out")
    assert met == [held]
