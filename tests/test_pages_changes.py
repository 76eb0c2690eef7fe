"""``changes``: what may be called new or gone, and what the archive cannot tell."""

from __future__ import annotations

from typing import Any

import pytest

from build_pages.model.edition import Edition
from build_pages.model.record import Missing
from build_pages.pages.atlas import draw_atlas
from build_pages.pages.changes import MOST, PATH, Changes, Listed, change_pages, list_changes
from tests.make import make_entry, read_page, render_texts
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


def show(edition: Edition, path: str) -> Any:
    page = next(page for page in change_pages(edition) if page.path == path)
    return read_page(render_texts([page], edition.library.archive)[path.replace(".html", ".md")])


def names(listed: Listed) -> list[str]:
    return [row.name.text for row in (*listed.explained, *listed.common)]


def test_between_full_texts_words_are_new_and_gone() -> None:
    (one,) = compare().comparisons
    assert (one.certain, names(one.new), names(one.gone)) == (True, ["新灯塔"], ["旧灯塔"])
    assert [spot.text for spot in one.gone.explained[0].still] == ["talk"]
    assert one.new.explained[0].place.url == "../documents/two.html#p1"


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


def make_later(n: int) -> dict[str, Any]:
    """So many speeches that use the old formulation still."""
    return {f"talk{i:02}": (["旧灯塔。"], {"date": f"{2040 + i}", "kind": "speech"}) for i in range(n)}


@pytest.mark.parametrize(("later", "further"), [(MOST, 0), (MOST + 1, 1), (MOST + 3, 3)])
def test_of_many_later_documents_the_first_are_named_and_the_others_counted(later: int, further: int) -> None:
    series: dict[str, Any] = {"kind": "report", "series": "reports"}
    documents = {"one": (["旧灯塔。"], {"date": "2031", **series}), "two": (["新灯塔。"], {"date": "2033", **series})}
    edition = make_series(documents | make_later(later), [OLD, NEW])
    (gone,) = list_changes(edition, draw_atlas(edition), PATH).comparisons[0].gone.explained
    assert ([spot.text for spot in gone.still], gone.further) == ([f"talk{i:02}" for i in range(MOST)], further)
    page = show(edition, PATH)
    assert (f"等 {later} 件" in page.select_one("#gone1 ~ ul.changed").text) == bool(further)


def make_runs(*runs: str) -> Edition:
    """An archive of series of two texts each, of which the first has the old formulation and the second the new one."""
    documents: dict[str, Any] = {
        f"{run}{date}": ([line], {"date": date, "kind": "report", "series": run})
        for run in runs
        for date, line in (("2031", "旧灯塔。"), ("2033", "新灯塔。"))
    }
    renamed = make_entry("新灯塔", id="new", relations=[{"kind": "改提", "to": "old", "basis": "editors"}])
    return make_series(documents, [OLD, renamed])


def test_one_series_has_one_page() -> None:
    edition = make_runs("east")
    assert [page.path for page in change_pages(edition)] == [PATH]
    page = show(edition, PATH)
    assert [h.text for h in page.select("h2")] == ["改提", "east2031 与 east2033"]


def test_each_of_several_series_has_a_page_of_its_own() -> None:
    edition = make_runs("east", "west")
    assert [page.path for page in change_pages(edition)] == [
        PATH, "glossary/changes-east.html", "glossary/changes-west.html",
    ]  # fmt: skip
    first = show(edition, PATH)
    assert [h.text for h in first.select("h2")] == ["改提", "各类文件"]
    assert [(a.text, a["href"]) for a in first.select("#runs ~ ul a")] == [
        ("east", "changes-east.html"), ("west", "changes-west.html"),
    ]  # fmt: skip
    west = show(edition, "glossary/changes-west.html")
    assert [h.text for h in west.select("h2")] == ["west2031 与 west2033"]
    assert [a["href"] for a in west.select("h2 a")] == ["../documents/west2031.html", "../documents/west2033.html"]
    assert "没有同一类" not in first.text + west.text
