"""The pages of themes: passages by frame, what leads there, and the newest of more than fit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from build_pages.compose import compose
from build_pages.model.edition import Edition
from build_pages.model.theme import Coding, FrameLetter, Theme
from build_pages.pages.themes import INDEX, theme_pages
from tests.make import read_page, render_texts
from tests.make_series import make_series

THEMES = (Theme(id="water", n=1, name="水", english="Water"), Theme(id="people", n=2, name="人", english="People"))
FRAMES: dict[str, FrameLetter] = {"r2030": "E", "r2031": "A", "r2032": "E"}


@pytest.fixture(scope="module")
def edition() -> Edition:
    """Three documents that say one thing each on the first theme, the one in the middle looking back."""
    documents = {id: ([f"{id}治理河湖。又种树。", "散会。"], {"date": id[1:]}) for id in FRAMES}
    codings = {id: (Coding(place=f"{id}#p1", theme="water", frame=frame, by="ed"),) for id, frame in FRAMES.items()}
    return compose(replace(make_series(documents).library, themes=THEMES, codings=codings))


def show(edition: Edition, path: str) -> Any:
    page = next(page for page in theme_pages(edition) if page.path == path)
    return read_page(render_texts([page], edition.library.archive)[path.replace(".html", ".md")])


def test_passages_stand_by_frame_in_the_order_of_dates(edition: Edition) -> None:
    page = show(edition, "themes/water.html")
    assert [h.text for h in page.select("h2")] == ["上年回顾", "年度安排"]
    assert [[p.text for p in part.select("p")] for part in page.select(".passages")] == [
        ["r2031 第1段r2031治理河湖。又种树。"],
        ["r2030 第1段r2030治理河湖。又种树。", "r2032 第1段r2032治理河湖。又种树。"],
    ]
    assert page.select_one(".passages a")["href"] == "../documents/r2031.html#p1" and not page.select(".note")


def test_the_index_counts_the_passages_of_each_theme_that_is_spoken_of(edition: Edition) -> None:
    rows = [[cell.text for cell in row.select("th, td")] for row in show(edition, INDEX).select("tbody tr")]
    assert rows == [["水", "Water", "3"]]


def test_of_more_passages_than_fit_the_newest_of_all_frames_are_listed(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("build_pages.pages.themes.MOST", 2)
    page = show(edition, "themes/water.html")
    assert [a.text for a in page.select(".passages a")] == ["r2031 第1段", "r2032 第1段"]
    assert page.select_one(".note").text == "共3段，列出最新的2段；全部见 CSV。"
    assert page.select_one(".note a")["href"] == "../data/sentences.csv"
    assert show(edition, INDEX).select_one("tbody td:last-child").text == "3"


def test_an_archive_without_themes_has_no_page_of_them() -> None:
    assert not list(theme_pages(make_series({"a": (["渡口通了。"], {})})))
