"""``split``: the outline of invented texts, two blanks a level; ``@`` says where a run-in heading stands."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from build_pages.edit import edit
from build_pages.model.text import Document, Section
from build_pages.split import split
from build_pages.split.sentences import find_sentence, quote_sentence, read_sentences
from tests.conftest import cases
from tests.make import make_edition, make_record


@pytest.mark.parametrize("case", cases("split"))
def test_outlines(case: dict[str, Any]) -> None:
    document = split_text(case["text"], {"kind": case.get("kind", "report")} | case.get("record", {}))
    assert "".join(line(section) + "\n" for section in document.sections) == case["outline"]
    if "sections" in case:
        assert {name(p.id): name(p.section) for p in document.paragraphs} == case["sections"]


def test_ids_come_from_the_received_lines() -> None:
    document = split_text("一、桥\n\n桥上的事说来话长。\n二、渡\n渡口的事。")
    assert [section.id for section in document.sections] == ["doc#s1", "doc#s4"]
    assert [paragraph.id for paragraph in document.paragraphs] == ["doc#p3", "doc#p5"]


def test_a_heading_without_text_under_it_is_a_section() -> None:
    document = split_text("一、桥\n桥上的事。\n二、渡")
    assert [(section.title, section.paragraph) for section in document.sections] == [
        ("一、桥", "doc#p2"),
        ("二、渡", None),
    ]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("灯亮了。桥通了！真的？", ["灯亮了。", "桥通了！", "真的？"]),
        ("他说：“灯亮了。桥通了。”大家笑了。", ["他说：“灯亮了。桥通了。”", "大家笑了。"]),
        ("喊出“点亮灯塔！”的号召。", ["喊出“点亮灯塔！”的号召。"]),
        ("没有句号", ["没有句号"]),
        ("增长8.6%。", ["增长8.6%。"]),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in read_sentences(text)] == sentences


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("灯", ("", "灯", "亮了。")),
        ("通", ("桥", "通", "了！")),
        ("了！", ("桥通", "了！", "")),
        ("通了！渡", ("桥", "通了！渡", "")),
        ("没停", ("渡口", "没停", "")),
    ],
)
@pytest.mark.parametrize("coded", [True, False])
def test_words_are_quoted_in_the_sentence_they_begin_in(words: str, quoted: tuple[str, str, str], coded: bool) -> None:
    (one,) = make_edition(["灯亮了。桥通了！渡口没停"]).documents
    assert one.sentences
    one = one if coded else replace(one, sentences={})
    start = one.places["doc#p1"].text.index(words)
    assert quote_sentence(one, "doc#p1", start, start + len(words)) == quoted


def test_behind_the_text_all_of_it_is_the_sentence() -> None:
    (one,) = make_edition(["灯亮了。桥通了。"]).documents
    assert (find_sentence(one, "doc#p1", 7), find_sentence(one, "doc#p1", 8)) == ((4, 8), (0, 8))


def split_text(text: str, fields: dict[str, Any] | None = None) -> Document:
    """The document that a text is, under a record with these fields."""
    lines = text.removesuffix("\n").split("\n")
    record = make_record(len(lines), fields)
    return split(record, edit(record, lines))


def line(section: Section) -> str:
    """A section as a line of an outline."""
    place = f" @{name(section.paragraph)}" + (f"+{section.offset}" if section.offset else "")
    return "  " * (section.level - 1) + section.title + (place if section.run_in else "")


def name(id: str | None) -> str | None:
    """An id without its document."""
    return id.partition("#")[2] if id else None
