"""Candidates and rulings to the mentions that stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from build_pages.edit.changes import find_occurrence
from build_pages.model.mention import Found, Mention, MentionKind
from build_pages.model.record import Ruling


def settle(
    place: str, text: str, candidates: Iterable[Found], rulings: Sequence[Ruling] = (), begin: int = 0
) -> tuple[Mention, ...]:
    """The mentions that stand in one text, in the order of the text, outer before inner.

    People's rulings come first. Of two that cross, the longer stands, then the earlier; one inside another stands
    within it. The order of the candidates makes no difference. Their offsets are those of a longer text, in which
    this one begins at ``begin``.
    """
    standing: list[Mention] = []
    for heap in _heaps(_rule(text, set(candidates), rulings, begin) if rulings else candidates):
        for one, within in _nest(_choose(heap)) if len(heap) > 1 else ((heap[0], None),):
            start, end = one.start - begin, one.end - begin
            standing.append(Mention(place, start, end, text[start:end], one.kind, one.target, within))
    return tuple(standing)


def _heaps(candidates: Iterable[Found]) -> Iterator[list[Found]]:
    """The candidates in heaps that have no character in common."""
    heap: list[Found] = []
    end = 0
    for one in sorted(candidates, key=attrgetter("start")):
        if one.start < end:
            heap.append(one)
            end = max(end, one.end)
        else:
            if heap:
                yield heap
            heap, end = [one], one.end
    if heap:
        yield heap


def _nest(heap: list[Found]) -> Iterator[tuple[Found, str | None]]:
    """Those of a heap that none crosses in the order of the text, each with the target of the one around it."""
    around: list[Found] = []
    for one in sorted(heap, key=lambda f: (f.start, -f.end, f.kind, f.target)):
        while around and around[-1].end <= one.start:
            around.pop()
        if any(outer.target == one.target for outer in around):
            continue  # a short form inside a longer one of the same entry is no second use
        yield one, around[-1].target if around else None
        around.append(one)


def _choose(heap: list[Found]) -> list[Found]:
    """Of those that cross, the longer, then the earlier."""
    kept: list[Found] = []
    for one in sorted(heap, key=lambda f: (f.start - f.end, f.start, f.kind, f.target)):
        if not any(_cross(one, other) or _same(one, other) for other in kept):
            kept.append(one)
    return kept


def _rule(text: str, candidates: set[Found], rulings: Sequence[Ruling], begin: int) -> set[Found]:
    for ruling in rulings:
        at = find_occurrence(text, ruling.quote, ruling.occurrence)
        if at < 0:
            continue
        start = begin + at
        end = start + len(ruling.quote)
        here = {
            f
            for f in candidates
            if (f.start, f.end) == (start, end) and (f.kind == "figure") == (ruling.kind == "figure")
        }
        if ruling.target is None and not ruling.set:
            candidates = candidates - here
        elif ruling.target is not None and ruling.kind == "mention":
            kinds: list[MentionKind] = [f.kind for f in here]
            candidates = (candidates - here) | {Found(start, end, kinds[0] if kinds else "term", ruling.target)}
    return candidates


def _cross(one: Found, other: Found) -> bool:
    return one.start < other.start < one.end < other.end or other.start < one.start < other.end < one.end


def _same(one: Found, other: Found) -> bool:
    return (one.start, one.end) == (other.start, other.end) and one.kind == other.kind
