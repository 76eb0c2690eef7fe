"""Rows of parallel members, 甲甲事、乙乙事、丙丙事: of one length, or of one ending."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from build_pages.candidates.passage import Find, Passage, stands_free
from build_pages.candidates.texts import Span
from build_pages.find.segment import knows_word

LONGEST, LONGEST_UNLIKE = 12, 6
"""Characters of a member, and of one of two that share no character in the same place."""
_ROW = re.compile(r"[\u4e00-\u9fff]{2,}(?:、[\u4e00-\u9fff]{2,12})+")
_SINGLE = re.compile(r"(?<![\u4e00-\u9fff])?[\u4e00-\u9fff](?:、[\u4e00-\u9fff]){2,}(?![\u4e00-\u9fff]{0,12}、)")
_LAST = ("和", "与", "及")


def find_rows(passage: Passage) -> Iterator[Find]:
    """Rows whose members have one length; the first and the last are cut to it where a word begins and ends."""
    edges = {word.start for word in passage.words} | {len(passage.text)}
    for match in _SINGLE.finditer(passage.text):
        yield Find(*match.span(), "row", 0.4, ("members of 1",))
    yield from _rows_of_one_ending(passage, edges)
    for match in _ROW.finditer(passage.text):
        for members in _even(_split(match)):
            inner = {end - start for start, end in members[1:-1]}
            for length in inner or range(2, LONGEST + 1):
                start, end = members[0][1] - length, members[-1][0] + length
                fits = members[0][0] <= start and end <= members[-1][1] and start in edges
                if fits and (inner or end in edges):
                    row = [(start, members[0][1]), *members[1:-1], (members[-1][0], end)]
                    yield from _row(passage, row)
                    if passage.text[end : end + 1] in _LAST and end + 1 + length in edges:
                        yield from _row(passage, [*row, (end + 1, end + 1 + length)])


def _even(members: list[Span]) -> Iterator[list[Span]]:
    """The longest stretches of a row whose inner members have one length: the whole row, or three members and more."""
    if len(members) == 2:
        yield members
    first = 0
    while first < len(members) - 2:
        length = members[first + 1][1] - members[first + 1][0]
        last = first + 2
        while last < len(members) - 1 and members[last][1] - members[last][0] == length:
            last += 1
        yield members[first : last + 1]
        first = last - 1


def _rows_of_one_ending(passage: Passage, edges: Set[int]) -> Iterator[Find]:
    """Rows of members of several lengths that end in the same two characters."""
    for match in _ROW.finditer(passage.text):
        members = _split(match)
        ending = passage.text[members[0][1] - 2 : members[0][1]]
        last = passage.text.find(ending, members[-1][0] + 1, members[-1][1])
        if last < 0 or any(passage.text[b - 2 : b] != ending for _, b in members[:-1]):
            continue
        longest = max(b - a for a, b in (*members[1:-1], (members[-1][0], last + 2)))
        for start in range(max(members[0][0], members[0][1] - longest - 2), members[0][1] - 2):
            if start in edges:
                yield Find(start, last + 2, "ending", 0.15, (f"{min(len(members), 5)} members", f"ends in {ending}"))


def _split(match: re.Match[str]) -> list[Span]:
    members, at = [], match.start()
    for member in match[0].split("、"):
        members.append((at, at + len(member)))
        at += len(member) + 1
    return members


def _row(passage: Passage, spans: Sequence[Span]) -> Iterator[Find]:
    """The row, if its members are alike or it stands free: no verb is left over before it and no noun after it."""
    start, end = spans[0][0], spans[-1][1]
    members = [passage.text[a:b] for a, b in spans]
    length = len(members[0])
    alike = [n for n in range(length) if len({member[n] for member in members}) == 1]
    opens, closes = stands_free(passage, start), passage.text[end : end + 1] in ("", *"，。；：！？”的等")
    if len(members) == 2 and not (alike or (opens and closes and length <= LONGEST_UNLIKE)):
        return
    known = sum(knows_word(member) for member in members) / len(members)
    likely = 0.1 * (1 + bool(alike) + (len(members) > 2) + (opens and closes) + (length <= 5)) * (1 - 0.8 * known)
    tags = [word.tag[0] for word in passage.words if spans[-1][0] <= word.start < end]
    traits = (
        f"{min(len(members), 5)} members",
        f"members of {length}",
        f"alike at the {'end' if length - 1 in alike else 'start' if alike else 'nowhere'}",
        f"opens {opens}, closes {closes}",
        f"member {'-'.join(tags)}",
        f"verb {'v' in tags}",
    )
    yield Find(start, end, "row", likely, traits)
