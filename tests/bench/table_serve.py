"""Editing under a server that watches: from saving the file to the page reloaded in a browser."""

from __future__ import annotations

import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from os import environ
from pathlib import Path
from statistics import median
from time import monotonic, perf_counter, sleep

from playwright.sync_api import Browser, Page

from tests.bench import ours
from tests.bench.archive import bounded, make_reports
from tests.bench.chromium import open_chromium
from tests.bench.documents import Report
from tests.bench.plain import write_mkdocs, write_pages
from tests.bench.settings import Outcome, Setting, Table, say
from tests.publish import ENVIRONMENT

DOCUMENTS = 500
FEW = 20
"""Documents that the edited entry occurs in, at most."""
PATIENCE = 1200
"""Seconds that one build may take."""
Edit = tuple[str, Path, str, str, str]
"""Page, file, what stands in it, what to write instead; what the page then holds."""


def measure(setting: Setting) -> Table:
    """The table, at 500 documents."""
    scale = setting.scale(DOCUMENTS)
    root = ours.lay(setting, scale)
    reports = list(make_reports(setting.words, scale))
    with open_chromium() as browser:
        with _serve((sys.executable, "-m", "mkdocs", "serve"), root) as address:
            edits = [_emend(root, report.id, n) for n, report in enumerate(reports[: setting.runs])]
            document = _time(browser, address, edits)
            entries = _choose_entries(setting, reports)
            meaning = _time(browser, address, [_reword(root, entry, n) for n, entry in enumerate(entries)])
            form = _time(browser, address, [_add_form(root, entry, reports) for entry in entries])
        peers = dict(_serve_peers(setting, browser, reports))
    rows = [("ours: a document's record", document), ("ours: the meaning of an entry", meaning),
            ("ours: a further form of an entry", form), *peers.items()]  # fmt: skip
    return Table(
        f"Edited while served ({scale.documents} documents, {scale.terms:,} terms)",
        ("", "s, from saving to the page reloaded"),
        tuple((name, f"{seconds:.2f}") for name, seconds in rows),
        (f"Medians of {setting.runs} edits, each of another file, in Chromium. The entries stand in at most {FEW} "
         "documents. The peers have the documents as plain Markdown and no entries.", *setting.peers.missing.values()),
        (Outcome("serve.document", document, f"{document:.2f} s", peers.get("Zensical")),
         Outcome("serve.entry", max(meaning, form), f"{max(meaning, form):.2f} s")),
    )  # fmt: skip


def _serve_peers(setting: Setting, browser: Browser, reports: Sequence[Report]) -> Iterator[tuple[str, float]]:
    project = setting.work / "served"
    for name, tool, plugins in (
        ("MkDocs + Material, no search", "material", ()),
        ("Zensical", "zensical", ("search",)),
    ):
        if not (programs := setting.peers.find(tool)):
            continue
        write_pages(project / "docs", reports)
        write_mkdocs(project, plugins)
        program = "zensical" if tool == "zensical" else "mkdocs"
        with _serve((str(programs / program), "serve"), project) as address:
            edits = []
            for n, report in enumerate(reports[: setting.runs]):
                path = project / f"docs/documents/{report.id}.md"
                line = next(line.text for line in report.lines if not line.level)
                edits.append((f"documents/{report.id}.html", path, line, f"{_mark(n)}{line}", _mark(n)))
            yield name, _time(browser, address, edits)


def _mark(number: int) -> str:
    """Two characters that stand nowhere else."""
    return f"龘{'甲乙丙丁戊己庚辛壬癸'[number % 10]}"


def _emend(root: Path, document: str, number: int) -> Edit:
    return f"documents/{document}.html", *ours.emend(root, document, _mark(number)), _mark(number)


def _reword(root: Path, entry: int, number: int) -> Edit:
    path = root / f"source/glossary/terms/t{entry:05}.yml"
    return f"glossary/t{entry:05}.html", path, "是为量时间", f"{_mark(number)}是为量时间", _mark(number)


def _add_form(root: Path, entry: int, reports: Sequence[Report]) -> Edit:
    """A stretch of the first document becomes a form of the entry; the entry's page then quotes it."""
    path = root / f"source/glossary/terms/t{entry:05}.yml"
    text = next(line.text for line in reports[entry % len(reports)].lines if len(line.text) > 60)
    at = text.index("，", 2)  # with a stop inside, it is no other entry's form
    form = text[at - 2 : at + 3]
    return f"glossary/t{entry:05}.html", path, "forms:\n", f"forms:\n- {form}\n", form


def _choose_entries(setting: Setting, reports: Sequence[Report]) -> list[int]:
    """Entries that stand in some documents, but few: the commonest of these."""
    texts = [report.text for report in reports]
    chosen = []
    for number, forms in enumerate(setting.words.terms(setting.terms)):
        if not bounded(number) and 0 < sum(any(form in text for form in forms) for text in texts) <= FEW:
            chosen.append(number)
        if len(chosen) == setting.runs:
            return chosen
    return chosen


@contextmanager
def _serve(command: Sequence[str], folder: Path) -> Iterator[str]:
    """A server started in a folder; its address, when it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    say(f"{Path(command[0]).name} serve in {folder.name}")
    with (folder / "serve.log").open("w") as log:
        process = subprocess.Popen(
            [*command, "--dev-addr", f"127.0.0.1:{port}"], cwd=folder, env=environ | ENVIRONMENT,
            stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            address = f"http://127.0.0.1:{port}/"
            _wait(address, process)
            yield address
        finally:
            process.terminate()
            process.wait(20)


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    end = monotonic() + PATIENCE
    while monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE):
                return
        except (urllib.error.URLError, ConnectionError):
            sleep(0.2)
    raise TimeoutError(f"{address} does not answer")


def _time(browser: Browser, address: str, edits: Sequence[Edit]) -> float:
    """The median of the edits, each put back (and waited for) before the next."""
    page = browser.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    seconds = []
    for path, file, old, new, seen in edits:
        page.goto(address + path)
        with ours.changed(file, old, new):
            start = perf_counter()
            _see(page, seen, True)
            seconds.append(perf_counter() - start)
        _see(page, seen, False)
        sleep(1)
    page.close()
    return median(seconds)


def _see(page: Page, text: str, there: bool) -> None:
    """Wait until the page, reloading itself, shows a text, or no longer does."""
    wanted = (
        "([text, there]) => document.readyState === 'complete' && document.body.textContent.includes(text) === there"
    )
    page.wait_for_function(wanted, arg=[text, there], polling=20)
