"""The page of registers: pairs that disagree, aims no longer set, their bounds, and the newest of more than fit."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from build_pages.compose import compose
from build_pages.data import plan_data
from build_pages.discrepancies import place_of
from build_pages.model.commitment import DiscrepancyRecord
from build_pages.model.edition import Edition
from build_pages.pages.registers import register_pages
from tests.make import read_files, read_page, render_texts
from tests.make_series import make_series
from tests.test_commitments import make_years

MOST = "build_pages.pages.registers.MOST"
AIMS = "今年主要预期目标是：{}，地区生产总值增长{}。"
PLANS = {2030: ("渡口客流增长8%", "7%左右"), 2031: ("灯塔增加9座", "6%以上"), 2032: ("桥梁增加3座", "5%")}


def show(edition: Edition) -> Any:
    (page,) = register_pages(edition)
    return read_page(render_texts([page], edition.library.archive)["registers/index.md"])


def make_pairs() -> Edition:
    """Three speeches, the middle one the oldest, and pairs that a person found between neighbours."""
    dates = {"a": "2032", "b": "2030", "c": "2031", "d": "2033"}
    edition = make_series({id: ([f"渡口叫{id}。后一句。"], {"date": date}) for id, date in dates.items()})
    found = tuple(
        DiscrepancyRecord(class_="name", a=f"{a}#p1", b=f"{b}#p1", a_quote=a, b_quote=b, why="名异", by="ed")
        for a, b in ("ab", "bc", "cd")
    )
    return compose(replace(edition.library, discrepancies=found))


def make_aims(plans: dict[int, tuple[str, str]]) -> Edition:
    """Yearly reports with two aims each."""
    return make_years(
        [{"id": f"r{y}", "year": y, "lines": ["今年工作安排", AIMS.format(*aims)]} for y, aims in plans.items()]
    )


def test_both_sentences_of_a_pair_stand_with_their_words_and_places() -> None:
    pair = show(make_pairs()).select_one("#name-1")
    assert [p.text for p in pair.select("p")] == ["渡口叫a。 a 第1段", "渡口叫b。 b 第1段", "名异（编者）"]
    assert [b.text for b in pair.select("b")] == ["a", "b"]
    assert [a["href"] for a in pair.select("a")] == ["../documents/a.html#p1", "../documents/b.html#p1"]


@pytest.mark.parametrize(("most", "shown"), [(3, ["name-1", "name-2", "name-3"]), (2, ["name-1", "name-3"])])
def test_of_more_pairs_than_fit_the_newest_keep_their_order_and_numbers(
    most: int, shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MOST, most)
    page = show(make_pairs())
    assert [pair["id"] for pair in page.select(".pair")] == shown
    notes = page.select(".register > .note")
    assert [note.text for note in notes] == ["共3对，列出最新的2对；全部见 CSV。"] * (most < 3)
    assert [note.a["href"] for note in notes] == ["../data/discrepancies.csv"] * (most < 3)


def test_aims_that_are_not_set_again_are_named_with_the_text_that_does_not() -> None:
    page = show(make_aims(PLANS))
    rows = [[cell.get_text(" ", strip=True) for cell in row.select("td")] for row in page.select("#silence ~ div tr")]
    assert rows[1:3] == [["渡口客流增长8% r2030 第1段", "r2031", "未见"], ["灯塔增加9座 r2031 第1段", "r2032", "未见"]]
    (bounds,) = page.select("#bounds ~ div tbody tr")
    assert [item.text for item in bounds.select("li")] == [
        "2030年：地区生产总值增长7%左右 r2030", "2031年：地区生产总值增长6%以上 r2031",
        "2032年：地区生产总值增长5% r2032",
    ]  # fmt: skip
    assert not page.select(".note")


def test_of_more_silences_and_bounds_than_fit_the_newest_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MOST, 1)
    page = show(make_aims(PLANS | {2031: PLANS[2030], 2033: ("航线增加2条", "4%")}))
    tables = [[row.select("td")[0].text for row in table.select("tbody tr")] for table in page.select("table")]
    assert tables[0] == ["桥梁增加3座 r2032 第1段"] and len(tables[1]) == 1
    assert page.select_one("#bounds ~ div tbody li:last-child").text == "2033年：地区生产总值增长4% r2033"
    assert [note.text for note in page.select(".note")] == [
        "共2项，列出最新的1项；各件的目标全部见 CSV。",
        "共2项，列出最新的1项；各件的目标全部见 CSV。",
    ]
    assert {note.a["href"] for note in page.select(".note")} == {"../data/commitments.csv"}


def test_an_archive_without_disagreement_says_so() -> None:
    assert "未见不一致之处" in show(make_series({"a": (["渡口通了。"], {})})).text


def test_a_figure_in_a_head_may_disagree() -> None:
    fields = {"date": "2031", "kind": "speech"}
    head = fields | {"subtitle": "旅游总收入2206.7亿元"}
    edition = make_series({"a": (["渡口开放。"], head), "b": (["旅游总收入2126亿元。"], fields)})
    [found] = edition.discrepancies
    assert [place_of(found.a), place_of(found.b)] == ["a", "b#p1"]
    [row] = [json.loads(line) for line in read_files(plan_data(edition))["data/discrepancies.jsonl"].splitlines()]
    assert {row["paragraph"]: row["url"], row["b_paragraph"]: row["b_url"]} == {
        "a": "documents/a.html", "b#p1": "documents/b.html#p1"
    }  # fmt: skip
    links = {link["href"] for link in show(edition).find_all("a", href=True)}
    assert {"../documents/a.html", "../documents/b.html#p1"} <= links
