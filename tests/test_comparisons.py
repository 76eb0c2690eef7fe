"""``comparisons``: sentences of two passages in rows by subject; their pages; and that the real corrections bite."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from build_pages.comparisons import align, read_side
from build_pages.comparisons.likeness import common_words
from build_pages.compose import compose
from build_pages.model.comparison import Comparison, Correction, Row, Sentence, Side
from build_pages.model.edition import Edition
from build_pages.pages.comparisons import INDEX, comparison_pages, differ_words, list_comparisons
from build_pages.source import read_source
from tests.conftest import cases
from tests.make import make_edition, make_entry, read_page, render_texts
from tests.publish import ROOT

LINES = (
    "一、上年回顾",
    "（一）办好港口",
    "扩建码头有了进展。点灯百盏，修好栈桥。",
    "二、今年安排",
    "（一）继续办好港口",
    "港口通航。点灯三百盏，修好栈桥。造船两条。",
)
DIGEST, REPORT = "2030-02-work-report-digest", "2031-01-12-work-report"
TWO = Comparison(
    id="two-years",
    title="两年",
    left=Side(document=DIGEST, label="前"),
    right=Side(document=REPORT, label="后"),
    limits="前者只有摘编",
)


def make_sentences(side: str, given: list[dict[str, Any]]) -> list[Sentence]:
    return [
        Sentence(
            f"{side}#p{n}", 0, one["text"], one.get("heading", ""), False, one.get("theme"),
            frozenset(one.get("indicators", ())), frozenset(one.get("entries", ())),
        )
        for n, one in enumerate(given)
    ]  # fmt: skip


def numbers(row: Row) -> tuple[str, list[int], list[int]]:
    left, right = ([int(s.paragraph.partition("#p")[2]) for s in side] for side in (row.left, row.right))
    return row.ground.kind if row.ground else "", left, right


@pytest.mark.parametrize("case", cases("comparisons"))
def test_rows(case: dict[str, Any]) -> None:
    left, right = make_sentences("l", case["left"]), make_sentences("r", case["right"])
    corrections = TypeAdapter(tuple[Correction, ...]).validate_python(case.get("corrections", ()))
    rows = align(left, right, corrections)
    assert [list(numbers(row)) for row in rows] == case["rows"]


SENTENCES = st.lists(
    st.fixed_dictionaries(
        {
            "text": st.text("灯船路港修造百里。", min_size=1, max_size=12),
            "theme": st.sampled_from([None, "port", "city"]),
            "indicators": st.frozensets(st.sampled_from("abc")),
            "entries": st.frozensets(st.sampled_from("xyz")),
        }
    ),
    max_size=6,
)


@given(SENTENCES, SENTENCES)
def test_every_sentence_stands_in_one_row(one: list[dict[str, Any]], other: list[dict[str, Any]]) -> None:
    left, right = make_sentences("l", one), make_sentences("r", other)
    rows = align(left, right)
    placed = Counter(sentence.paragraph for row in rows for sentence in (*row.left, *row.right))
    assert placed == Counter(sentence.paragraph for sentence in (*left, *right))
    assert all(bool(row.ground) == bool(row.left and row.right) for row in rows)


def test_what_a_person_calls_a_row_names_it() -> None:
    left, right = make_sentences("l", [{"text": "点灯。"}]), make_sentences("r", [{"text": "照路。"}])
    rows = align(left, right, [Correction(left="l#p0", right="r#p0", subject="夜路", by="ed")])
    assert [row.subject for row in rows] == ["夜路"]


def test_a_side_is_its_sections_and_frames() -> None:
    edition = make_edition(LINES, [make_entry("栈桥", explain=True)])
    document = edition.documents[0].document
    codings = edition.sentences
    section = next(s.id for s in document.sections if s.heading.startswith("今年"))
    plan = read_side(edition, Side(document="doc", label="", sections=(section,)), codings)
    assert [s.text for s in plan] == ["港口通航。", "点灯三百盏，修好栈桥。", "造船两条。"]
    assert [s.heading for s in plan] == ["继续办好港口"] * 3
    assert [set(s.entries) for s in plan] == [set(), {"栈桥"}, set()]
    review = read_side(edition, Side(document="doc", label="", frames=("A",)), codings)
    framed = {p.id: {coded.frame for _, _, coded in codings[p.id]} for p in document.paragraphs}
    assert {s.paragraph for s in review} == {id for id, frames in framed.items() if "A" in frames}
    assert not read_side(edition, Side(document="doc", label="", frames=("G",)), codings)


def test_the_run_in_heading_is_no_sentence_of_its_own(edition: Edition) -> None:
    codings = edition.sentences
    for one in edition.documents:
        headings = {s.heading for s in one.document.sections if s.run_in}
        sentences = read_side(edition, Side(document=one.id, label=""), codings)
        assert not headings & {sentence.text for sentence in sentences}
        assert {s.heading for s in sentences if s.first} <= headings | {
            s.title for s in one.document.sections if s.run_in
        }


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("完善食品安全监管。", "强化食品安全链条。", "食品安全"),
        ("今年是新年。", "去年是旧年。", ""),
        ("造船12条，点灯", "修路12条，点灯", ""),
    ],
)
def test_common_words(one: str, other: str, words: str) -> None:
    assert common_words(one, other) == words


def test_whole_words_and_numbers_differ() -> None:
    found = differ_words("新建道路85公里。", "新建道路40公里。")
    assert found is not None
    assert [[text for text, differs in side if differs] for side in found] == [["85"], ["40"]]
    assert differ_words("新建道路85公里。", "排演新戏，送戏下乡。") is None


def test_pages(edition: Edition) -> None:
    compared = replace(edition, library=replace(edition.library, comparisons=(TWO,)))
    pages = {page.path: page for page in comparison_pages(compared)}
    assert pages.keys() == {INDEX, "comparisons/two-years.html"}
    files = render_texts(pages.values(), edition.library.archive)
    page = read_page(files["comparisons/two-years.md"])
    assert "前者只有摘编" in page.get_text()
    rows = page.select(".compare .row")
    assert rows and all(row.h3 and row.h3.get_text(strip=True) for row in rows)
    alone = [row for row in rows if "alone" in row["class"]]
    said = {cell.get_text() for row in alone for cell in row.select(".unsaid")}
    assert said <= {"摘编未载（不等于没说）", "文件在库，未说及"} and said
    assert all(row.select(".subject p") for row in rows if row not in alone)
    assert read_page(files["comparisons/index.md"]).find("a", href="two-years.html")
    assert [spot.url for spot in list_comparisons(compared, DIGEST, "documents/x.html")] == [
        "../comparisons/two-years.html"
    ]
    assert not list_comparisons(compared, "2031-02-lighthouse-speech", "documents/x.html")


def test_the_index_is_there_without_comparisons(edition: Edition) -> None:
    files = render_texts(comparison_pages(edition), edition.library.archive)
    assert list(files) == ["comparisons/index.md"] and "还没有对照" in files["comparisons/index.md"]


@pytest.mark.source
def test_the_corrections_of_the_archive_are_followed() -> None:
    edition = compose(read_source(ROOT))
    codings = edition.sentences
    for one in edition.library.comparisons:
        left, right = (read_side(edition, side, codings) for side in (one.left, one.right))
        rows = align(left, right, one.corrections)
        for said in one.corrections:
            together = any(
                any(s.paragraph == said.left and s.text.startswith(said.left_quote) for s in row.left)
                and any(s.paragraph == said.right and s.text.startswith(said.right_quote) for s in row.right)
                for row in rows
            )
            assert together is not said.apart, said
