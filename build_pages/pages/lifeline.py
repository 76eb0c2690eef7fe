"""The life line of an entry: one dot a document in time, filled, hollow or dashed, and what each may be taken for.

Only a full text of a series can show that a word is no longer said there; a digest or a speech without it shows
nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from build_pages.addresses import document_path, relative
from build_pages.model.mention import Mention
from build_pages.model.record import Record
from build_pages.pages.atlas import Atlas
from build_pages.pages.missing import Gap

CROWDED = 60
"""Documents beyond which a line of one dot for each says nothing: there is one for each year then."""
State = Literal["used", "silent", "digest", "other", "missing"]
SAY: dict[State, str] = {
    "used": "",
    "silent": "文件在库，未说及",
    "digest": "摘编未载（不等于没说）",
    "other": "文件在库，未说及；不属同类文件",
    "missing": "本库未收此件",
}


@dataclass(frozen=True, slots=True)
class Dot:
    """A document on the line: how often it uses the entry, or why that is not known."""

    name: str
    date: str
    when: str
    state: State
    count: int
    say: str
    url: str


def draw_lifeline(
    uses: Iterable[Mention], atlas: Atlas, gaps: Iterable[Gap], page: str
) -> tuple[tuple[str, tuple[Dot, ...]], ...]:
    """Year ▸ its dots, in the order of dates; of the missing documents those that belong to a series.

    In a large archive there is one dot for each year of use.
    """
    counts = Counter([use.paragraph.partition("#")[0] for use in uses])
    if len(atlas.documents) > CROWDED:
        return tuple((year, (dot,)) for year, dot in _years(atlas, counts, page))
    dots = [*_held(atlas, counts, page), *_not_held(gaps, page)]
    dots.sort(key=lambda dot: (dot.date, dot.state == "missing", dot.name))
    return tuple((year, tuple(group)) for year, group in groupby(dots, key=lambda dot: dot.date[:4]))


def read_state(record: Record, count: int) -> State:
    """What a held document says of an entry that stands in it ``count`` times."""
    if count:
        return "used"
    if not record.series:
        return "other"
    return "silent" if record.completeness == "full" else "digest"


def _held(atlas: Atlas, counts: Counter[str], page: str) -> Iterator[Dot]:
    for id, one in atlas.documents.items():
        record, face = one.document.record, atlas.face(id, page)
        state = read_state(record, counts[id])
        say = SAY[state] or f"{counts[id]} 处"
        yield Dot(face.name, record.date, face.date, state, counts[id], say, face.url)


def _years(atlas: Atlas, counts: Counter[str], page: str) -> Iterator[tuple[str, Dot]]:
    """One dot for each year in which an entry is used, with the first document of that year that uses it."""
    used = sorted([atlas.dates[id] for id in counts])
    for year, group in groupby(used, key=lambda dated: dated[0][:4]):
        ids = [id for _, id in group]
        uses = sum([counts[id] for id in ids])
        say, url = f"{len(ids)} 件，{uses} 处", relative(document_path(ids[0]), page)
        yield year, Dot(f"{year}年", year, f"{year}年", "used", uses, say, url)


def _not_held(gaps: Iterable[Gap], page: str) -> Iterator[Dot]:
    for gap in gaps:
        if gap.missing.series:
            url = relative(gap.path, page)
            yield Dot(gap.missing.title, gap.missing.date, gap.when, "missing", 0, SAY["missing"], url)
