"""Documents of a fixed seed: the same ones first, however many there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Protocol

_NUMBERS = "一二三四五六七八九十"
SERIES = 10
"""Documents of one series, a year each."""


class Words(Protocol):
    """Where the words come from."""

    def sentence(self, random: Random) -> str:
        """One sentence."""

    def heading(self, random: Random) -> str:
        """The words of a heading."""

    def terms(self, count: int) -> list[tuple[str, ...]]:
        """So many formulations, each with its wordings."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a document: a heading of a level, or a paragraph (level 0)."""

    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """An invented document."""

    id: str
    title: str
    series: str
    year: int
    date: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The title and the lines, as received."""
        return "\n".join((self.title, *(line.text for line in self.lines))) + "\n"


def make_report(words: Words, number: int, size: tuple[int, int]) -> Report:
    """The so-many-th document, of ``size`` (least, most) characters."""
    random = Random(f"document {number}")
    series, year = number // SERIES, 2005 + number % SERIES
    date = f"{year}-{1 + series % 12:02}-{1 + series // 12 % 28:02}"
    lines = tuple(_write(words, random, random.randint(*size)))
    return Report(
        f"{date}-report-{series:04}", f"第{series + 1}市{year}年工作报告", f"report-{series:04}", year, date, lines
    )


def _write(words: Words, random: Random, size: int) -> Iterator[Line]:
    """Sections, parts of sections and paragraphs, up to ``size`` characters."""
    written = 0
    for section in range(10):
        heads = [Line(f"{_NUMBERS[section]}、{words.heading(random)}", 1)]
        for part in range(4):
            heads.append(Line(f"（{_NUMBERS[part]}）{words.heading(random)}", 2))
            for _ in range(2):
                paragraph = "".join(words.sentence(random) for _ in range(random.randint(4, 9)))
                for line in (*heads, Line(paragraph)):
                    yield line
                    written += len(line.text)
                heads = []
                if written >= size:
                    return
    while written < size:  # short sentences leave room at the end
        paragraph = "".join(words.sentence(random) for _ in range(9))
        yield Line(paragraph)
        written += len(paragraph)
