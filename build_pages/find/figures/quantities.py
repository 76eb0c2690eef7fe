"""Quantities: the numbers of a text that are figures, each with its unit, its bound and its span."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from build_pages.find.figures.bounds import Bound, read_bound
from build_pages.find.figures.clauses import Bounds
from build_pages.find.figures.exclude import Span, find_covered, is_dated, is_kept, outermost
from build_pages.find.figures.numbers import Number
from build_pages.find.figures.ranks import Rank, read_rank
from build_pages.find.figures.stated import is_stated
from build_pages.find.figures.units import kind_of, read_unit
from build_pages.model.mention import Relation

RANGE_SIGNS = "~—–-―至到"
"""What stands between the two numbers of a range."""
_RANGE = re.compile(rf"[{re.escape(RANGE_SIGNS)}]{{1,2}}")
_FORM_UNIT = {"percent": "%", "half": "%", "double": "番", "fraction": ""}


class Quantity(NamedTuple):
    """A number that states something, with what is printed around it; ``rank`` is how a rank is put."""

    number: Number
    unit: str
    start: int
    end: int
    kind: str
    """What sort of unit it has."""
    bound: Bound
    rank: Rank | None = None


def read_quantities(
    folded: str, numbers: tuple[Number, ...], bounds: Bounds, names: tuple[Span, ...], masks: Sequence[Span]
) -> tuple[Quantity, ...]:
    """The quantities of a folded text in order; ``names`` are quoted ones, ``masks`` those the glossary knows."""
    units = [_unit(folded, number) for number in numbers]
    numbers = _share_units(folded, numbers, units)
    quoted = find_covered(names, numbers)
    masked = find_covered(outermost(masks), numbers)
    found = (
        _quantity(folded, number, unit, bounds)
        for number, unit in zip(numbers, units, strict=True)
        if number.ordinal not in quoted
        and (number.ordinal not in masked or is_kept(number, unit, masked[number.ordinal], folded))
    )
    return tuple(_bounded(folded, [quantity for quantity in found if quantity]))


def _unit(folded: str, number: Number) -> str:
    """The unit behind a number; forms in words carry their own."""
    if number.form in _FORM_UNIT:
        return _FORM_UNIT[number.form]
    return "" if number.form == "first" else read_unit(folded, number.end)


def _is_range(folded: str, second: Number, end: int) -> bool:
    """Whether a number that ends at ``end`` with its unit and a second one are the ends of a range."""
    return 0 < second.start - end <= 2 and bool(_RANGE.fullmatch(folded, end, second.start))


def _share_units(folded: str, numbers: tuple[Number, ...], units: list[str]) -> tuple[Number, ...]:
    """The numbers; a bare one before 、 gets the unit of the next (1.1、1.2个百分点), in ``units``.

    In a range it gets the scale too (5~8万条).
    """
    shared = list(numbers)
    for at in range(len(numbers) - 2, -1, -1):
        number, following = shared[at], shared[at + 1]
        if units[at] or not units[at + 1] or number.form not in ("digits", "words"):
            continue
        ranged = _is_range(folded, following, number.end)
        if ranged or (number.form == "digits" and folded[number.end : following.start] == "、"):
            units[at] = units[at + 1]
            shared[at] = number._replace(scale=following.scale) if ranged and number.scale == 1 else number
    return tuple(shared)


def _quantity(folded: str, number: Number, unit: str, bounds: Bounds) -> Quantity | None:
    """What a number states, or None where it is no figure."""
    if number.value is None:
        return None
    clause = bounds.clause(number.start)
    if rank := read_rank(folded, number, clause):
        return _rank(folded, number, rank)
    if number.form == "first":
        return None
    own = number.form in _FORM_UNIT
    end = number.end if own or not folded.startswith(unit, number.end) else number.end + len(unit)
    if not (own or is_stated(folded, number, unit, end, clause)) or is_dated(folded, number, unit):
        return None
    kind = kind_of(unit) if unit else "count"
    bound = read_bound(folded, number.start, end, number.more, kind == "count")
    return Quantity(number, unit, number.start, bound.end, kind, bound)


def _rank(folded: str, number: Number, rank: Rank) -> Quantity:
    """A rank, its span from 第 or 前 through 位."""
    start = number.start - (rank in ("at", "within"))
    end = number.end + (rank != "first" and folded[number.end : number.end + 1] in ("位", "名"))
    relation: Relation = "≤" if rank == "within" else "="
    return Quantity(
        number, "位", start, end, kind_of("位"), Bound(relation, "前" if rank == "within" else "", start, end), rank
    )


def _bounded(folded: str, quantities: list[Quantity]) -> Iterator[Quantity]:
    """The quantities, the two of a range bounding it from below and above."""
    lower = False
    for at, quantity in enumerate(quantities):
        following = quantities[at + 1] if at + 1 < len(quantities) else None
        upper, lower = lower, bool(
            following and following.unit == quantity.unit and not quantity.rank
            and _is_range(folded, following.number, quantity.end)
        )  # fmt: skip
        side: Relation | None = "≥" if lower else "≤" if upper else None
        yield quantity._replace(bound=quantity.bound._replace(relation=side)) if side else quantity
