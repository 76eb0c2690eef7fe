"""What the measured figures are held against, in the order in which the report lists them."""

from __future__ import annotations

from dataclasses import dataclass

from tests.bench.settings import Outcome


@dataclass(frozen=True, slots=True)
class Bound:
    """A row: what is measured by which table, the limit it must keep (``least``: at least it), what is aimed at."""

    key: str
    table: str
    what: str
    limit: float
    limit_text: str
    aim: float | None = None
    aim_text: str = ""
    least: bool = False

    def keeps(self, outcome: Outcome) -> bool:
        """Whether the bound is met."""
        return outcome.value >= self.limit if self.least else outcome.value <= self.limit

    def reaches(self, outcome: Outcome) -> bool:
        """Whether the aim is reached; false where there is none."""
        aim = outcome.aim if outcome.aim is not None else self.aim
        return aim is not None and (outcome.value >= aim if self.least else outcome.value <= aim)


BOUNDS = (
    Bound(
        "text.rate",
        "text",
        "read + edit + split + find + settle, one core, 2,000 terms",
        1.5,
        "≥ 1.5 MB of UTF-8 a second",
        4,
        "4",
        least=True,
    ),
    Bound("text.terms", "text", "the same with 20,000 terms, against 200", 1.5, "≤ 1.5 ×", 1.1, "1.1"),
    Bound(
        "text.matching",
        "text",
        "finding terms alone, against one raw Aho–Corasick pass (jieba apart)",
        10,
        "≤ 10 ×",
        3,
        "3",
    ),
    Bound(
        "build.bare",
        "build",
        "cold build, N = 500, 2,000 terms, no index, against bare MkDocs + Material of the same pages",
        1.5,
        "≤ 1.5 ×",
        1,
        "1.0",
    ),
    Bound(
        "build.search",
        "build",
        "the same with our search index, against Material with its own search and jieba",
        0.6,
        "≤ 0.6 ×",
        0.3,
        "0.3",
    ),
    Bound(
        "recipe.time",
        "recipe",
        "against Material's abbreviation recipe, N = 5, 2,000 terms",
        10,
        "≥ 10 × faster",
        50,
        "50",
        least=True,
    ),
    Bound("recipe.marked", "recipe", "true places marked by ours in that run", 1, "every one", 1, "", least=True),
    Bound(
        "serve.document",
        "serve",
        "one document edited under mkdocs serve, N = 500, from saving to the page reloaded in a browser",
        2.5,
        "≤ 2.5 s",
        None,
        "Zensical's time in the same run",
    ),
    Bound("serve.entry", "serve", "one glossary entry edited that occurs in ≤ 20 documents", 3, "≤ 3 s", 1, "1 s"),
    Bound(
        "large.time",
        "growth",
        "N = 6,000 documents of 20,000 characters: cold build, both cores",
        1500,
        "≤ 25 minutes",
        600,
        "10 minutes",
    ),
    Bound("large.memory", "growth", "the same: memory of a process", 4e9, "≤ 4 GB"),
    Bound("large.edit", "growth", "the same, one document edited, to new Markdown", 10, "≤ 10 s", 2, "2 s"),
    Bound("growth.time", "growth", "exponent of time against N", 1.05, "≤ 1.05"),
    Bound("growth.memory", "growth", "exponent of memory against N", 1.05, "≤ 1.05"),
    Bound("growth.weight", "growth", "exponent of the weight of a document's page against N", 0.02, "0"),
    Bound(
        "weight.page",
        "build",
        "HTML of a document's page against the same text unannotated, compressed",
        2,
        "≤ 2.0 ×",
        1.5,
        "1.5",
    ),
    Bound("search.recall", "search", "search side by side: recall of ours", 0.99, "≥ 0.99", 1, "1", least=True),
    Bound(
        "search.precision", "search", "search side by side: precision of ours", 1, "none that is not there", least=True
    ),
    Bound("found.first", "found", "N = 6,000: first query, 95 of 100, compressed", 500e3, "≤ 500 KB"),
    Bound("found.next", "found", "N = 6,000: next query, 95 of 100, compressed", 200e3, "≤ 200 KB"),
    Bound("found.time", "found", "N = 6,000: time to results on localhost, 95 of 100", 0.5, "≤ 500 ms"),
    Bound("found.memory", "found", "N = 6,000: memory to make the index", 4e9, "≤ 4 GB"),
)
