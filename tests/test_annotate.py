"""``annotate``: the texts of a document are looked through as one, and each is told of on its own."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from build_pages.annotate import annotate, join_places
from build_pages.edit import edit
from build_pages.find.entries import build_matcher
from build_pages.indicators.evidence import place_of_figure
from build_pages.model.edition import Annotated, Place
from build_pages.split import split
from tests.make import make_entry, make_record

LINES = ("一、渔港", "建成海港", "湾里有3座桥，新建海港湾5个。", "港湾养鱼。")


def read(*lines: str, forms: Sequence[str] = ()) -> Annotated:
    """A document of these lines, annotated by a glossary of entries of one form each."""
    record = make_record(len(lines))
    return annotate(split(record, edit(record, lines)), build_matcher(make_entry(form) for form in forms))


def test_a_mention_stands_where_its_own_text_has_it() -> None:
    one = read(*LINES, forms=["海港", "渔港", "港湾"])
    for place, mentions in one.mentions.items():
        for mention in mentions:
            assert mention.start is not None and one.places[place].text[mention.start : mention.end] == mention.quote
    assert sorted(mention.quote for mentions in one.mentions.values() for mention in mentions) == sorted(
        ["渔港", "海港", "海港", "港湾", "3座", "5个"]
    )


def test_no_mention_reaches_from_one_text_into_the_next() -> None:
    assert not any(read("建成海港", "湾里有桥。", forms=["港湾"]).mentions.values())


def test_figures_are_counted_within_their_text() -> None:
    one = read("建成1座桥。", "有2座桥。", "无数。", "又有3座桥、4个渡口。")
    assert {id.partition("#")[2]: figure.value for id, figure in one.figures.items()} == {
        "p1-n1": 1, "p2-n1": 2, "p4-n1": 3, "p4-n2": 4,
    }  # fmt: skip


def test_a_figure_may_stand_in_the_head() -> None:
    record = make_record(1, {"title": "渔获增长8.6%"})
    one = annotate(split(record, edit(record, ["建桥3座。"])), build_matcher(()))
    assert list(one.figures) == ["doc-n1", "doc#p1-n1"]
    assert [place_of_figure(id) for id in one.figures] == list(one.places) == ["doc", "doc#p1"]


def test_a_document_may_hold_no_text() -> None:
    one = read("")
    assert not one.figures and not any(one.mentions.values())


@given(st.lists(st.text(alphabet="港湾。", max_size=4), min_size=1, max_size=5))
def test_joined_texts_stand_where_they_are_said_to_begin(texts: list[str]) -> None:
    joined, starts = join_places(Place(f"doc#p{n}", "doc", text) for n, text in enumerate(texts))
    assert texts == [joined[start : start + len(text)] for start, text in zip(starts, texts, strict=True)]
    assert joined == "\n".join(texts)
