"""The benchmark runs, and its own arithmetic is right. Nothing here is timed."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from build_pages.source import read_source
from tests.bench import ours, table_growth
from tests.bench.__main__ import TABLES
from tests.bench.archive import Scale, make_archive
from tests.bench.bounds import BOUNDS
from tests.bench.chart import draw_growth
from tests.bench.documents import make_report
from tests.bench.drawn import Drawn
from tests.bench.invented import Invented
from tests.bench.measure import Cost, fit
from tests.bench.peers import Peers
from tests.bench.queries import Truth, draw_queries
from tests.bench.settings import Setting
from tests.bench.table_recipe import find_places
from tests.publish import ROOT

SIZE = (1200, 1500)
COST = Cost(1.0, 1.0, 1e8)


def test_the_first_documents_are_the_same_in_an_archive_of_any_size() -> None:
    few = [make_report(Invented(), n, SIZE) for n in range(2)]
    assert few == [make_report(Invented(), n, SIZE) for n in range(5)][:2]
    assert all(SIZE[0] <= sum(len(line.text) for line in report.lines) < SIZE[1] + 1200 for report in few)


def test_a_vocabulary_grows_with_the_text() -> None:
    texts = [make_report(Invented(), n, SIZE).text for n in range(40)]
    seen = [len({text[at : at + 2] for text in texts[:n] for at in range(len(text) - 1)}) for n in (10, 20, 40)]
    exponent = fit([(n, count) for n, count in zip((10, 20, 40), seen, strict=True)])
    assert 0.5 < exponent < 0.95


def test_an_archive_passes_its_own_checks_and_is_kept(tmp_path: Path) -> None:
    root = make_archive(Invented(), Scale(3, 60, SIZE), tmp_path)
    library = read_source(root)
    assert (len(library.records), len(library.entries)) == (3, 60)
    record = next((root / "source/documents").iterdir())
    before = record.stat().st_mtime_ns
    assert make_archive(Invented(), Scale(3, 60, SIZE), tmp_path) == root
    assert record.stat().st_mtime_ns == before


def test_words_can_be_drawn_from_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("推进稳渡口工程，建成灯塔12座。点亮夜间航道，推进稳渡口工程。\n", encoding="utf-8")
    words = Drawn(tmp_path)
    assert words.terms(1) == [("推进稳渡口工程",)]
    assert "灯塔" in make_report(words, 0, (200, 300)).text
    with pytest.raises(FileNotFoundError):
        Drawn(tmp_path / "none")


def test_an_exponent_is_the_slope_of_logarithms() -> None:
    assert fit([(5, 50.0), (50, 5000.0), (500, 500000.0)]) == pytest.approx(2)


def test_true_places_are_those_that_no_form_contests() -> None:
    forms = ["渡口", "稳渡口", "口岸"]
    assert set(find_places([("a", "稳渡口，渡口，渡口岸")], forms)) == {("a", 0, 3), ("a", 4, 6)}


def test_queries_stand_in_the_text_and_addresses_lead_to_it() -> None:
    reports = [make_report(Invented(), n, SIZE) for n in range(2)]
    truth = Truth(reports)
    assert all(truth.documents(query) for query in draw_queries(reports, 20))
    line = reports[0].lines[2].text
    assert truth.holds(f"http://127.0.0.1/documents/{reports[0].id}.html#p4", line[5:12])
    assert not truth.holds(f"http://127.0.0.1/documents/{reports[0].id}.html#p4", "龘龘")


def test_growth_is_drawn() -> None:
    drawn = draw_growth({"time, s": [(5, 2.0), (50, 9.0)]})
    assert drawn.startswith("<svg") and "time, s" in drawn and drawn.count("<circle") == 2


@pytest.fixture
def built_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables that build the same site share one: what is looked at here is not time."""
    build = ours.build_site

    def once(root: Path, without: Sequence[str] = ()) -> Cost:
        return COST if (root / "site").exists() else build(root, without)

    monkeypatch.setattr(ours, "build_site", once)


@pytest.mark.site
@pytest.mark.browser
@pytest.mark.usefixtures("built_once")
def test_every_table_comes_out(tmp_path: Path) -> None:
    """At five documents, ours alone: the others need the network. Growth, which builds most, is below."""
    tables = [word for name in TABLES if name != "growth" for word in ("--only", name)]
    words = ["--documents", "5", "--terms", "10", "--characters", "600", "--runs", "1", "--no-peers", *tables]
    places = ["--work", str(tmp_path / "work"), "--out", str(tmp_path / "out")]
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench", *words, *places], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    report = (tmp_path / "out/RESULTS.md").read_text(encoding="utf-8")
    assert report.count("\n## ") == len(TABLES) + 1  # bounds and versions, without growth
    assert "not run, no peers were asked for" in report
    kept = [json.loads(path.read_text(encoding="utf-8")) for path in (tmp_path / "work/results").glob("*.json")]
    measured = {outcome["key"] for result in kept for outcome in result["table"]["outcomes"]}
    assert measured <= {bound.key for bound in BOUNDS}
    assert {"text.rate", "recipe.marked", "serve.document", "search.recall", "found.first"} <= measured


@pytest.mark.parametrize("part", ["search", "entries"])
def test_what_a_table_leaves_out_is_left_out(part: str, tmp_path: Path) -> None:
    root = make_archive(Invented(), Scale(2, 10, (600, 600)), tmp_path)
    ours.build_site(root, [part])
    entries = [path for path in (root / "site/glossary").iterdir() if not path.name.startswith(("index", "changes"))]
    assert (root / "site/search").exists() == (part != "search")
    assert bool(entries) == (part != "entries")


def test_growth_is_fitted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a build that needs a second a document, and another with every edit."""

    def build(root: Path, jobs: int = 1) -> Cost:
        documents = list((root / "source/documents").iterdir())
        for path in documents:
            page = root / f"build/docs/documents/{path.stem}.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text("页" * 100)
        (root / "build/docs/search").mkdir(exist_ok=True)
        (root / "build/docs/search/manifest.js").write_text("0" * len(documents))
        return Cost(len(documents), len(documents), 1e6 * len(documents))

    monkeypatch.setattr(ours, "build_pages", build)
    monkeypatch.setattr(ours, "follow", lambda *_: COST)
    monkeypatch.setattr(table_growth, "run", lambda *_: COST)
    table = table_growth.measure(Setting(Invented(), tmp_path, Peers(None), 5, 10, (600, 600), 1))
    assert {outcome.key: round(outcome.value, 6) for outcome in table.outcomes} == {
        "growth.time": 1, "growth.memory": 1, "growth.weight": 0,
    }  # fmt: skip
    assert [row[:2] for row in table.rows] == [("2", "10"), ("5", "10"), ("5", "1")]
