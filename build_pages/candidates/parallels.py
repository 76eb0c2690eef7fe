"""Parallel wordings that no row of 、 holds: clauses of one length, and two names of one length that 和 joins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_pages.candidates.passage import Find, Passage, stands_free
from build_pages.candidates.texts import Span

SHORTEST, LONGEST = 4, 14
"""Characters of a clause."""
_CLAUSE = re.compile(r"[\u4e00-\u9fff]+")
_SIGNS = ("，", "；", " ", "、")
_JOINED = re.compile(r"[和与及]")
_PAIR = range(3, 9)
"""Characters of each of two names."""


def find_parallels(passage: Passage) -> Iterator[Find]:
    """Runs of two and more clauses, and pairs, that share a character in the same place."""
    yield from _clauses(passage)
    yield from _pairs(passage)


def _clauses(passage: Passage) -> Iterator[Find]:
    """The longest runs of clauses of one length; of the first only the end counts, from a word edge on."""
    edges = {word.start for word in passage.words}
    spans = [match.span() for match in _CLAUSE.finditer(passage.text)]
    n = 0
    while n < len(spans) - 1:
        length = spans[n + 1][1] - spans[n + 1][0]
        run = [spans[n]]
        for a, b in spans[n + 1 :]:
            if b - a != length or passage.text[run[-1][1] : a] not in _SIGNS:
                break
            run.append((a, b))
        start = spans[n][1] - length
        if len(run) > 1 and SHORTEST <= length <= LONGEST and start in edges and start >= spans[n][0]:
            yield from _parallel(passage, [(start, spans[n][1]), *run[1:]], "clauses")
        n += max(1, len(run) - 1)


def _pairs(passage: Passage) -> Iterator[Find]:
    edges = {word.start for word in passage.words} | {len(passage.text)}
    for match in _JOINED.finditer(passage.text):
        at = match.start()
        for length in _PAIR:
            if {at, at + 1, at - length, at + 1 + length} <= edges:
                spans = [(at - length, at), (at + 1, at + 1 + length)]
                if all(_CLAUSE.fullmatch(passage.text[a:b]) for a, b in spans):
                    yield from _parallel(passage, spans, "pair")


def _parallel(passage: Passage, spans: Sequence[Span], pattern: str) -> Iterator[Find]:
    members = [passage.text[a:b] for a, b in spans]
    alike = [n for n, signs in enumerate(zip(*members, strict=True)) if len(set(signs)) == 1]
    shapes = ["".join(w.tag[0] for w in passage.words if a <= w.start < b) for a, b in spans]
    if not alike and len(set(shapes)) > 1:
        return
    traits = (
        f"{min(len(members), 4)} members",
        f"members of {len(members[0])}",
        f"alike {min(len(alike), 3)}",
        f"alike at the end {len(members[0]) - 1 in alike}",
        f"one shape {len(set(shapes)) == 1}",
        f"shape {shapes[-1][:4]}",
        f"opens {stands_free(passage, spans[0][0])}",
    )
    yield Find(spans[0][0], spans[-1][1], pattern, 0.15, traits)
