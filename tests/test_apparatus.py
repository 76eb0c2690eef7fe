"""The apparatus: where a repair stands in the edited text, decided or not, and how much of it is pointed at."""

from __future__ import annotations

from typing import Any

import pytest

from build_pages.pages.apparatus import count_rules, list_notes
from build_pages.pages.document import document_pages
from tests.make import make_edition, read_page, render_texts

LINES = ("第一段照旧。", "“1 2 N”部署,再说“1 2 N”部署,脱了字的在后头。")
REPAIR = {"line": 2, "rule": "misread", "method": "理校"}


def _note(repair: dict[str, Any]) -> tuple[str, str]:
    (one,) = make_edition(LINES, normalise=["width"], repairs=[REPAIR | repair]).documents
    (note,) = list_notes(one)
    text = {paragraph.id: paragraph.text for paragraph in one.document.paragraphs}[note.place]
    return note.place.partition("#")[2], text[note.start : note.end]


@pytest.mark.parametrize(
    ("repair", "marked"),
    [
        ({"found": "“1 2 N”", "replacement": "“1+2+N”", "occurrence": 2, "decided": "rule"}, "“1+2+N”"),
        ({"found": "再说", "replacement": "", "decided": "ed"}, "，"),
        ({"found": "脱了字的", "replacement": "脱了一字的"}, "了字"),
        ({"found": "在后头", "replacement": "在前头"}, "在后"),
        ({"found": "部署", "replacement": "布署", "occurrence": 2}, "部署"),
    ],
)
def test_place(repair: dict[str, Any], marked: str) -> None:
    assert _note(repair) == ("p2", marked)


@pytest.mark.parametrize("sign", "\u2028\u2029\u0085\x0b\x0c\x1c")
def test_only_a_line_feed_ends_a_received_line(sign: str) -> None:
    repair = REPAIR | {"found": "部署", "replacement": "布署"}
    (one,) = make_edition((f"第一段{sign}照旧。", LINES[1]), repairs=[repair]).documents
    (note,) = list_notes(one)
    assert note.place.endswith("#p2") and note.end > note.start


def test_what_is_not_found_has_no_place_and_what_was_rejected_no_line() -> None:
    lost = REPAIR | {"found": "没有", "replacement": "有"}
    refused = REPAIR | {"found": "部署", "replacement": "布署", "rejected": True}
    (one,) = make_edition(LINES, repairs=[lost, refused]).documents
    assert [(note.id, note.place) for note in list_notes(one)] == [("r1", "")]


def test_rules_are_counted_apart() -> None:
    (one,) = make_edition(LINES, normalise=["width"]).documents
    assert dict(count_rules(one))["标点全半角"] == 2


def test_a_doubt_in_a_heading_is_marked_there_and_the_outline_stays_plain() -> None:
    doubt = REPAIR | {"line": 1, "found": "修桥", "replacement": "修路"}
    edition = make_edition(("一、修桥*与*渡口", "桥已修好。"), repairs=[doubt])
    text = render_texts(document_pages(edition), edition.library.archive)["documents/doc.md"]
    heading = next(line for line in text.splitlines() if line.startswith("<h2 ") and "渡口" in line)
    assert '<a class="k q" href="#r1" data-r="r1">修桥</a>' in heading
    assert read_page(text).select_one("h2").get_text().endswith("修桥*与*渡口")  # type: ignore[union-attr]
