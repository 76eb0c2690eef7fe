"""Reading the figures of a text: each quantity with its measure, period, status and subject."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from sys import intern
from typing import NamedTuple

from build_pages.find.figures.clauses import Bounds, read_bounds
from build_pages.find.figures.denominate import unit_of
from build_pages.find.figures.exclude import Span, find_names
from build_pages.find.figures.frame import Setting
from build_pages.find.figures.measure import measure_of
from build_pages.find.figures.numbers import fold, read_numbers
from build_pages.find.figures.period import period_of
from build_pages.find.figures.phrases import trim, words_before, words_behind
from build_pages.find.figures.quantities import RANGE_SIGNS, Quantity, read_quantities
from build_pages.find.figures.status import is_ahead, promise, status_of
from build_pages.find.figures.subject import AMOUNTS, list_subjects, ranked_subject, subject_of
from build_pages.find.figures.surroundings import Course, Surroundings, look_around
from build_pages.find.figures.times import Times, read_times
from build_pages.model.mention import Figure

_NOUN_REACH = 30
"""How many signs behind a quantity its noun is looked for."""
_PROMISE_REACH = 60
"""How many signs before a quantity a promise is looked for."""
_FOLLOWING = 7
"""How many quantities an enumeration is looked ahead for."""


@dataclass(frozen=True, slots=True)
class _Text:
    """Folded texts, one behind the other, with what is read of them once."""

    folded: str
    bounds: Bounds
    times: Times


class _Place(NamedTuple):
    """One of the texts: its setting, where it begins, how many numbers stand before it."""

    setting: Setting
    start: int
    counted: int


def read_figures(text: str, setting: Setting, masks: Sequence[Span] = ()) -> tuple[Figure, ...]:
    """The statistics of a text in order; ``masks`` are spans of names in which a number is no figure.

    Never raises; takes time linear in the length of the text.
    """
    return tuple(read_together(text, (0,), (setting,), masks)[0])


def read_together(
    text: str, starts: Sequence[int], settings: Sequence[Setting], masks: Sequence[Span] = ()
) -> list[list[Figure]]:
    """The statistics of each of several texts, which stand in ``text`` from ``starts`` on, a line end between two.

    ``masks`` are counted from the beginning of ``text``, the offsets of a figure from that of its own.
    """
    folded = fold(text)
    numbers, bounds, names = read_numbers(folded), read_bounds(folded), find_names(folded)
    quantities = read_quantities(folded, numbers, bounds, names, masks)
    read = _Text(folded, bounds, read_times(folded, starts, settings, names))
    places = _list_places(settings, starts, [number.start for number in numbers])
    course, figures = Course(), list[list[Figure]]([] for _ in starts)
    for at, quantity in enumerate(quantities):
        start = quantity.number.start
        n = bisect_right(starts, start) - 1
        following = quantities[at + 1 : at + 1 + _FOLLOWING]
        figure, course = _read_figure(read, places[n], quantity, following, course.at(bounds.part(start)))
        figures[n].append(figure)
    return figures


def _list_places(settings: Sequence[Setting], starts: Sequence[int], numbers: Sequence[int]) -> list[_Place]:
    """The texts that begin at ``starts``; ``numbers`` are where the numbers of all of them do, in order."""
    return [
        _Place(setting, start, bisect_left(numbers, start)) for setting, start in zip(settings, starts, strict=True)
    ]


def _read_figure(
    read: _Text, place: _Place, quantity: Quantity, following: tuple[Quantity, ...], course: Course
) -> tuple[Figure, Course]:
    """One figure, and the course after it."""
    number, bound, setting = quantity.number, quantity.bound, place.setting
    around = look_around(read.folded, quantity, read.bounds, course)
    subject, due = _read_subject(read, quantity, following, around, course)
    listed = subject if due or course.due else ""
    measure, direction = measure_of(quantity, around, listed)
    unit = unit_of(quantity, around.clause, subject, around.behind)
    modality = promise(read.folded[max(course.part, number.start - _PROMISE_REACH) : number.start])
    named = read.times.before(number.start, read.bounds.sentence(number.start))
    status = status_of(setting, around.whole, modality, measure, unit, is_ahead(named, setting))
    period = period_of(setting, quantity, around, measure, status, named)
    figure = Figure(
        start=quantity.start - place.start, end=quantity.end - place.start,
        ordinal=number.ordinal - place.counted, value=number.value or 0.0, unit=unit,
        scale=number.scale, relation=bound.relation, measure=measure, direction=direction,
        period=intern(period) if period else None,
        status=status, qualifier=bound.qualifier, modality=modality, subject=subject,
    )  # fmt: skip
    return figure, course.after(quantity, subject, measure, due)


def _read_subject(
    read: _Text, quantity: Quantity, following: tuple[Quantity, ...], around: Surroundings, course: Course
) -> tuple[str, tuple[str, ...]]:
    """The subject of a quantity, and those of its enumeration that are due to the quantities behind it."""
    folded, bounds, due = read.folded, read.bounds, course.due
    run = 1 + _count_run(folded, quantity, following)
    if run > 1 and not due:
        head = around.clause.removesuffix(folded[quantity.bound.begin : quantity.start])
        due = list_subjects(head, run) or (course.subjects[-run:] if "分别" in head[:4] else ())
    if due:
        return due[0], due[1:]
    begin = bounds.item(quantity.start)
    previous = max(course.part, bounds.clause(begin - 1)) if begin else 0
    if quantity.rank:
        return ranked_subject(folded, quantity, previous, begin, course.subject), ()
    before = words_before(folded, max(begin, course.end), quantity.bound.begin)
    behind = _read_noun(folded, quantity, following) if not before or quantity.kind in AMOUNTS else ""
    subject = subject_of(quantity, before, behind, course.subject)
    return subject or trim(words_behind(folded, previous, begin)), ()


def _read_noun(folded: str, quantity: Quantity, following: tuple[Quantity, ...]) -> str:
    """The noun a quantity counts; two quantities in a row (30个2.5万套, 5~8条) count the same."""
    start, end = quantity.end, quantity.end + _NOUN_REACH
    if not following:
        return words_behind(folded, start, end)
    if not folded[start : following[0].start].strip(RANGE_SIGNS):
        return words_behind(folded, following[0].end, following[0].end + _NOUN_REACH)
    return words_behind(folded, start, min(end, following[0].start))


def _count_run(folded: str, quantity: Quantity, following: tuple[Quantity, ...]) -> int:
    """How many quantities follow in the same enumeration: 3%、4%."""
    end, count = quantity.end, 0
    for other in following:
        if folded[end : other.start].strip("、和及与 ") not in ("", "近", "超", "约"):
            break
        end, count = other.end, count + 1
    return count
