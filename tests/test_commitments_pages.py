"""The pages of commitments: rows by document and by theme, projects, and what a page of many leaves out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from build_pages.compose import compose
from build_pages.model.edition import Edition
from build_pages.model.theme import Theme
from build_pages.pages.commitments import INDEX, commitment_pages
from tests.make import read_page, render_texts
from tests.test_commitments import make_years

MOST = "build_pages.pages.commitments.MOST"
THEME = Theme(id="water", n=1, name="水", signals=("渡口", "河湖", "工程", "泵站"))
EARLIER, LATER = (
    ["谋划西山调蓄工程", "新建渡口12个", "谋划东湖泵站工程"],
    ["西山调蓄工程开工", "新建渡口15个", "治理河湖"],
)
YEARS = [
    {"id": "r2030", "year": 2030, "lines": ["今年工作安排", "。".join(EARLIER)]},
    {"id": "r2031", "year": 2031, "lines": ["过去一年工作回顾", "东湖泵站工程开工。新建渡口9个。"]},
    {"id": "r2032", "year": 2032, "lines": ["今年工作安排", "。".join(LATER)]},
]


@pytest.fixture(scope="module")
def years() -> Edition:
    return compose(replace(make_years(YEARS).library, themes=(THEME,)))


def show(edition: Edition, path: str) -> Any:
    page = next(page for page in commitment_pages(edition) if page.path == path)
    return read_page(render_texts([page], edition.library.archive)[path.replace(".html", ".md")])


def read_said(page: Any) -> list[str]:
    """What each row of a page says, without where."""
    cells = page.select("table.commitments td:first-child > div")
    return [cell.text.removesuffix(cell.small.text) for cell in cells]


def test_a_promise_stands_under_its_theme_and_its_document_in_the_same_row(years: Edition) -> None:
    document, theme = show(years, "commitments/r2030.html"), show(years, "commitments/theme-water.html")
    assert [h.text for h in document.select("h2")] == ["水"]
    assert [h.text for h in theme.select("h2")] == ["r2030", "r2032"]
    assert (read_said(document), read_said(theme)) == (EARLIER, EARLIER + LATER)
    assert document.select("tbody tr") == theme.select("tbody tr")[: len(EARLIER)]


def test_a_row_shows_what_answers_it_and_what_it_starts_from(years: Edition) -> None:
    page = show(years, "commitments/theme-water.html")
    answered, due = page.select_one("#r2030-p2-c2"), page.select_one("#r2032-p2-c2")
    assert answered.select_one("[data-column=回应]").text == "有值新建渡口9个 r2031 第1段同期同口径"
    assert answered.select_one("[data-column=回应] a")["href"] == "../documents/r2031.html#p2"
    assert due.select_one("[data-column=回应] .state").text == "未到期"
    assert due.select_one("[data-column=此前]").text == "新建渡口9个 r2031 第1段"


def test_the_index_counts_promises_and_lists_projects(years: Edition) -> None:
    page = show(years, INDEX)
    counts = [[cell.text for cell in row.select("th, td")] for row in page.select("table.index tbody tr")]
    assert counts == [["r2030", "1", "2"], ["r2032", "1", "2"], ["水", "2", "4"]]
    assert [name.text for name in page.select("dl.projects dt")] == ["西山调蓄工程", "东湖泵站"]
    assert not page.select(".note")


@pytest.mark.parametrize(("most", "shown"), [(6, EARLIER + LATER), (4, [EARLIER[2], *LATER]), (2, LATER[1:])])
def test_of_more_promises_than_fit_a_theme_lists_the_newest(
    years: Edition, most: int, shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MOST, most)
    page = show(years, "commitments/theme-water.html")
    assert read_said(page) == shown
    note = [note.text for note in page.select(".note")]
    assert note == [f"共6条，列出最新的{most}条；全部见 CSV。"] * (most < 6)
    assert [link["href"] for link in page.select(".note a")] == ["../data/commitments.csv"] * (most < 6)


def test_the_page_of_a_document_lists_all_it_promises(years: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MOST, 1)
    page = show(years, "commitments/r2030.html")
    assert read_said(page) == EARLIER and not page.select(".note")


def test_of_more_projects_than_fit_the_last_spoken_of_are_listed(
    years: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MOST, 1)
    page = show(years, INDEX)
    assert len(page.select("dl.projects > div")) == 1
    assert page.select_one(".note").text == "共2个，列出最新的1个；各句见 CSV。"
    assert page.select_one(".note a")["href"] == "../data/sentences.csv"
    assert [row.text for row in page.select("table.index tbody td")] == ["1", "2", "1", "2", "2", "4"]
