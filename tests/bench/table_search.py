"""Search side by side: the same text, the same queries, the same browser."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from statistics import fmean, median

from playwright.sync_api import Browser

from tests.bench import ours
from tests.bench.archive import make_reports
from tests.bench.chromium import open_chromium
from tests.bench.engines import MATERIAL, OURS, PAGEFIND_PAGE, Engine, make_pagefind
from tests.bench.measure import run
from tests.bench.plain import write_mkdocs, write_pages
from tests.bench.queries import Truth, draw_queries
from tests.bench.settings import Outcome, Setting, Table, in_kb, say
from tests.bench.web import PHONE, Served, serve

DOCUMENTS, QUERIES, FRESH = 50, 40, 5
SLOW = 4
"""How many times slower the processor of a phone is, as Lighthouse has it."""
_HOW = (
    "Queries: stretches of two to eight characters drawn at random from the text. Recall and precision: over documents "
    "that hold the query as it stands, means over the queries. P@5: of the first five addresses, those whose target (a "
    "paragraph or heading of ours, a page of others) holds it. Bytes: compressed, what the search itself asks for, "
    "medians. First: a new reader, in a window open already, opens a page that asks at once, until the results show; "
    f"next: another query typed there. Phone: {PHONE.latency * 1000:.0f} ms, {PHONE.rate * 8 / 1e6:.1f} Mbit/s, the "
    f"page's processor {SLOW} × slower; workers, which Material and Pagefind search in, keep the full speed. Ours "
    "lists 500 paragraphs at most, and says how many there are."
)


def measure(setting: Setting) -> Table:
    """The table, at 50 documents."""
    scale = setting.scale(DOCUMENTS)
    reports = list(make_reports(setting.words, scale))
    truth, queries = Truth(reports), draw_queries(reports, 2 if setting.brief else QUERIES)
    root = ours.lay(setting, scale)
    ours.build_site(root)
    engines: list[tuple[Engine, Path]] = [(OURS, root / "site")]
    if (material := _make_material(setting)) is not None:
        engines.append((MATERIAL, material))
        if _add_pagefind(setting, material):
            engines += [(make_pagefind(quoted), material) for quoted in (False, True)]
    rows, found = [], {}
    with open_chromium() as browser:
        for engine, site in engines:
            say(engine.name)
            with serve(site) as served:
                found[engine.name] = _judge(browser, served, engine, queries, truth)
                rows.append((engine.name, *found[engine.name], *_time(browser, served, engine, queries)))
    recall, precision, _ = found[OURS.name]
    return Table(
        f"Search side by side ({scale.documents} documents, {len(queries)} queries)",
        ("", "recall", "precision", "P@5", "first query KB", "next KB", "first ms", "next ms", "phone: first s",
         "phone: next s"),
        tuple(rows), (_HOW, *setting.peers.missing.values()),
        (Outcome("search.recall", float(recall), recall), Outcome("search.precision", float(precision), precision)),
    )  # fmt: skip


def _make_material(setting: Setting) -> Path | None:
    """The documents as Material publishes them with its own search; None where it is missing."""
    if not (programs := setting.peers.find("material")):
        return None
    project = setting.work / "searched"
    write_pages(project / "docs", make_reports(setting.words, setting.scale(DOCUMENTS)))
    write_mkdocs(project, [{"search": {"lang": ["zh"]}}])
    run((programs / "mkdocs", "build", "-q"), project)
    return project / "site"


def _add_pagefind(setting: Setting, site: Path) -> bool:
    if not (programs := setting.peers.find("pagefind")):
        return False
    run((programs / "pagefind", "--site", "."), site)
    (site / "pagefind.html").write_text(PAGEFIND_PAGE, "utf-8")
    return True


def _judge(
    browser: Browser, served: Served, engine: Engine, queries: Sequence[str], truth: Truth
) -> tuple[str, str, str]:
    """Recall and precision over documents, and P@5, all queries asked one after the other."""
    recalls, precisions, firsts = [], [], []
    context = browser.new_context()
    page, _ = engine.first(context, served.address, queries[-1])  # a query asked twice is not answered anew
    for query in queries:
        engine.next(page, query)
        listed = engine.read(page)
        true = truth.documents(query)
        named = {_document(address) for address in listed}
        recalls.append(len(named & true) / len(true))
        precisions.append(len(named & true) / len(named) if named else 1.0)
        first = listed[:5]
        firsts.append(sum(truth.holds(address, query) for address in first) / len(first) if first else 0.0)
    context.close()
    return f"{fmean(recalls):.3f}", f"{fmean(precisions):.3f}", f"{fmean(firsts):.3f}"


def _document(address: str) -> str:
    return address.partition("#")[0].rpartition("/")[2].removesuffix(".html")


def _time(browser: Browser, served: Served, engine: Engine, queries: Sequence[str]) -> tuple[str, ...]:
    """Bytes and times of a first query and the next, without and with a phone's line and processor."""
    pairs = list(zip(queries[: 2 * FRESH : 2], queries[1 : 2 * FRESH : 2], strict=True))
    fast = [visit(browser, served, engine, pair) for pair in pairs]
    served.line = PHONE
    slow = [visit(browser, served, engine, pair, SLOW) for pair in pairs]
    served.line = None
    first, following, early, late = (median(values) for values in zip(*fast, strict=True))
    phone = [median(values) / 1000 for values in list(zip(*slow, strict=True))[2:]]
    return in_kb(first), in_kb(following), f"{early:.0f}", f"{late:.0f}", *(f"{seconds:.1f}" for seconds in phone)


def visit(
    browser: Browser, served: Served, engine: Engine, queries: tuple[str, str], slow: float = 1
) -> tuple[float, float, float, float]:
    """A new reader asks two queries: bytes of the first and of the next, milliseconds of the first and of the next."""
    context = browser.new_context()
    served.take("")
    page, early = engine.first(context, served.address, queries[0], slow)
    page.wait_for_load_state("networkidle")
    first = served.take(engine.marker)
    late = engine.next(page, queries[1])
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(100)
    following = served.take(engine.marker)
    context.close()
    return float(first), float(following), early, late
