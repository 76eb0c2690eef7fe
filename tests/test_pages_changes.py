"""``changes``: what may be called new or gone, and what the archive cannot tell."""

from __future__ import annotations

from typing import Any

from build_pages.model.record import Missing
from build_pages.pages.atlas import draw_atlas
from build_pages.pages.changes import Changes, list_changes
from tests.make import make_entry
from tests.make_series import make_series

OLD, NEW, BOTH = make_entry("旧灯塔", id="old"), make_entry("新灯塔", id="new"), make_entry("民心渡", id="both")


def compare(earlier: str = "full", later: str = "full", missing: tuple[Missing, ...] = ()) -> Changes:
    series: dict[str, Any] = {"kind": "report", "series": "reports"}
    edition = make_series(
        {
            "one": (["旧灯塔。民心渡。"], {"date": "2031", "completeness": earlier, **series}),
            "two": (["新灯塔。民心渡。"], {"date": "2033", "completeness": later, **series}),
            "talk": (["旧灯塔。"], {"date": "2034", "kind": "speech"}),
        },
        [OLD, NEW, BOTH],
        missing,
    )
    return list_changes(edition, draw_atlas(edition), "glossary/changes.html")


def names(rows: object) -> list[str]:
    return [row.name.text for row in rows]  # type: ignore[attr-defined]


def test_between_full_texts_words_are_new_and_gone() -> None:
    (one,) = compare().comparisons
    assert (one.certain, names(one.new), names(one.gone)) == (True, ["新灯塔"], ["旧灯塔"])
    assert [spot.text for spot in one.gone[0].still] == ["talk"]
    assert one.new[0].place.url == "../documents/two.html#p1"


def test_nothing_is_gone_from_a_digest() -> None:
    (one,) = compare(later="digest").comparisons
    assert (names(one.new), names(one.gone)) == (["新灯塔"], [])


def test_after_a_digest_words_are_only_seen_first() -> None:
    (one,) = compare(earlier="digest").comparisons
    assert not one.certain and names(one.gone) == ["旧灯塔"]


def test_a_missing_text_between_two_is_named() -> None:
    gap = Missing(title="缺", date="2032", kind="report", series="reports")
    (one,) = compare(missing=(gap,)).comparisons
    assert not one.certain and [gap.text for gap in one.between] == ["缺"]


def test_a_word_of_an_earlier_year_is_not_seen_first() -> None:
    series: dict[str, Any] = {"kind": "report", "series": "reports"}
    documents = {
        "talk": (["新灯塔。"], {"date": "2030", "kind": "speech"}),
        "one": (["无。"], {"date": "2031", "completeness": "digest", **series}),
        "two": (["新灯塔。旧灯塔。"], {"date": "2033", **series}),
    }
    edition = make_series(documents, [OLD, NEW])
    assert names(list_changes(edition, draw_atlas(edition), "index.html").comparisons[0].new) == ["旧灯塔"]


def test_texts_of_different_series_are_not_compared() -> None:
    edition = make_series({"one": (["旧灯塔。"], {"series": "a"}), "two": (["新灯塔。"], {"series": "b"})}, [OLD, NEW])
    assert not list_changes(edition, draw_atlas(edition), "index.html").comparisons
