"""Documents known to exist and not held: what shows that they exist, what they would answer, and their anchors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_pages.addresses import relative
from build_pages.model.record import Missing
from build_pages.pages.atlas import Atlas, Spot, say_when
from build_pages.pages.words import KIND

INDEX = "documents/index.html"


@dataclass(frozen=True, slots=True)
class Gap:
    """A missing document as a page shows it."""

    id: str
    title: str
    kind: str
    date: str
    when: str
    series: str | None
    evidence: tuple[Spot, ...]
    answers: str
    url: str


def list_gaps(missing: Sequence[Missing], atlas: Atlas, page: str) -> tuple[Gap, ...]:
    """The missing documents in the order of their dates; ids come from date and kind, so that they stay."""
    met: dict[str, int] = {}
    gaps = []
    for one in sorted(missing, key=lambda m: (m.date, m.title)):
        id = f"missing-{one.date.rstrip('?~%')}-{one.kind}"
        met[id] = met.get(id, 0) + 1
        id += f"-{met[id]}" if met[id] > 1 else ""
        evidence = tuple(atlas.spot(key, page) if atlas.holds(key) else Spot(key) for key in one.evidence)
        url = relative(f"{INDEX}#{id}", page)
        when = say_when(one.date)
        gaps.append(Gap(id, one.title, KIND[one.kind], one.date, when, one.series, evidence, one.answers, url))
    return tuple(gaps)
