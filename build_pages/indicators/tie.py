"""Which indicator a figure belongs to: by the wording of its subject, its unit, its measure and the words around it.

The longest wording counts; of equally long ones that whose condition stands nearest before the figure. What is still
open then is left untied: a wrong tie misleads where a missing one only withholds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise, product
from operator import itemgetter

from build_pages.find.figures.numbers import fold
from build_pages.indicators.evidence import Evidence, place_of_figure, read_evidence
from build_pages.model.edition import Annotated
from build_pages.model.indicator import Indicator, Wording
from build_pages.model.mention import Measure

_PLAIN = re.compile(
    r"(?:全[市省区县年]|[我本]市|[市当]?年|完成|实现|预计|预期|力争|确保|带动|推动|外贸|货物|市区|空气质量|稳定|累计|新增|的)*"
)
"""What may stand before a whole wording: it narrows nothing that the 口径 does not show."""
_START = re.compile(r"[从由][^，。；0-9]{0,8}$")
_ARRIVAL = re.compile(r"[至到]")
_RANGE = re.compile(r"\s*[~～—－-]+\s*|至")

Claims = Mapping[tuple[str, Measure | None], tuple[tuple[str, Wording, Indicator], ...]]
"""Unit and measure of a figure ▸ the wordings by which indicators may claim it, each with its text in half width."""

_folded = cache(fold)


def index_claims(indicators: Iterable[Indicator]) -> Claims:
    """The wordings of indicators by the units and measures their figures may have."""
    claims: dict[tuple[str, Measure | None], tuple[tuple[str, Wording, Indicator], ...]] = {}
    for indicator in indicators:
        worded = [(_folded(wording.text), wording, indicator) for wording in indicator.wordings]
        for kind in product(dict.fromkeys(indicator.unit), dict.fromkeys(indicator.measure)):
            claims[kind] = (*claims.get(kind, ()), *worded)
    return claims


def weigh(one: Annotated, claims: Claims) -> dict[str, Evidence]:
    """Figure id ▸ evidence, for the figures of a document whose unit and measure an indicator has."""
    able = {id for id, figure in one.figures.items() if (figure.unit, figure.measure) in claims}
    return dict(read_evidence(one, able))


def tie(one: Annotated, claims: Claims, weighed: Mapping[str, Evidence]) -> dict[str, str]:
    """Figure id ▸ indicator id, for the figures of a document that an indicator claims, in the order of the text."""
    ties: dict[str, str] = {}
    for id, evidence in weighed.items():
        if (claimant := _claimant(evidence, claims)) and not is_start(evidence):
            ties[id] = claimant
    return ties | _upper_ends(one, ties)


def find_wording(evidence: Evidence, indicator: Indicator) -> Wording | None:
    """The wording by which an indicator claims a figure; None where it does not."""
    figure = evidence.figure
    if figure.unit not in indicator.unit or figure.measure not in indicator.measure:
        return None
    found = [(rank, wording) for wording in indicator.wordings if (rank := _rank(evidence, wording))]
    return max(found, key=itemgetter(0))[1] if found else None


def _claimant(evidence: Evidence, claims: Claims) -> str | None:
    """The id of the one indicator that claims a figure best; None where none does, or several alike."""
    figure, subject = evidence.figure, evidence.subject
    found = [
        (rank, indicator.id)
        for text, wording, indicator in claims[figure.unit, figure.measure]
        if text in subject and (rank := _rank(evidence, wording))
    ]
    best = max(found, default=(None, ""))
    return best[1] if len({id for rank, id in found if rank == best[0]}) == 1 else None


def _rank(evidence: Evidence, wording: Wording) -> tuple[int, int] | None:
    """How closely a wording fits: its length, and where in the lead its nearest condition ends; None: not at all."""
    text = _folded(wording.text)
    at = evidence.subject.find(text)
    if at < 0 or any(_folded(word) in evidence.clause for word in wording.not_with):
        return None
    if wording.whole and not _PLAIN.fullmatch(evidence.subject[:at]):
        return None
    at = max((evidence.lead.rfind(_folded(word)) for word in wording.with_), default=-1)
    return None if wording.with_ and at < 0 else (len(text), at + 1)


def is_start(evidence: Evidence) -> bool:
    """Whether a figure is the value that a change sets out from: 从12.4%降至12%以下."""
    before, after = evidence.clause[: evidence.at], evidence.clause[evidence.at :]
    return bool(_START.search(before) and _ARRIVAL.search(after))


def _upper_ends(one: Annotated, ties: dict[str, str]) -> dict[str, str]:
    """The second figure of a range belongs where the first does."""
    return {upper: ties[lower] for lower, upper in read_ranges(one) if lower in ties}


def read_ranges(one: Annotated) -> tuple[tuple[str, str], ...]:
    """The pairs of figures that are the two ends of a range, as 5~8条."""
    ranges = []
    for (id, lower), (other, upper) in pairwise(one.figures.items()):
        if lower.unit != upper.unit or lower.end >= upper.start:
            continue
        place = place_of_figure(id)
        if place == place_of_figure(other) and _RANGE.fullmatch(one.places[place].text, lower.end, upper.start):
            ranges.append((id, other))
    return tuple(ranges)
