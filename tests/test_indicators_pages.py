"""The pages, cards and files of indicators, and the table of headline targets and results."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from build_pages.data.table import write_cells
from build_pages.indicators.calendar import read_calendars
from build_pages.indicators.series import read_series
from build_pages.model.edition import Edition
from build_pages.pages.figure_cards import claim_figures, read_circle, show_circle, show_series
from build_pages.pages.headline import make_headline
from build_pages.pages.indexes import index_pages
from build_pages.pages.indicators import INDEX, MOST, indicator_pages, list_newest
from tests.make import read_data, read_page, render_texts
from tests.make_indicators import REPORT, make_indicator, make_reports, make_value, with_indicators
from tests.make_series import make_series

OUTPUT = {"unit": ["%"], "measure": ["growth"], "wordings": ["渡口产值"], "headline": "渡口", "price": "未注明"}
LAMPS = {"id": "lamps", "name": "灯塔数", "unit": ["座"], "measure": ["level"], "wordings": ["灯塔"], "kind": "stock"}
REPORTS = {
    2031: ["一、2031年工作安排", "今年，渡口产值增长6%以上。"],
    2033: [
        "一、2032年工作回顾",
        "去年，渡口产值增长4%。灯塔达到9座。渡口产值增长5%。",
        "二、2033年工作安排",
        "渡口产值增长5%左右。",
    ],
}


@pytest.fixture(scope="module")
def reports() -> Edition:
    return make_reports(REPORTS, [make_indicator(**OUTPUT), make_indicator(**LAMPS)], [2032])


def show(edition: Edition, path: str) -> Any:
    page = next(page for page in indicator_pages(edition) if page.path == path)
    return read_page(render_texts([page], edition.library.archive)[path.replace(".html", ".md")])


def test_a_page_shows_each_value_with_its_source_and_what_is_not_held(reports: Edition) -> None:
    page = show(reports, "indicators/it.html")
    assert page.select_one(".terms").text == "单位：%。口径：范围未注明，价格未注明。"
    rows = [
        [cell.get_text(" ", strip=True) for cell in row.select("th, td")] for row in page.select(".values tbody tr")
    ]
    assert [row[:3] for row in rows] == [
        ["2031年", "增长6%以上", "未收"], ["2032年", "未收", "增长4%"], ["增长5%", "—", "r2033 一1 #"],
        ["2033年", "增长5%左右", "未到期"],
    ]  # fmt: skip
    assert rows[0][-1] == "r2031 一1 #"
    links = [link["href"] for link in page.select(".values a.self")]
    assert len(set(links)) == len(links) == 4
    assert all(page.select_one(link) for link in links)


def test_conflicting_values_are_both_quoted(reports: Edition) -> None:
    pairs = show(reports, "indicators/it.html").select(".conflict")
    assert [[b.text for b in pair.select("b")] for pair in pairs] == [["4%", "5%"]]


def test_a_chart_stands_from_three_comparable_values_on(reports: Edition) -> None:
    assert show(reports, "indicators/it.html").select_one("svg.chart title").text == "渡口产值：目标与结果"
    assert not show(reports, "indicators/lamps.html").select("svg")


def test_the_index_puts_single_values_away(reports: Edition) -> None:
    page = show(reports, INDEX)
    assert [link.text for link in page.select("table.index a")] == ["渡口产值", "灯塔数"]
    assert [link.text for link in page.select("details a")] == ["灯塔数"]


def test_the_index_and_the_home_table_name_indicators_in_english(reports: Edition) -> None:
    english = show(reports, INDEX).select_one("table.index .en")
    assert (english.text, english["lang"]) == ("Output", "en")
    table = make_headline(reports, "index.html")
    assert table
    assert [row.english for row in table.rows] == ["Output"]
    home = next(page for page in index_pages(reports) if page.path == "index.html")
    drawn: Any = read_page(render_texts([home], reports.library.archive)["index.md"])
    assert drawn.select_one("table.headline tbody .en").text == "Output"


def make_places(places: int, years: int) -> Edition:
    """The archive of so many places, each with reports of so many years that state a target and a result."""
    documents = {
        f"{place}-{year}": (
            [
                f"一、{year - 1}年工作回顾",
                f"去年，渡口产值增长{place % 9 + 1}%。",
                f"二、{year}年工作安排",
                "渡口产值增长5%。",
            ],
            REPORT | {"year": year, "date": f"{year}-02", "series": f"s{place}"},
        )
        for place in range(places)
        for year in range(2031, 2031 + years)
    }
    return with_indicators(make_series(documents), [make_indicator(**OUTPUT)])


def test_values_of_several_places_are_no_series_and_no_conflict() -> None:
    two, one = make_places(2, 2), make_places(1, 2)
    assert show(one, "indicators/it.html").select("svg.chart") and make_headline(one, "index.html")
    page = show(two, "indicators/it.html")
    assert not page.select("svg, .conflict") and make_headline(two, "index.html") is None
    assert len(page.select(".values tbody tr")) == 8 and "未" not in page.select_one(".values").text
    assert "图" in show(one, INDEX).select_one("table.index").text
    assert [cell.text for cell in show(two, INDEX).select("table.index td")] == ["", "", "8"]


@pytest.mark.parametrize(("places", "years"), [(1, 3), (3, 2)])
def test_of_more_values_than_fit_the_newest_of_each_place_are_listed(
    places: int, years: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = make_places(places, years)
    whole = show(edition, "indicators/it.html")
    monkeypatch.setattr("build_pages.pages.indicators.MOST", 4)
    page = show(edition, "indicators/it.html")
    assert "CSV" not in whole.select_one(".terms").text
    where = "各地" if places > 1 else ""
    assert page.select_one(".terms").text.endswith(
        f"共{2 * places * years}个值，列出{where}最新的4个，全部见页末的CSV。"
    )
    rows = [row.select_one("td:last-child a").text for row in page.select(".values tbody tr")]
    all_rows = [row.select_one("td:last-child a").text for row in whole.select(".values tbody tr")]
    assert len(rows) == 4 and len(all_rows) == 2 * places * years
    assert rows == all_rows[-4:] if places == 1 else {row[0] for row in rows} == {"0", "1", "2"}
    assert "未说及" not in page.select_one(".values").text
    assert page.select_one(".downloads a")["href"] == "../data/indicators/it.csv"


def test_the_newest_of_each_circle_come_before_the_next_of_any() -> None:
    values = [make_value(str(2000 + n), n, document="small" if n == 7 else "big") for n in range(MOST + 50)]
    shown = list_newest(values, {"big": "big", "small": "small"})
    assert [value.number for value in shown] == [7, *range(51, MOST + 50)]
    assert list_newest(values[:MOST], {"big": "big", "small": "small"}) == tuple(values[:MOST])


def test_an_archive_without_indicators_has_but_the_index(reports: Edition) -> None:
    assert [page.path for page in indicator_pages(make_reports(REPORTS, ()))] == ["indicators/index.html"]
    assert make_headline(make_reports(REPORTS, ()), "index.html") is None


def test_the_headline_hatches_what_is_missing(reports: Edition) -> None:
    table = make_headline(reports, "index.html")
    assert table
    assert [(column.year, column.target, column.held) for column in table.columns] == [
        (2031, True, True), (2031, False, False), (2032, True, False), (2032, False, True), (2033, True, True),
    ]  # fmt: skip
    (row,) = table.rows
    assert [cell.words or cell.say for cell in row.cells] == ["6%以上", "未收", "未收", "4%", "5%左右"]
    assert (row.name, row.url, row.cells[0].url) == ("渡口", "indicators/it.html", "documents/r2031.html#p2")


def test_rows_that_share_a_headline_fill_each_other_and_reports_come_first() -> None:
    level = {"id": "level", "unit": ["元"], "measure": ["level"], "wordings": ["渡口产值"], "headline": "渡口"}
    lines = {2031: ["一、2030年工作回顾", "去年，渡口产值突破80亿元。", "二、2031年工作安排", "渡口产值增长6%以上。"]}
    table = make_headline(make_reports(lines, [make_indicator(**OUTPUT), make_indicator(**level)]), "index.html")
    assert table and [cell.words for cell in table.rows[0].cells] == ["突破80亿元", "6%以上"]


def test_figures_with_other_values_claim_a_card(reports: Edition) -> None:
    claims = claim_figures(read_series(reports), ("r2031", "r2033"))
    assert {claim.indicator for claim in claims["r2033"].values()} == {"it"}  # one lighthouse figure has no others
    assert {(claim.url, claim.targeted) for claim in claims["r2033"].values()} == {("../indicators/it.html", True)}


def test_values_of_another_circle_are_no_part_of_a_card(reports: Edition) -> None:
    (one, *others) = reports.documents
    alone, beside = read_circle(reports, [one]), read_circle(reports, others)
    assert {value.document for value in alone["it"]} == {one.id} and beside["it"]
    assert sorted((*alone["it"], *beside["it"]), key=reports.series["it"].index) == list(reports.series["it"])


def test_a_page_has_each_series_once_with_its_own_figures_named(reports: Edition) -> None:
    series = read_series(reports)
    circle = show_circle(reports, series, read_calendars(reports)[""])
    shown = show_series(circle, "r2033", ["it", "it"])["it"]
    assert isinstance(shown, dict)
    assert (shown["name"], shown["missing"]) == ("渡口产值", "未收：2031结果、2032目标")
    here = {row[0]: row[1:4] for row in shown["values"] if row[0]}
    assert here.keys() == {id.partition("#")[2] for id in claim_figures(series, ("r2031", "r2033"))["r2033"]}
    assert ["2033年", "目标", "增长5%左右"] in here.values()
    assert all(row[4].startswith("#") == bool(row[0]) for row in shown["values"])


@pytest.fixture(scope="module")
def files(reports: Edition) -> dict[str, str]:
    return read_data(reports)


def test_each_indicator_has_a_table_that_excel_opens(files: dict[str, str]) -> None:
    text = files["data/indicators/it.csv"]
    assert text.startswith("\ufeff") and text.count("\r\n") == text.count("\n")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert tuple(rows[0][key] for key in ("period", "status", "words", "value")) == (
        "2031", "target", "增长6%以上", "6",
    )  # fmt: skip
    assert {row["document"] for row in rows} == {"r2031", "r2033"}
    assert files["data/indicator-values.csv"].count("\r\n") == 1 + 4 + 1


def test_figures_name_their_indicator(files: dict[str, str]) -> None:
    figures = [json.loads(line) for line in files["data/figures.jsonl"].splitlines()]
    assert [figure["indicator"] for figure in figures] == ["it", "it", "lamps", "it", "it"]


def test_the_package_describes_every_field_of_every_file(files: dict[str, str]) -> None:
    package = json.loads(files["datapackage.json"])
    described: set[str] = set()
    for resource in package["resources"]:
        if "schema" not in resource:
            described.add(resource["path"])
            continue
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert all(field["description"] for field in resource["schema"]["fields"])
        paths = resource["path"] if isinstance(resource["path"], list) else [resource["path"]]
        described |= set(paths)
        for path in paths:
            assert read_header(path, files[path]) in (names, [])
    assert described == {path for path in files if path.startswith("data/")}


def read_header(path: str, text: str) -> list[str]:
    """The fields of the first row of a data file, in order."""
    if path.endswith(".csv"):
        return next(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    return list(json.loads(text.splitlines()[0])) if text else []


def test_every_described_field_has_a_type_of_the_standard(files: dict[str, str]) -> None:
    types = {"string", "integer", "number", "boolean", "array", "object", "list"}
    for resource in json.loads(files["datapackage.json"])["resources"]:
        for field in resource.get("schema", {}).get("fields", ()):
            assert field["type"] in types and (field["type"] != "list" or resource["format"] == "csv")


def test_a_cell_never_begins_a_formula() -> None:
    text = write_cells(["a", "b"], [{"a": "=1+1", "b": "="}, {"a": 2.0, "b": 2.5}, {"a": None, "b": "-3%"}])
    assert text.decode() == "'=1+1,=\r\n2,2.5\r\n,-3%\r\n"
