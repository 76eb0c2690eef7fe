"""``circles``: which documents may answer each other, and the part of the library that bears on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from build_pages.circles import draw_circles, read_centres
from build_pages.compose import compose
from build_pages.indicators.calendar import read_calendars
from build_pages.model.commitment import DiscrepancyRecord
from build_pages.model.edition import Edition
from build_pages.model.record import Missing
from build_pages.store import Store
from tests.make_series import make_series
from tests.test_commitments import make_years

EAST, WEST = {"series": "east", "issuer": "东渡市政府"}, {"series": "west", "issuer": "西渡市政府"}


def make_circles(place: str, records: Mapping[str, dict[str, Any]], missing: tuple[Missing, ...] = ()) -> Edition:
    """The edition of an archive of ``place`` with a document for each record."""
    edition = make_series({id: (["渡口通了。"], fields) for id, fields in records.items()}, missing=missing)
    archive = replace(edition.library.archive, place=place)
    return replace(edition, library=replace(edition.library, archive=archive))


@pytest.mark.parametrize(
    ("place", "records", "centres"),
    [
        ("江城", {"a": EAST, "b": WEST, "c": {}}, {"a": "", "b": "", "c": ""}),
        ("", {"a": EAST, "b": {"issuer": "西渡市政府"}, "c": {}}, {"a": "", "b": "", "c": ""}),
        ("", {"a": {}, "b": {}}, {"a": "", "b": ""}),
        ("", {"a": EAST, "b": WEST, "c": EAST}, {"a": "east", "b": "west", "c": "east"}),
        ("", {"a": EAST, "b": WEST, "c": {"issuer": "北渡"}}, {"a": "east", "b": "west", "c": "北渡"}),
        ("", {"a": EAST, "b": WEST, "c": {}, "d": {}}, {"a": "east", "b": "west", "c": "c", "d": "d"}),
    ],
    ids=["a place", "one series", "no series", "two series", "outside a series", "of nobody"],
)
def test_documents_stand_in_circles(place: str, records: dict[str, dict[str, Any]], centres: dict[str, str]) -> None:
    edition = make_circles(place, records)
    assert read_centres(edition.library) == centres
    drawn = [[one.id for one in circle] for _, circle in draw_circles(edition.library, edition.documents)]
    assert drawn == [[id for id in centres if centres[id] == name] for name in dict.fromkeys(centres.values())]


GAPS = tuple(
    Missing(title="缺", series=series, year=2032, date="2032", kind="report") for series in ("east", "west", None)
)


def test_one_circle_has_the_whole_library() -> None:
    edition = make_circles("江城", {"a": EAST, "b": WEST}, GAPS)
    ((library, circle),) = draw_circles(edition.library, edition.documents)
    assert library is edition.library and circle == edition.documents


def test_each_of_several_circles_has_what_bears_on_it() -> None:
    edition = make_circles("", {"a": EAST, "b": WEST, "c": {}}, GAPS)
    said = tuple(
        DiscrepancyRecord(class_="value", a=f"{a}#p1", b=f"{b}#p1", by="ed") for a, b in (("a", "a"), ("b", "b"))
    )
    library = replace(edition.library, discrepancies=said)
    (east, _), (west, _), (alone, _) = draw_circles(library, edition.documents)
    assert [[record.id for record in part.records] for part in (east, west, alone)] == [["a"], ["b"], ["c"]]
    assert [part.missing for part in (east, west, alone)] == [(GAPS[0],), (GAPS[1],), ()]
    assert [part.discrepancies for part in (east, west, alone)] == [(said[0],), (said[1],), ()]


def test_several_processes_find_what_one_finds(tmp_path: Path) -> None:
    lines = ["2031年主要任务", "今年新建小学12所。"]
    names = ("east", "north", "west")
    one = make_years([{"id": name, "year": 2031, "series": name, "lines": lines} for name in names])
    several = compose(one.library, 2, Store(tmp_path))
    assert list(one.commitments) == list(several.commitments) == list(names)
    assert dict(several.commitments) == dict(one.commitments)


def test_each_circle_has_the_calendar_of_its_own_reports() -> None:
    report = {"kind": "report", "year": 2031}
    edition = make_circles("", {"a": EAST | report, "b": WEST | report | {"completeness": "digest"}}, GAPS)
    reports = {name: dict(calendar.reports) for name, calendar in read_calendars(edition).items()}
    assert reports == {"east": {2031: "full", 2032: None}, "west": {2031: "digest", 2032: None}}
