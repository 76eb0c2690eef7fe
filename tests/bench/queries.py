"""What is searched for, and where it truly stands: by plain substring over the lines of the documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from tests.bench.documents import Report


def draw_queries(reports: Sequence[Report], many: int, seed: int = 7) -> list[str]:
    """Stretches of two to eight characters without a stop in them, drawn at random."""
    random = Random(seed)
    drawn: dict[str, None] = {}
    while len(drawn) < many:
        text = random.choice(random.choice(reports).lines).text
        size = random.randint(2, 8)
        at = random.randrange(max(1, len(text) - size))
        query = text[at : at + size]
        if len(query) == size and query.isalnum():
            drawn[query] = None
    return list(drawn)


@dataclass(frozen=True)
class Truth:
    """The texts that addresses lead to: documents, their sections by heading, their lines by number."""

    reports: Sequence[Report]

    @cached_property
    def _texts(self) -> dict[str, tuple[str, ...]]:
        """Document ▸ its lines, the title first, so that line n of the received file is the n-th."""
        return {report.id: (report.title, *(line.text for line in report.lines)) for report in self.reports}

    def documents(self, query: str) -> set[str]:
        """The documents that hold a query."""
        return {id for id, lines in self._texts.items() if any(query in line for line in lines)}

    def holds(self, address: str, query: str) -> bool:
        """Whether what an address leads to holds a query: our line, a section of MkDocs' or a document."""
        page, _, anchor = address.partition("#")
        id = page.rpartition("/")[2].removesuffix(".html")
        if id not in self._texts:
            return False
        return any(query in line for line in self._part(id, anchor))

    def _part(self, id: str, anchor: str) -> tuple[str, ...]:
        lines = self._texts[id]
        if anchor[:1] in "ps" and anchor[1:].isdecimal():
            return lines[int(anchor[1:]) - 1 : int(anchor[1:])]
        return lines
