"""Differences as text for a terminal and as Markdown for a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_pages.diff import Difference

MOST = 40
"""Rows listed a table and side; the counts are of all."""
LONGEST = 200
"""Characters of a row that are shown."""


def write_text(differences: Iterable[Difference]) -> Iterator[str]:
    """Line by line: the counts of each table, then its rows."""
    for one in differences:
        yield f"{one.table}: {len(one.gained)} gained, {len(one.lost)} lost"
        yield from (f"  {line}" for line in _list_rows(one))


def write_markdown(differences: Iterable[Difference], base: str) -> Iterator[str]:
    """Line by line: a table of all counts, then a fold for each table that differs.

    The rows stand in a fenced block, each after its sign, so that nothing in them reads as Markdown or HTML.
    """
    differences = tuple(differences)
    yield f"### Since {''.join(filter(str.isalnum, base))[:12]}"
    yield ""
    yield "| | gained | lost |"
    yield "| --- | ---: | ---: |"
    yield from (f"| {one.table} | {len(one.gained)} | {len(one.lost)} |" for one in differences)
    yield ""
    for one in differences:
        if one.gained or one.lost:
            yield f"<details><summary>{one.table}: {len(one.gained)} gained, {len(one.lost)} lost</summary>"
            yield from ("", "```diff", *_list_rows(one), "```", "", "</details>", "")
    yield "Both sides are made by the program as it is in this change; only `source/` differs."


def _list_rows(one: Difference) -> Iterator[str]:
    for sign, rows in (("-", one.lost), ("+", one.gained)):
        yield from (f"{sign} {row[:LONGEST]}" for row in rows[:MOST])
        if len(rows) > MOST:
            yield f"{sign} … {len(rows) - MOST} more"
