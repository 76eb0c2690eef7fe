"""Indicators, one list: read, and what no single member of the list can know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from build_pages.model.indicator import Indicator
from build_pages.model.problem import Problem
from build_pages.source.folder import Folder
from build_pages.source.held import Held
from build_pages.source.plain import names_page

PATH = "source/indicators.yml"


def read_indicators(folder: Folder) -> list[Held[Indicator]]:
    """Every indicator, in the order of the file; none where there is no such file."""
    return folder.read_list(Indicator, PATH, _spell_out)


def _spell_out(data: Any) -> Any:
    """An indicator with each wording written short (a string) spelled out as a mapping."""
    wordings = data.get("wordings") if isinstance(data, dict) else None
    if not isinstance(wordings, list):
        return data
    return data | {"wordings": [{"text": word} if isinstance(word, str) else word for word in wordings]}


def check_indicators(indicators: Sequence[Held[Indicator]], themes: Collection[str]) -> Iterator[Problem]:
    """Ids and themes that cannot stand, wordings that are missing, and wordings that two indicators claim alike.

    ``themes`` are the ids of the archive's themes.
    """
    met: set[str] = set()
    for held in indicators:
        one = held.value
        if not names_page(one.id):
            yield held.problem("M001", f"write the id {one.id!r} in ASCII letters, digits and hyphens", ("id",))
        if one.id in met:
            yield held.problem("M001", f"the id {one.id!r} stands twice; give one of the two another", ("id",))
        met.add(one.id)
        if one.theme not in themes:
            yield held.problem("M002", f"write one of {', '.join(themes)}, not {one.theme!r}", ("theme",))
        for key in ("unit", "measure", "wordings"):
            if not getattr(one, key):
                yield held.problem("M003", f"add at least one {key}", (key,))
        for n, wording in enumerate(one.wordings):
            if not wording.text.strip():
                yield held.problem("M003", "write the wording, or remove it", ("wordings", n))
    yield from _check_shared(indicators)


def _check_shared(indicators: Sequence[Held[Indicator]]) -> Iterator[Problem]:
    """Two indicators that would claim the same figure: one wording, unit and measure, and no condition on either."""
    users: dict[tuple[str, str, str], list[tuple[int, Held[Indicator]]]] = defaultdict(list)
    for held in indicators:
        for n, wording in enumerate(held.value.wordings):
            for unit in held.value.unit if not wording.with_ else ():
                for measure in held.value.measure:
                    users[wording.text, unit, measure].append((n, held))
    told = set()
    for (text, _, _), claims in users.items():
        for n, held in claims[1:]:
            first = claims[0][1].value.id
            if first != held.value.id and (held.value.id, n) not in told:
                told.add((held.value.id, n))
                say = f"{text!r} already names {first!r} with this unit and measure: tell the two apart with “with”"
                yield held.problem("M004", say, ("wordings", n))
