"""Editions: the change log of a document on its page and in the data."""

from __future__ import annotations

import json

import pytest

from build_pages.ledger.editions import last_changed
from build_pages.model.edition import Edition
from build_pages.pages import plan
from tests.make import make_edition, read_data, read_page, render_texts

LINES = ("一、回顾", "建成渡口八座。", "点亮灯塔九座。")
LOG = [
    {"version": "1.0.0", "date": "2031-03-01", "what": "首次发布"},
    {"version": "1.2.0", "date": "2031-05-01", "what": "改<字>", "why": "复核", "anchors": ["p2", "s1", "p9", "title"]},
]


@pytest.fixture(scope="module")
def logged() -> Edition:
    return make_edition(LINES, editions=LOG)


def test_the_page_shows_the_change_log_newest_first(logged: Edition) -> None:
    page = read_page(render_texts(plan(logged), logged.library.archive)["documents/doc.md"])
    rows = [[cell.get_text() for cell in row.select("td")] for row in page.select("table.editions tbody tr")]
    assert rows == [
        ["1.2.0", "2031年5月1日", "改<字>（一1、一、p9、标题）", "复核"], ["1.0.0", "2031年3月1日", "首次发布", "—"],
    ]  # fmt: skip
    links = [link["href"] for link in page.select("table.editions a")]
    assert links == ["#p2", "#s1"] and all(page.select_one(link) for link in map(str, links))


def test_a_document_without_editions_shows_none(edition: Edition) -> None:
    page = render_texts(plan(edition), edition.library.archive)["documents/2031-01-12-work-report.md"]
    assert 'class="editions"' not in page


def test_the_data_hold_version_and_change_log(logged: Edition) -> None:
    row = json.loads(read_data(logged)["data/documents.jsonl"])
    assert row["version"] == "1.2.0"
    assert row["editions"][0] == {
        "version": "1.0.0",
        "date": "2031-03-01",
        "what": "首次发布",
        "why": "",
        "anchors": [],
    }
    assert row["editions"][1]["anchors"] == ["p2", "s1", "p9", "title"]


def test_a_document_was_last_changed_on_the_day_of_its_newest_edition(logged: Edition) -> None:
    assert last_changed(logged.library.records[0]) == "2031-05-01"
    bare = make_edition(LINES).library.records[0]
    assert (bare.version, last_changed(bare)) == ("", "")
