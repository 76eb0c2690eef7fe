"""Growth: what the generator needs, makes and weighs against the number of documents, and of terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median

from tests.bench import ours
from tests.bench.archive import SIZE, Scale, clear, make_reports
from tests.bench.documents import Report
from tests.bench.measure import Cost, compressed, fit, repeat, run, weigh
from tests.bench.settings import SIZES, Outcome, Setting, Table, in_mb, say

CHARACTERS = (20_000, 20_000)
TERMS_AT = 50
"""Documents of the archives in which the number of terms varies."""
CORES = 2
_LINES = ("time, s", "memory, MB", "output, MB", "index, MB", "one document edited, s")
_HEADER = (
    "documents", "terms", "generator, processor s", "clock s", "peak MB of a process", "output MB", "index MB",
    "document's page KB", "one document edited, s", "peak MB", "all of it again, s", "MkDocs, processor s", "peak MB",
)  # fmt: skip
_HOW = (
    f"The generator runs alone, from no cache, in one process ({CORES} with {SIZES[-1]:,} documents). One document "
    "edited: in a process that follows its source, as that of the server does, from the edited record to new Markdown "
    "of every document and entry that rests on it. All of it again: a new process builds the archive after such an "
    "edit. Then MkDocs makes the site, its hook over the same output. Neither is tried with the largest. A document's "
    "page: its generated Markdown, compressed, the same documents for every number."
)


@dataclass(frozen=True, slots=True)
class Grown:
    """An archive's cold build by the generator, edits after it, MkDocs on top; what came out."""

    scale: Scale
    cold: Cost
    edit: Cost
    again: Cost | None
    site: Cost | None
    output: int
    index: int
    page: float
    """Compressed bytes of the pages of the first documents (median)."""

    @property
    def values(self) -> tuple[float, ...]:
        """The values of the chart's lines."""
        return self.cold.cpu, self.cold.peak / 1e6, self.output / 1e6, self.index / 1e6, self.edit.wall


def measure(setting: Setting) -> Table:
    """The table, over 5 to 6,000 documents of 20,000 characters, and a tenth and ten times the terms at 50."""
    size = CHARACTERS if setting.size == SIZE else setting.size
    grown = [_grow(setting, Scale(n, setting.terms, size)) for n in setting.sizes]
    at = min(TERMS_AT, setting.sizes[-1])
    others = (setting.terms // 10,) if setting.brief else (setting.terms // 10, setting.terms * 10)
    termed = [_grow(setting, Scale(at, terms, size)) for terms in others]
    beside = sorted((one for one in (*grown, *termed) if one.scale.documents == at), key=lambda one: one.scale.terms)
    fitted = _fit_lines([(one.scale.documents, one) for one in grown[-3:]])
    weight = fit([(one.scale.documents, one.page) for one in grown])
    notes = (
        f"Exponents over the largest numbers of documents: {_say_fits(fitted)}; page of a document {weight:.3f}.",
        f"Exponents over terms: {_say_fits(_fit_lines([(one.scale.terms, one) for one in beside]))}.",
        _HOW,
    )
    time, memory, *_ = fitted.values()
    outcomes = (
        Outcome("growth.time", time, f"{time:.2f}"), Outcome("growth.memory", memory, f"{memory:.2f}"),
        Outcome("growth.weight", abs(weight), f"{weight:.3f}"), *_judge(grown[-1]),
    )  # fmt: skip
    points = {name: [(float(one.scale.documents), one.values[n]) for one in grown] for n, name in enumerate(_LINES)}
    title = f"Growth ({size[1]:,} characters a document)"
    return Table(title, _HEADER, tuple(_row(one) for one in (*grown, *termed)), notes, outcomes, points)


def _row(one: Grown) -> tuple[str, ...]:
    return (
        f"{one.scale.documents:,}", f"{one.scale.terms:,}", f"{one.cold.cpu:.1f}", f"{one.cold.wall:.1f}",
        in_mb(one.cold.peak), in_mb(one.output), in_mb(one.index), f"{one.page / 1e3:.1f}", f"{one.edit.wall:.1f}",
        in_mb(one.edit.peak), f"{one.again.wall:.1f}" if one.again else "–",
        *((f"{one.site.cpu:.1f}", in_mb(one.site.peak)) if one.site else ("–", "–")),
    )  # fmt: skip


def _fit_lines(grown: Sequence[tuple[int, Grown]]) -> dict[str, float]:
    """Name of a value ▸ its exponent."""
    return {name: fit([(x, one.values[n]) for x, one in grown]) for n, name in enumerate(_LINES)}


def _say_fits(fitted: Mapping[str, float]) -> str:
    return ", ".join(f"{name.rpartition(', ')[0] or name} {value:.2f}" for name, value in fitted.items())


def _judge(one: Grown) -> tuple[Outcome, ...]:
    """What is asked of the largest archive, if it was made."""
    if one.scale.documents != SIZES[-1]:
        return ()
    return (
        Outcome("large.time", one.cold.wall, f"{one.cold.wall / 60:.1f} minutes (the generator alone)"),
        Outcome("large.memory", one.cold.peak, f"{one.cold.peak / 1e9:.2f} GB"),
        Outcome("large.edit", one.edit.wall, f"{one.edit.wall:.1f} s"),
    )


def _grow(setting: Setting, scale: Scale) -> Grown:
    root = ours.lay(setting, scale)
    jobs = CORES if scale.documents == SIZES[-1] else 1

    def build() -> Cost:
        clear(root)
        return ours.build_pages(root, jobs)

    cold = repeat(setting.times(scale.documents), build)
    out = root / "build/docs"
    output, index, page = weigh(out), weigh(out / "search"), _page(setting, scale, out)
    edits = [ours.emend(root, report.id, _MARK) for report in _few(setting, scale)]
    edit = ours.follow(root, edits[: setting.runs], _MARK)
    if jobs > 1:  # the output is some 20 GB, and a site as much again
        return Grown(scale, cold, edit, None, None, output, index, page)
    again = repeat(setting.runs, lambda: _again(root, next(_turn), edits))
    say(f"MkDocs over {scale.name}")
    return Grown(scale, cold, edit, again, run(ours.MKDOCS, root), output, index, page)


def _few(setting: Setting, scale: Scale) -> Iterator[Report]:
    """Some of the documents, the same for every number of them."""
    return make_reports(setting.words, Scale(min(SIZES[0], *setting.sizes), scale.terms, scale.size))


def _page(setting: Setting, scale: Scale, out: Path) -> float:
    return median(compressed(out / f"documents/{report.id}.md") for report in _few(setting, scale))


_MARK = "某处"
_turn = count()


def _again(root: Path, turn: int, edits: Sequence[ours.Change]) -> Cost:
    """Another document's record edited each time, and the generator run again."""
    with ours.changed(*edits[turn % len(edits)]):
        return ours.build_pages(root)
