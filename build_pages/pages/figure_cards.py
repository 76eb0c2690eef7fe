"""The cards of figures, as data: each indicator that a page links to once, with every value the archive holds of it.

A mark leads to its indicator and says which figure it is; the card is made from both where it is asked for
(``site_overrides/assets/js/facts.js``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from build_pages.addresses import document_path, indicator_path, place_path, relative
from build_pages.indicators.calendar import Calendar, find_gaps
from build_pages.indicators.comparison import compare, find_main
from build_pages.indicators.series import read_series
from build_pages.model.edition import Annotated, Edition
from build_pages.model.indicator import Indicator, Value
from build_pages.pages.figures import say_period
from build_pages.pages.indicators import say_scope
from build_pages.pages.words import STATUS

BESIDE = 6
"""Values before and behind each of its own that a page carries along; a card shows fewer."""
Series = Mapping[str, Sequence[Value]]
"""Indicator id ▸ its values in the order of time."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure that has a card: its indicator has other values, ``targeted`` where one of them is a target."""

    indicator: str
    url: str
    """From the page of the figure's document."""
    targeted: bool


Claims = Mapping[str, Mapping[str, Claim]]
"""Document ▸ figure id ▸ its claim."""


def read_circle(edition: Edition, documents: Iterable[Annotated]) -> Series:
    """The values that the documents of a circle state: those of other places are no part of a card."""
    return read_series(replace(edition, documents=tuple(documents)))


def claim_figures(series: Series, documents: Iterable[str]) -> Claims:
    """Document ▸ figure id ▸ its claim; the two ends of a range share the card of the first."""
    claims: dict[str, dict[str, Claim]] = {id: {} for id in documents}
    for id, values in series.items():
        targeted = any(value.target for value in values)
        for value in values if len(values) > 1 else ():
            if value.number is not None:
                url = relative(indicator_path(id), document_path(value.document))
                claims[value.document][value.id] = Claim(id, url, targeted)
    return claims


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pages of a circle's documents show of an indicator: its values, each with its row on other pages."""

    facts: Mapping[str, str]
    rows: Sequence[tuple[Value, list[str]]]
    own: Mapping[str, Sequence[int]]
    """Document ▸ which rows are its own."""


def show_circle(edition: Edition, series: Series, calendar: Calendar) -> Callable[[str], Shown]:
    """Indicator id ▸ what is shown of it, found once where it is asked for."""
    indicators = {one.id: one for one in edition.library.indicators}
    return cache(lambda id: _show(indicators[id], series[id], calendar))


def show_series(shown: Callable[[str], Shown], document: str, wanted: Iterable[str]) -> dict[str, object]:
    """Indicator id ▸ what its cards on the page of ``document`` show: ``name``, ``english``, what is not held
    (``missing``) and ``values``, each [figure on this page or "", period, status, words, place, 口径, why it does not
    compare or ""].
    """
    found = ((id, shown(id)) for id in sorted(set(wanted)))
    return {id: {**one.facts, "values": list(_rows(one, document))} for id, one in found}


def _show(indicator: Indicator, values: Sequence[Value], calendar: Calendar) -> Shown:
    gaps = [f"{year}{'目标' if target else '结果'}" for year, target in find_gaps(values, calendar)]
    missing = "未收：" + "、".join(gaps) if gaps else ""
    main, scope = find_main(values), say_scope(indicator)
    rows = [(value, _row(value, scope, compare(value, main))) for value in values]
    own: dict[str, list[int]] = defaultdict(list)
    for n, value in enumerate(values):
        own[value.document].append(n)
    return Shown({"name": indicator.name, "english": indicator.english, "missing": missing}, rows, own)


def _row(value: Value, scope: str, apart: str) -> list[str]:
    url = relative(place_path(value.paragraph), document_path("index"))
    period, terms = say_period(value.period), "，".join(value.terms) or scope
    return ["", period, STATUS[value.status], value.words, url, terms, apart]


def _rows(shown: Shown, document: str) -> Iterator[list[str]]:
    """The values a document states and, of a long series, those that stand nearest to them."""
    rows, own = shown.rows, shown.own.get(document, ())
    kept = {m for n in own for m in range(max(0, n - BESIDE), min(len(rows), n + BESIDE + 1))}
    for n in sorted(kept):
        value, row = rows[n]
        if value.document == document:
            url = relative(place_path(value.paragraph), document_path(document))
            row = [value.id.partition("#")[2], *row[1:4], url, *row[5:]]
        yield row
