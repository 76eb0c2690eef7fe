"""The page of registers: statements that disagree, headline targets no longer set, and how their bounds changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from heapq import nlargest
from typing import TypeVar

from build_pages.discrepancies import place_of
from build_pages.model.commitment import Discrepancy
from build_pages.model.edition import Edition
from build_pages.model.page import Page
from build_pages.pages.atlas import Atlas, Spot, draw_atlas, name_document
from build_pages.pages.words import CLASS
from build_pages.registers import BoundRow, Headline, Silence, read_bounds, read_headlines, read_silences
from build_pages.split.sentences import quote_sentence

INDEX = "registers/index.html"
MOST = 400
"""Rows that the page lists of each register."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Side:
    """One of two statements that disagree: its sentence, in it the words at issue, and where it stands."""

    before: str
    words: str
    after: str
    source: Spot


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements that disagree."""

    id: str
    a: Side
    b: Side
    why: str
    by: str


@dataclass(frozen=True, slots=True)
class Unset:
    """A headline target that the next full text does not set; what is said of it there, or that nothing is."""

    words: str
    source: Spot
    later: Spot
    elsewhere: Spot | None
    between: str


def register_pages(edition: Edition) -> Iterator[Page]:
    """The one page of registers."""
    yield Page(INDEX, "registers.md.j2", "存异与沉默", partial(_list_all, edition))


def _list_all(edition: Edition) -> dict[str, object]:
    atlas = draw_atlas(edition)
    grouped = {class_: [found for found in edition.discrepancies if found.class_ == class_] for class_ in CLASS}
    classes = [
        (class_, CLASS[class_], len(found), tuple(_pairs(found, atlas))) for class_, found in grouped.items() if found
    ]
    headlines = tuple(read_headlines(edition))
    silences, bounds = read_silences(edition, headlines), read_bounds(edition, headlines)
    return {
        "classes": classes,
        "silences": tuple(_unsets(silences, atlas)), "silent": len(silences),
        "bounds": tuple(_bounds(bounds, atlas)), "bound": len(bounds),
    }  # fmt: skip


def _list_newest(rows: Sequence[T], date: Callable[[T], str]) -> list[tuple[int, T]]:
    """The ``MOST`` newest rows of a register in their order, each with its number in the whole register."""
    return sorted(nlargest(MOST, enumerate(rows, 1), lambda row: date(row[1])))


def _pairs(found: Sequence[Discrepancy], atlas: Atlas) -> Iterator[Pair]:
    for n, one in _list_newest(found, lambda one: max(atlas.record(place_of(id)).date for id in (one.a, one.b))):
        yield _pair(n, one, atlas)


def _unsets(silences: Sequence[Silence], atlas: Atlas) -> Iterator[Unset]:
    for _, one in _list_newest(silences, lambda one: atlas.record(one.later).date):
        yield _unset(one, atlas)


def _bounds(rows: Sequence[BoundRow], atlas: Atlas) -> Iterator[tuple[str, tuple[tuple[int, str, Spot], ...]]]:
    """The name of each headline measure, and its targets."""
    for _, row in _list_newest(rows, lambda row: atlas.record(row.targets[-1].document).date):
        yield row.name, tuple(_target(one, atlas) for one in row.targets)


def _pair(n: int, found: Discrepancy, atlas: Atlas) -> Pair:
    a, b = (_side(place, words, atlas) for place, words in ((found.a, found.a_quote), (found.b, found.b_quote)))
    return Pair(f"{found.class_}-{n}", a, b, found.why, "规则" if found.by == "rule" else "编者")


def _side(id: str, quote: str, atlas: Atlas) -> Side:
    """The sentence a figure or a quotation stands in."""
    place = place_of(id)
    one = atlas.documents[place.partition("#")[0]]
    figure = one.figures.get(id)
    at = figure.start if figure else max(0, one.places[place].text.find(quote))
    end = figure.end if figure else at + len(quote)
    return Side(*quote_sentence(one, place, at, end), atlas.spot(place, INDEX))


def _unset(silence: Silence, atlas: Atlas) -> Unset:
    commitment = silence.headline.commitment
    years = "、".join(map(str, silence.between))
    return Unset(
        commitment.quote, atlas.spot(commitment.paragraph, INDEX), atlas.spot(silence.later, INDEX),
        atlas.spot(silence.elsewhere, INDEX) if silence.elsewhere else None,
        f"其间{years}年的全文未收，何年起不提不可知" if years else "",
    )  # fmt: skip


def _target(headline: Headline, atlas: Atlas) -> tuple[int, str, Spot]:
    """The year of a headline target, its words and where they stand."""
    source = atlas.spot(headline.commitment.paragraph, INDEX)
    name = name_document(atlas.record(headline.document))
    return headline.year, headline.commitment.quote, Spot(name, source.url)
