"""The home page, the lists of documents, the indexes of the glossary and the tables of figures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from build_pages.model.edition import Edition
from build_pages.model.page import Page
from build_pages.model.record import Missing
from build_pages.pages.figures import figure_pages, say_period
from build_pages.pages.glossary import glossary_pages
from build_pages.pages.indexes import LINES, ROWS, index_pages
from tests.make import make_entry, read_page, render_texts
from tests.make_series import make_series

REPORT = {"title": "工作报告", "kind": "report", "series": "reports"}
GAPS = (
    Missing(
        title="缺报告",
        date="2032-02",
        kind="report",
        series="reports",
        answers="那年的结果",
        evidence=("r2031#p1", "报上"),
    ),
    Missing(title="缺规划", date="2032", kind="plan"),
)


def make_archive(years: Iterable[int] = (2031, 2033)) -> Edition:
    documents = {
        f"r{year}": ([f"灯塔亮{year}。今年增长5%左右。"], {"date": f"{year}-02", "year": year, **REPORT})
        for year in years
    }
    return make_series(documents, [make_entry("灯塔亮", id="lamp"), make_entry("陆青禾", id="lu", kind="person")], GAPS)


def show(pages: Iterable[Page], path: str) -> Any:
    page = next(page for page in pages if page.path == path)
    archive = make_archive().library.archive
    return read_page(render_texts([page], archive)[path.replace(".html", ".md")])


def test_home_lists_the_newest_first_with_the_missing_of_a_series_in_place() -> None:
    home = show(index_pages(make_archive()), "index.html")
    rows = [(row.select_one("a").text, bool(row.select_one(".missing"))) for row in home.select(".documents li")]
    assert rows == [("2033年工作报告", False), ("缺报告", True), ("2031年工作报告", False)]
    assert home.select_one(".over a").text == "全部 2 件，另知未收 2 件"


def test_home_has_room_for_so_many_documents_and_changes() -> None:
    home = show(index_pages(make_archive(range(2031, 2061))), "index.html")
    assert len(home.select(".documents li")) == ROWS
    assert len(home.select(".changing li")) <= LINES


def test_a_phone_shows_five_documents() -> None:
    home = show(index_pages(make_archive(range(2031, 2041))), "index.html")
    assert [bool(row.get("class")) for row in home.select(".documents li")][:7] == [False] * 5 + [True] * 2


def test_the_index_of_documents_says_what_is_missing_and_what_it_would_answer() -> None:
    page = show(index_pages(make_archive()), "documents/index.html")
    assert [row["id"] for row in page.select("li.missing")] == ["missing-2032-02-report", "missing-2032-plan"]
    row = page.select_one("#missing-2032-02-report")
    assert "那年的结果" in row.text and "报上" in row.text
    assert [a["href"] for a in row.select("a")] == ["r2031.html#p1"]


def test_the_index_of_documents_tells_those_of_one_title_apart() -> None:
    page = show(index_pages(make_archive()), "documents/index.html")
    assert [link.text for link in page.select("li:not(.missing) p:first-child > a")] == [
        "2033年工作报告",
        "2031年工作报告",
    ]
    alone = show(index_pages(make_archive([2031])), "documents/index.html")
    assert alone.select_one("li:not(.missing) p a").text == "工作报告"


def test_an_index_is_a_plain_list_that_carries_what_the_filter_needs() -> None:
    page = show(glossary_pages(make_archive()), "glossary/index.html")
    (row,) = page.select(".glossary li")
    assert (row.a["href"], row["data-b"], row["data-d"]) == ("lamp.html", "unknown", "0 1")
    assert page.select_one("form.filter").has_attr("hidden")
    assert [option.text for option in page.select("[name=d] option")] == ["全部", "r2031", "r2033"]


def test_a_figure_keeps_its_words_and_leads_to_its_paragraph() -> None:
    page = show(figure_pages(make_archive()), "figures/r2031.html")
    (row,) = page.select("tbody tr")
    assert row.select_one(".value").text.endswith("5%左右")
    assert row.select_one("a")["href"] == "../documents/r2031.html#p1"


def test_a_period_is_said_in_words() -> None:
    assert [say_period(period) for period in ("2031/2035", "2031", None)] == ["2031—2035年", "2031年", "未定"]
