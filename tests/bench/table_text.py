"""Text to mentions: how fast, how little the number of terms matters, and how far from one raw matching pass."""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.archive import Scale
from tests.bench.measure import run
from tests.bench.ours import lay
from tests.bench.settings import Outcome, Setting, Table, ratio
from tests.publish import ROOT

DOCUMENTS = 50
_STAGES = ("read", "edit", "split", "find and settle")


@dataclass(frozen=True, slots=True)
class Timed:
    """What ``stages`` says of an archive: ``seconds`` by stage, sizes, and the raw pass over the same texts."""

    terms: int
    seconds: dict[str, float]
    bytes: int
    characters: int
    mentions: int
    raw: dict[str, dict[str, float]]

    @property
    def spent(self) -> float:
        """Seconds for what every document goes through."""
        return sum(self.seconds[stage] for stage in _STAGES)


def measure(setting: Setting) -> Table:
    """The table, at 50 documents."""
    documents = setting.scale(DOCUMENTS).documents
    low, mid, high = setting.terms // 10, setting.terms, setting.terms * 10
    reading = _time(setting, setting.scale(documents, 0)).seconds["read"]
    timed = [_time(setting, setting.scale(documents, terms), reading) for terms in (low, mid, high)]
    one, others = timed[1], (timed[2], timed[0])
    rate = one.bytes / 1e6 / one.spent
    outcomes = [
        Outcome("text.rate", rate, f"{rate:.2f} MB/s"),
        Outcome("text.terms", others[0].spent / others[1].spent, ratio(others[0].spent, others[1].spent)),
    ]
    if one.raw:
        least = min(row["seconds"] for row in one.raw.values())
        terms, bare = one.seconds["find terms"], one.seconds["find terms without jieba"]
        text = f"{ratio(terms, least)}, {ratio(bare, least)} without jieba"
        outcomes.append(Outcome("text.matching", bare / least, text))
    return Table(
        f"Text to mentions, one core ({documents} documents, {one.bytes / 1e6:.2f} MB of UTF-8)",
        ("terms", "MB/s", *(f"{stage}, s" for stage in _STAGES), "marks per 100 characters", "find terms alone, s",
         "of which jieba, s", "daachorse, s", "ahocorasick_rs, s", "matches of these per 100", "once: glossary, s",
         "once: matcher, s", "once: jieba, s"),
        tuple(_row(one, reading) for one in timed),
        ("Processor seconds, medians. “read” is the received files and records; what a glossary costs once stands at "
         "the right. Raw passes are leftmost-longest, text by text, from Python.", *setting.peers.missing.values()),
        tuple(outcomes),
    )  # fmt: skip


def _row(one: Timed, reading: float) -> tuple[str, ...]:
    seconds = one.seconds
    jieba = seconds["find terms"] - seconds["find terms without jieba"]
    raw = [f"{one.raw[name]['seconds']:.4f}" if one.raw else "–" for name in ("daachorse", "ahocorasick_rs")]
    matches = next((f"{row['matches'] / one.characters * 100:.1f}" for row in one.raw.values()), "–")
    return (
        f"{one.terms:,}", f"{one.bytes / 1e6 / one.spent:.2f}", *(f"{seconds[stage]:.3f}" for stage in _STAGES),
        f"{one.mentions / one.characters * 100:.1f}", f"{seconds['find terms']:.3f}", f"{max(0, jieba):.3f}", *raw,
        matches, f"{seconds['glossary']:.2f}", f"{seconds['build matcher']:.3f}", f"{seconds['load jieba']:.2f}",
    )  # fmt: skip


def _time(setting: Setting, scale: Scale, reading: float = 0) -> Timed:
    """Time the stages of an archive; ``reading`` is what its documents alone take to read."""
    root = lay(setting, scale)
    with tempfile.TemporaryDirectory() as aside:
        stages, passed = Path(aside) / "stages.json", Path(aside) / "raw.json"
        run((sys.executable, "-m", "tests.bench.stages", root, stages), ROOT)
        data: dict[str, Any] = json.loads(stages.read_text(encoding="utf-8"))
        raw = {}
        if reading and (programs := setting.peers.find("matching")):
            run((programs / "python", Path(__file__).with_name("raw_matching.py"), stages, passed), ROOT)
            raw = json.loads(passed.read_text())
    seconds = data["seconds"]
    seconds |= {"glossary": seconds["read"] - reading, "read": reading or seconds["read"]}
    return Timed(scale.terms, seconds, data["bytes"], data["characters"], data["mentions"], raw)
