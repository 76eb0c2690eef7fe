"""What is done ahead is done by other processes, and nobody misses what they leave undone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_pages import compose
from build_pages.ahead import begin
from build_pages.circles import draw_circles
from build_pages.model.edition import Edition
from build_pages.search import blocks, index_ahead, plan_search
from build_pages.store import Store
from tests.make_series import make_series

_TASKS = Path("/proc/self/task")


def _sign(path: Path) -> None:
    path.write_text(str(os.getpid()))


def _fail() -> None:
    raise SystemExit(1)


def test_each_share_is_done_by_another_process(tmp_path: Path) -> None:
    paths = [tmp_path / "a", tmp_path / "b"]
    begin(_sign, [(path,) for path in paths])()
    assert len({str(os.getpid()), *(path.read_text() for path in paths)}) == 3


def test_a_process_that_fails_is_waited_for_like_others() -> None:
    begin(_fail, [()])()


@pytest.mark.skipif(not _TASKS.exists(), reason="threads are counted on Linux only, where processes are forked")
def test_what_is_loaded_starts_no_thread() -> None:
    code = f"import os, build_pages.build; print(len(os.listdir({str(_TASKS)!r})))"
    settings = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    done = subprocess.run([sys.executable, "-c", code], env=settings, capture_output=True, check=True, text=True)
    assert done.stdout == "1\n"


def _never(*_: object) -> None:
    raise AssertionError("this was made ahead")


def test_circles_that_were_looked_at_ahead_are_not_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = make_series({name: (["渡口通了。"], {"series": name, "issuer": name}) for name in "abc"}).library
    store = Store(tmp_path)
    gathered = compose.gather(library, store=store)
    compose._look_ahead(tuple(draw_circles(library, gathered.documents)), 2, store)
    monkeypatch.setattr(compose, "find_commitments", _never)
    assert compose.look_across(gathered, store=store).documents == gathered.documents


def test_an_index_that_was_made_ahead_is_not_made_again(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path)
    kept = compose.compose(edition.library, store=store)
    index_ahead(kept, {}, store)
    monkeypatch.setattr(blocks, "post", _never)
    monkeypatch.setattr(blocks, "survey", _never)
    assert [file.make() for file in plan_search(kept, {}, store) if "/grams/" in file.path]
