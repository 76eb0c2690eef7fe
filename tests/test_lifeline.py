"""``lifeline``: a dot a document, and in a large archive a dot a year."""

from __future__ import annotations

from typing import Any

from build_pages.model.record import Missing
from build_pages.pages.atlas import draw_atlas, read_uses
from build_pages.pages.lifeline import CROWDED, Dot, draw_lifeline
from build_pages.pages.missing import list_gaps
from tests.make import make_entry
from tests.make_series import make_series

GAP = Missing(title="缺", date="2032", kind="report", series="reports")
REPORT = {"kind": "report", "series": "reports"}
USES = {
    "early": (["灯塔工程，灯塔工程。", "灯塔工程。"], {"date": "2030-03", **REPORT}),
    "late": (["灯塔工程。"], {"date": "2030-11", "kind": "speech"}),
    "next": (["灯塔工程。"], {"date": "2033", **REPORT}),
}


def draw(documents: int) -> dict[str, tuple[Dot, ...]]:
    """The line of an entry that three of so many documents use; the others are silent, one a year."""
    silent = {f"no{n}": (["没有说。"], {"date": str(2031 + n), **REPORT}) for n in range(documents - len(USES))}
    every: dict[str, Any] = USES | silent
    edition = make_series(every, [make_entry("灯塔工程", id="lamp")], [GAP])
    gaps = list_gaps(edition.library.missing)
    return dict(draw_lifeline(read_uses(edition, "lamp"), draw_atlas(edition), gaps, "glossary/lamp.html"))


def test_as_many_documents_as_fit_have_a_dot_each() -> None:
    line = draw(CROWDED)
    assert sum(map(len, line.values())) == CROWDED + 1  # and one for the document not held
    assert [(dot.name, dot.count, dot.say) for dot in line["2030"]] == [("early", 3, "3 处"), ("late", 1, "1 处")]
    assert [dot.state for dot in line["2032"]] == ["silent", "missing"]


def test_of_more_documents_each_year_of_use_has_one_dot() -> None:
    line = draw(CROWDED + 1)
    assert list(line) == ["2030", "2033"]
    ((dot,), (other,)) = line.values()
    assert (dot.name, dot.state, dot.count, dot.say) == ("2030年", "used", 4, "2 件，4 处")
    assert dot.url == "../documents/early.html"  # the first of the year that uses it
    assert (other.count, other.say, other.url) == (1, "1 件，1 处", "../documents/next.html")
