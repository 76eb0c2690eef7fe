"""The whole cold build beside what other generators need for the same pages; and what a document's page weighs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from tests.bench import ours
from tests.bench.archive import make_reports
from tests.bench.measure import Cost, Failed, compressed, repeat, run, weigh
from tests.bench.plain import write_hugo, write_mkdocs, write_pages
from tests.bench.settings import Outcome, Setting, Table, in_kb, in_mb, ratio, say

DOCUMENTS = 500
BARE, SEARCH = "MkDocs + Material, no search", "MkDocs + Material, its search with jieba"
WITHOUT, OURS = "ours, annotated, without our index", "ours, annotated, with our index"
Row = tuple[str, Cost, Path]


def measure(setting: Setting) -> Table:
    """The table, at 500 documents."""
    scale = setting.scale(DOCUMENTS)
    root = ours.lay(setting, scale)
    times = setting.times(scale.documents)
    rows = [
        (WITHOUT, repeat(times, lambda: ours.build_site(root, ["search"])), root / "site"),
        (OURS, repeat(times, lambda: ours.build_site(root)), root / "site"),
    ]
    project = setting.work / "plain"
    pages = write_pages(project / "docs", make_reports(setting.words, scale), root / "build/docs")
    rows += _build_peers(setting, project, times)
    costs = {name: cost for name, cost, _ in rows}
    weights = _weigh_pages(root / "site", project / "bare", [one.id for one in make_reports(setting.words, scale)])
    least = min(cost.cpu for cost in costs.values())
    return Table(
        f"The whole cold build ({scale.documents} documents of {scale.size[0]:,}–{scale.size[1]:,} characters, "
        f"{scale.terms:,} terms, {pages:,} pages)",
        ("", "processor s", "of it the system's", "against the least", "clock s", "peak MB of a process", "site MB",
         "index MB"),
        tuple(_row(name, cost, site, least) for name, cost, site in rows),
        (f"Medians of {times}. Others read the same pages as plain Markdown, with no page but the first in the "
         "navigation. Hugo has one bare template: the floor.", *_say(weights), *setting.peers.missing.values()),
        (*_judge(costs), *_judge_weights(weights)),
    )  # fmt: skip


def _build_peers(setting: Setting, project: Path, times: int) -> Iterator[Row]:
    for name, tool, site, prepare, command in _PEERS:
        if programs := setting.peers.find(tool):
            say(name)
            prepare(project)
            words = [str(programs / command[0]), *command[1:]]
            try:
                cost = repeat(times, lambda words=words: run(words, project))  # type: ignore[misc]
            except Failed as error:
                setting.peers.missing[name] = f"{name}: failed ({str(error).strip().splitlines()[-1]})"
                continue
            yield name, cost, project / site


_PEERS: tuple[tuple[str, str, str, Callable[[Path], None], tuple[str, ...]], ...] = (
    (BARE, "material", "bare", write_mkdocs, ("mkdocs", "build", "-q", "-d", "bare")),
    (SEARCH, "material", "searched", lambda project: write_mkdocs(project, [{"search": {"lang": ["zh"]}}]),
     ("mkdocs", "build", "-q", "-d", "searched")),
    ("Zensical, no search", "zensical", "site", write_mkdocs,
     ("zensical", "build", "--clean")),
    ("Hugo, one bare template", "hugo", "hugo-site", write_hugo, ("hugo", "--quiet")),
)  # fmt: skip


def _row(name: str, cost: Cost, site: Path, least: float) -> tuple[str, ...]:
    index = weigh(site / "search") or weigh(site, "search.json")
    return (
        name, f"{cost.cpu:.1f}", f"{cost.system:.1f}", ratio(cost.cpu, least), f"{cost.wall:.1f}", in_mb(cost.peak),
        in_mb(weigh(site)) if name != WITHOUT else "–",
        in_mb(index) if index and name not in (BARE, WITHOUT) else "–",
    )  # fmt: skip


def _judge(costs: dict[str, Cost]) -> Iterator[Outcome]:
    for key, one, other in (("build.bare", WITHOUT, BARE), ("build.search", OURS, SEARCH)):
        if other in costs:
            value = costs[one].cpu / costs[other].cpu
            yield Outcome(key, value, f"{value:.2f} × ({costs[one].cpu:.1f} and {costs[other].cpu:.1f} s)")


def _weigh_pages(site: Path, bare: Path, documents: list[str]) -> list[tuple[int, int]]:
    """Compressed bytes of each document's page: ours, and the same text's."""
    pages = [f"documents/{id}.html" for id in documents]
    return [(compressed(site / page), compressed(bare / page)) for page in pages if (bare / page).exists()]


def _say(weights: list[tuple[int, int]]) -> Iterator[str]:
    if weights:
        mean, plain = (median(sizes) for sizes in zip(*weights, strict=True))
        worst = max(one / other for one, other in weights)
        yield (
            f"A document's page, compressed: {in_kb(mean)} KB; the same text plain in bare Material: {in_kb(plain)} KB "
            f"(medians; at most {worst:.2f} ×)."
        )


def _judge_weights(weights: list[tuple[int, int]]) -> Iterator[Outcome]:
    if weights:
        value = median(one / other for one, other in weights)
        yield Outcome("weight.page", value, f"{value:.2f} ×")
