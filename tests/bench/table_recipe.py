"""Marking terms with what others document for it: Material's abbreviations, a glossary plugin."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from tests.bench import ours
from tests.bench.archive import bounded, make_reports
from tests.bench.measure import Cost, repeat, run
from tests.bench.plain import write_mkdocs, write_pages
from tests.bench.settings import Outcome, Setting, Table, ratio, say

DOCUMENTS = 5
RECIPE, PLUGIN, BARE = "abbreviations, appended to every page", "mkdocs-ezglossary, marks put in by a script", "bare"
PAGED = "bare, with a page of one word for each entry"
Place = tuple[str, int, int]


def measure(setting: Setting) -> Table:
    """The table, at 5 documents."""
    scale = setting.scale(DOCUMENTS)
    root = ours.lay(setting, scale)
    own = repeat(setting.runs, lambda: ours.build_site(root))
    data = root / "build/docs/data"
    pages = sum(1 for _ in (root / "site").rglob("*.html"))
    forms = [form for n, forms in enumerate(setting.words.terms(scale.terms)) if not bounded(n) for form in forms]
    true = set(find_places(_read_texts(data), forms))
    marked = len(true & set(_read_mentions(data)))
    empty = ours.lay(setting, setting.scale(DOCUMENTS, 0))
    unmarked = repeat(setting.runs, lambda: ours.build_site(empty))
    unindexed = repeat(setting.runs, lambda: ours.build_site(root, ["search"]))
    alone = repeat(setting.runs, lambda: ours.build_site(root, ["search", "entries"]))
    rows = [
        ("ours, the whole site", own, pages, marked),
        ("ours, no index", unindexed, pages, marked),
        ("ours, no page for each entry, no index", alone, 0, marked),
        ("ours, the same documents without a glossary", unmarked, 0, 0),
    ]
    rows += _run_peers(setting, forms)
    costs = {name: cost for name, cost, _, _ in rows}
    outcomes = [Outcome("recipe.marked", marked / len(true), f"{marked:,} of {len(true):,}")]
    if RECIPE in costs:
        value, each = costs[RECIPE].cpu / own.cpu, (costs[RECIPE].cpu - costs[BARE].cpu) / scale.documents
        same, marks = (costs[BARE].cpu + each * pages) / own.cpu, costs[RECIPE].cpu / alone.cpu
        most = costs[RECIPE].cpu / costs[PAGED].cpu
        text = (
            f"{value:.1f} × (the recipe marks {scale.documents} pages; for all {pages:,} it would need {same:.0f} ×; "
            f"ours is {marks:.1f} × faster where entries have no pages either; MkDocs and Material alone, with a page "
            f"of one word for each entry: {most:.1f} ×, the most that a site with such pages can reach)"
        )
        outcomes.append(Outcome("recipe.time", value, text))
    return Table(
        f"Marking terms ({scale.documents} documents, {scale.terms:,} terms, {len(true):,} true places)",
        ("", "processor s", "of it the system's", "against ours", "pages", "places marked", "of the true ones"),
        tuple(
            (name, f"{cost.cpu:.1f}", f"{cost.system:.1f}", ratio(cost.cpu, own.cpu), str(count or "–"),
             f"{found:,}" if found else "–", f"{found / len(true):.0%}" if found else "–")
            for name, cost, count, found in rows
        ),
        (f"Medians of {setting.runs}. True places: by plain substring, in paragraphs and headings, where no longer "
         "form covers the place and none crosses it. Of the peers every mark counts as a true one.",
         *setting.peers.missing.values()),
        tuple(outcomes),
    )  # fmt: skip


def find_places(texts: Iterable[tuple[str, str]], forms: Sequence[str]) -> Iterator[Place]:
    """Where a form stands and no other form covers or crosses it: text, start, end."""
    for name, text in texts:
        spans = [
            (at.start(), at.start() + len(form)) for form in forms for at in re.finditer(f"(?={re.escape(form)})", text)
        ]
        for start, end in spans:
            if not any(_contests((start, end), other) for other in spans):
                yield name, start, end


def _contests(span: tuple[int, int], other: tuple[int, int]) -> bool:
    overlap = span[0] < other[1] and other[0] < span[1]
    return overlap and span != other and not (span[0] <= other[0] and other[1] <= span[1])


def _read_rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _read_texts(data: Path) -> Iterator[tuple[str, str]]:
    yield from ((row["id"], row["text"]) for row in _read_rows(data / "paragraphs.jsonl"))
    yield from (
        (row["id"], row["number"] + row["heading"]) for row in _read_rows(data / "sections.jsonl") if not row["run_in"]
    )


def _read_mentions(data: Path) -> Iterator[Place]:
    yield from ((row["paragraph"], int(row["start"]), int(row["end"])) for row in _read_rows(data / "mentions.jsonl"))


def _run_peers(setting: Setting, forms: Sequence[str]) -> Iterator[tuple[str, Cost, int, int]]:
    if not (programs := setting.peers.find("material")):
        return
    project = setting.work / "marked"
    reports = list(make_reports(setting.words, setting.scale(DOCUMENTS)))
    for name, prepare, mark in (
        (BARE, _prepare_bare, "\0"),
        (PAGED, partial(_prepare_paged, setting.terms), "\0"),
        (RECIPE, _prepare_recipe, "<abbr "),
        (PLUGIN, _prepare_plugin, "glossary.html#"),
    ):
        say(name)
        write_pages(project / "docs", reports)
        prepare(project, forms)
        cost = repeat(setting.runs, lambda: run((programs / "mkdocs", "build", "-q"), project))
        pages = [path for folder in ("documents", "entries") for path in (project / "site" / folder).glob("*.html")]
        yield name, cost, len(pages), sum(page.read_text(encoding="utf-8").count(mark) for page in pages)


def _prepare_bare(project: Path, forms: Sequence[str]) -> None:
    write_mkdocs(project)


def _prepare_paged(entries: int, project: Path, forms: Sequence[str]) -> None:
    write_mkdocs(project)
    (project / "docs/entries").mkdir()
    for n in range(entries):
        (project / f"docs/entries/{n}.md").write_text("word\n")


def _prepare_recipe(project: Path, forms: Sequence[str]) -> None:
    """https://squidfunk.github.io/mkdocs-material/reference/tooltips/#adding-a-glossary"""
    (project / "includes").mkdir(exist_ok=True)
    definitions = "\n".join(f"*[{form}]: {form}，虚构的提法" for form in forms)
    (project / "includes/abbreviations.md").write_text(definitions, "utf-8")
    append = {"pymdownx.snippets": {"auto_append": ["includes/abbreviations.md"]}}
    write_mkdocs(project, extensions=["abbr", append])


def _prepare_plugin(project: Path, forms: Sequence[str]) -> None:
    """Every place of a form, the longest first, written as the plugin wants it: ``<term:…>``."""
    known = re.compile("|".join(map(re.escape, sorted(forms, key=len, reverse=True))))
    for path in (project / "docs/documents").glob("*.md"):
        lines = path.read_text(encoding="utf-8").split("\n")
        lines = [line if line.startswith("#") else known.sub(lambda at: f"<term:{at[0]}>", line) for line in lines]
        path.write_text("\n".join(lines), "utf-8")
    definitions = "\n\n".join(f"term:{form}\n:   {form}，虚构的提法" for form in forms)
    (project / "docs/glossary.md").write_text(f"# Glossary\n\n{definitions}\n", "utf-8")
    write_mkdocs(project, plugins=["ezglossary"], extensions=["def_list"])
