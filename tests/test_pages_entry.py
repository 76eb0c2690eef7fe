"""The pieces of an entry's page: life line, concordance, relations, items, provincial use, linked data."""

from __future__ import annotations

from typing import Any

import pytest

from build_pages.model.edition import Edition
from build_pages.model.entry import Entry
from build_pages.model.page import Page
from build_pages.model.record import Missing
from build_pages.pages.atlas import draw_atlas, read_uses
from build_pages.pages.concordance import LONG, MOST, WIDTH, list_uses
from build_pages.pages.entry import entry_pages, provincial_use
from build_pages.pages.ties import differ
from tests.make import make_entry, read_page, render_texts
from tests.make_series import make_series

REPORT = {"kind": "report", "series": "reports"}
TERM = make_entry("灯塔工程", id="lamp")


def make_page(edition: Edition, id: str) -> Page:
    return next(page for page in entry_pages(edition) if page.path.endswith(f"/{id}.html"))


def show(page: Page, edition: Edition) -> Any:
    return read_page(render_texts([page], edition.library.archive)[page.path.replace(".html", ".md")])


def test_the_life_line_tells_silence_from_what_is_not_known() -> None:
    edition = make_series(
        {
            "full": (["没有说。"], {"date": "2031", **REPORT}),
            "digest": (["没有说。"], {"date": "2032", "completeness": "digest", **REPORT}),
            "speech": (["没有说。"], {"date": "2033", "kind": "speech"}),
            "used": (["灯塔工程，灯塔工程。"], {"date": "2034", **REPORT}),
        },
        [TERM],
        [
            Missing(title="缺", date="2033", kind="report", series="reports"),
            Missing(title="别", date="2033", kind="plan"),
        ],
    )  # fmt: skip
    life: Any = make_page(edition, "lamp").fill()["life"]
    dots = [(year, dot.name, dot.state, dot.count) for year, dots in life for dot in dots]
    assert dots == [
        ("2031", "full", "silent", 0), ("2032", "digest", "digest", 0), ("2033", "speech", "other", 0),
        ("2033", "缺", "missing", 0), ("2034", "used", "used", 2),
    ]  # fmt: skip


def test_contexts_are_clipped_and_the_sentence_is_whole() -> None:
    before, after = "甲" * (WIDTH + 5), "乙" * (WIDTH + 5)
    edition = make_series({"doc": ([f"前一句。{before}灯塔工程{after}。后一句。"], {})}, [TERM])
    (witness,) = list_uses(read_uses(edition, "lamp"), draw_atlas(edition), "glossary/lamp.html")
    (use,) = witness.uses
    assert (use.left, use.right) == ("…" + "甲" * (WIDTH - 1), "乙" * (WIDTH - 1) + "…")
    assert (use.before, use.quote, use.after) == (before, "灯塔工程", after + "。")
    assert use.url == "../documents/doc.html#p1"


def test_uses_stand_under_their_document_with_its_speaker_and_date() -> None:
    documents = {
        "one": (["灯塔工程。", "灯塔工程。"], {"date": "2031-02", "speaker": "陆青禾"}),
        "two": (["灯塔工程。"], {"date": "2032"}),
    }
    edition = make_series(documents, [TERM])
    witnesses = list_uses(read_uses(edition, "lamp"), draw_atlas(edition), "glossary/lamp.html")
    assert [(w.name, w.date, w.speaker, len(w.uses)) for w in witnesses] == [
        ("one", "2031年2月", "陆青禾", 2), ("two", "2032年", "", 1),
    ]  # fmt: skip


@pytest.mark.parametrize("more", [0, 1, 20])
def test_of_many_uses_the_earliest_and_the_latest_are_listed(more: int) -> None:
    lines = [f"灯塔工程{n}。" for n in range(MOST + more)]
    edition = make_series({"doc": (lines, {})}, [TERM])
    (witness,) = list_uses(read_uses(edition, "lamp"), draw_atlas(edition), "glossary/lamp.html")
    after = [use.after for use in witness.uses]
    assert len(after) == MOST and after[: MOST // 2] == [f"{n}。" for n in range(MOST // 2)]
    assert after[MOST // 2 :] == [f"{n}。" for n in range(MOST // 2 + more, MOST + more)]
    tally = show(make_page(edition, "lamp"), edition).select_one(".tally").text
    assert tally.startswith(f"{MOST + more} 处") and (f"最早和最晚的 {MOST} 处" in tally) == bool(more)


def test_a_form_too_long_to_align_shows_its_sentence() -> None:
    name = "灯" * (LONG + 1)
    edition = make_series({"doc": ([f"要{name}。"], {})}, [make_entry(name, id="x")])
    assert list_uses(read_uses(edition, "x"), draw_atlas(edition), "glossary/x.html")[0].uses[0].long


@pytest.mark.parametrize(
    ("one", "other", "marked"),
    [
        ("山河故里", "山河之源", (["故里"], ["之源"])),
        ("灯塔", "灯塔工程", ([], ["工程"])),
        ("灯塔", "灯塔", ([], [])),
    ],
)
def test_differences_are_marked_on_both_sides(one: str, other: str, marked: tuple[list[str], list[str]]) -> None:
    left, right = differ(one, other)
    assert ([text for text, differs in left if differs], [text for text, differs in right if differs]) == marked
    assert ("".join(text for text, _ in left), "".join(text for text, _ in right)) == (one, other)


def related(kind: str) -> Edition:
    new = make_entry("山河新语", id="new", relations=[{"kind": kind, "to": "old", "basis": "editors", "note": "记"}])
    return make_series({"doc": (["山河旧语，山河新语。"], {})}, [new, make_entry("山河旧语", id="old")])


@pytest.mark.parametrize("id", ["new", "old"])
def test_a_rewording_stands_on_both_pages_older_first(id: str) -> None:
    ties: Any = make_page(related("改提"), id).fill()["ties"]
    (tie,) = ties
    assert ["".join(text for text, _ in wording.runs) for wording in tie.pair] == ["山河旧语", "山河新语"]
    assert [wording.here for wording in tie.pair] == [id == "old", id == "new"]


def test_a_relation_told_by_both_entries_is_told_once() -> None:
    one = make_entry("甲语言", id="one", relations=[{"kind": "并用", "to": "two", "basis": "editors"}])
    two = make_entry("乙语言", id="two", relations=[{"kind": "并用", "to": "one", "basis": "editors"}])
    ties: Any = make_page(make_series({"doc": (["甲语言乙语言。"], {})}, [one, two]), "one").fill()["ties"]
    assert [tie.other.text for tie in ties] == ["乙语言"]


def test_an_item_leads_to_its_entry_or_to_where_it_is_said() -> None:
    items = [
        {"text": "民心渡", "basis": "text"},
        {"text": "点亮海湾：要做的事", "basis": "text"},
        {"text": "", "n": "7", "basis": "unknown"},
    ]
    entries = [make_entry("三件事", id="three", items=items), make_entry("民心渡", id="ferry")]
    parts: Any = make_page(make_series({"doc": (["三件事。", "点亮海湾。"], {})}, entries), "three").fill()["parts"]
    assert [part.entry.url if part.entry else [place.url for place in part.places] for part in parts] == [
        "ferry.html", ["../documents/doc.html#p2"], [],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "usage", "expected"),
    [
        (TERM, {"灯塔工程": 3, "别的": 9}, ("灯塔工程", 3)), (TERM, {"别的": 9}, ("灯塔工程", 0)), (TERM, {}, None),
        (make_entry("陆青禾", kind="person"), {"陆青禾": 3}, None),
    ],
)  # fmt: skip
def test_provincial_use_is_that_of_the_most_used_form(entry: Entry, usage: dict[str, int], expected: object) -> None:
    assert provincial_use(entry, usage) == expected


def test_the_page_is_linked_data_and_its_text_is_data() -> None:
    entry = make_entry("<b>灯塔</b>", id="x", meaning={"text": "</script>&", "basis": "editors"}, explain=True)
    edition = make_series({"doc": (["<b>灯塔</b>。"], {})}, [entry])
    page = read_page(render_texts([make_page(edition, "x")], edition.library.archive)["glossary/x.md"])
    script = page.find("script")
    assert script is not None and '"DefinedTerm"' in str(script.string)
    assert page.find("h1").text == "<b>灯塔</b>"  # type: ignore[union-attr]
    assert page.select_one(".meaning").text == "</script>&"  # type: ignore[union-attr]
    assert page.select_one(".kwic b").text == "<b>灯塔</b>"  # type: ignore[union-attr]


def test_a_person_shows_roles_as_stated_and_speeches() -> None:
    entry = make_entry("陆青禾", id="lu", kind="person", category="person")
    edition = make_series({"doc": (["各位代表："], {"title": "讲", "kind": "speech", "speaker": "陆青禾"})}, [entry])
    page = read_page(render_texts([make_page(edition, "lu")], edition.library.archive)["people/lu.md"])
    assert "文中未注明职务" in page.select_one("#roles ~ p").text  # type: ignore[union-attr]
    assert page.select_one("#speeches ~ ul a")["href"] == "../documents/doc.html"  # type: ignore[index]
    assert page.select_one(".uses .where").text == "署名"  # type: ignore[union-attr]
