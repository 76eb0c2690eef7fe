"""What a run is asked for, and what a table hands back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

import click

from tests.bench.archive import SIZE, Scale
from tests.bench.documents import Words
from tests.bench.peers import Peers

SIZES = (5, 50, 500, 6000)
"""Documents of the archives that growth is fitted over."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One figure that a bound is held against, by the key of its row in ``bounds``; ``aim`` where the run gives it."""

    key: str
    value: float
    text: str
    aim: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the report with what it is about, remarks below it, and the figures that bounds are held against."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    points: dict[str, list[tuple[float, float]]] = field(default_factory=dict)
    """Name ▸ (documents, value), for the chart."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A run: where its words come from, how large it is, where it works, which peers there are."""

    words: Words
    work: Path
    peers: Peers
    documents: int | None = None
    terms: int = 2000
    size: tuple[int, int] = SIZE
    runs: int = 3

    def scale(self, documents: int, terms: int | None = None) -> Scale:
        """An archive of the number a table is meant for, or of the one that was asked for."""
        return Scale(self.documents or documents, self.terms if terms is None else terms, self.size)

    @property
    def sizes(self) -> tuple[int, ...]:
        """The numbers of documents that growth is fitted over, two at least."""
        most = self.documents or SIZES[-1]
        sizes = tuple(size for size in SIZES if size <= most)
        return sizes if len(sizes) > 1 else (max(1, most // 2), most)

    @property
    def brief(self) -> bool:
        """Whether it is only to be seen that everything runs: a few questions are then enough."""
        return self.documents is not None and self.documents <= SIZES[0]

    def times(self, documents: int) -> int:
        """How often a build of so many documents is repeated."""
        return self.runs if documents <= SIZES[-2] else 1


Measure = Callable[[Setting], Table]


def say(words: str, started: float | None = None) -> None:
    """Tell the reader at the terminal how far the run is."""
    click.echo(f"{words}{f' {perf_counter() - started:.1f} s' if started else ''}", err=True)


def in_mb(size: float) -> str:
    """Bytes as megabytes."""
    return f"{size / 1e6:.2f}" if size < 1e7 else f"{size / 1e6:.0f}"


def in_kb(size: float) -> str:
    """Bytes as kilobytes."""
    return f"{size / 1e3:.0f}"


def ratio(value: float, other: float) -> str:
    """One value as a multiple of another."""
    return f"{value / other:.2f} ×"
