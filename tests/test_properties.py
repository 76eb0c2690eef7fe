"""What holds for any text: nothing is lost, nothing invented, and no order matters."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from bs4 import BeautifulSoup
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from build_pages.compose import compose
from build_pages.edit import edit
from build_pages.edit.passage import received_text
from build_pages.model.edition import Edition
from build_pages.model.mention import Found
from build_pages.model.record import Record, Ruling
from build_pages.pages.document import document_pages
from build_pages.pages.entry import entry_pages
from build_pages.settle import settle
from build_pages.split import split
from tests.make import make_edition, make_entry, make_record, read_page, render_texts
from tests.test_edit import rebuild

HAN = "一二三四五十的要在灯塔渡口桥亮政府市长增新年月日处万亿元"
SIGNS = "，。、；：！？“”（）《》—…·　%+ \t\r"
ASCII = """abz019#*_[](){}<>&"'`\\|~^!-+=.:;/$@"""
FRAGMENTS = (
    "一、", "（一）", "1.", "第一章 ", "——", "一是", "一要", "亮点一：", "各位代表：", "灯塔工程", "增长8.6%", "36处",
    "1.5万亿元", "2031年", "<script>", "</p>", "<b>粗</b>", "<!--", "-->", "&amp;", "&#42;", "{{ 7*7 }}", "{% raw %}",
    "[x](y)", "![x](y)", "{: #id }", "***", "## ", "> ", "- ", "    ", "```", "|a|b|", "[^1]: ", "*[灯]: 塔", "[TOC]",
    "$x$", "http://x.example/", "\u2028", "\u200b", "\ufeff", "𠮷", "é",
)  # fmt: skip
texts = st.lists(
    st.one_of(st.text(HAN, max_size=12), st.text(SIGNS + ASCII, max_size=3), st.sampled_from(FRAGMENTS)), max_size=12
).map("".join)
documents = st.lists(texts, min_size=1, max_size=12)
kinds = st.sampled_from(["report", "speech", "digest", "editorial", "resolution"])
ENTRIES = tuple(
    [make_entry(name) for name in ("灯塔", "灯塔工程", "渡口", "塔渡", "一、", "<b>", "*[灯", "桥亮亮")]
    + [make_entry("市长", kind="person"), make_entry("政府", kind="body")]
)
RELAXED = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@RELAXED
@given(documents, kinds)
def test_the_text_of_any_document_arrives_letter_for_letter(lines: list[str], kind: str) -> None:
    edition = make_edition(lines, ENTRIES, kind=kind)
    page = read_one(edition, "documents/doc")
    document = edition.documents[0].document
    for paragraph in document.paragraphs:
        element = page.find(id=paragraph.id.partition("#")[2])
        assert element is not None
        assert element.get_text() == paragraph.text
    for section in document.sections:
        element = page.find(id=section.id.partition("#")[2])
        assert element is not None and element.get_text().strip() == section.title.strip()


@RELAXED
@given(texts.filter(lambda text: bool(text.strip())))
@example("增长8.6%")  # a figure in the head
def test_a_title_and_a_meaning_arrive_letter_for_letter(text: str) -> None:
    entry = make_entry("灯塔", id="e", meaning={"text": text, "basis": "editors"})
    edition = make_edition(["灯塔"], [entry], title=text, subtitle=text, role=text, speaker=text)
    page = read_one(edition, "documents/doc")
    subtitle, meaning = page.find(class_="subtitle"), read_one(edition, "glossary/e").find(class_="meaning")
    # tabs and line ends become blanks, which no reader can tell apart
    for element in page.h1, subtitle, meaning:
        assert element is not None and element.get_text().split() == text.split()


@RELAXED
@given(documents, kinds)
def test_ids_are_unique(lines: list[str], kind: str) -> None:
    edition = make_edition(lines, ENTRIES, kind=kind)
    one = edition.documents[0]
    ids = [*(s.id for s in one.document.sections), *(p.id for p in one.document.paragraphs), *one.figures]
    assert len(ids) == len(set(ids))
    page = read_one(edition, "documents/doc")
    found = [element["id"] for element in page.find_all(id=True)]
    assert len(found) == len(set(found))


@RELAXED
@given(documents, kinds)
def test_sections_are_a_tree_in_the_order_of_the_text(lines: list[str], kind: str) -> None:
    document = make_edition(lines, kind=kind).documents[0].document
    levels: dict[str, int] = {}
    for section in document.sections:
        if section.parent is None:
            assert section.level >= 1
        else:
            assert levels[section.parent] < section.level
        levels[section.id] = section.level
    assert [s.lines for s in document.sections] == sorted(s.lines for s in document.sections)
    assert all(paragraph.section is None or paragraph.section in levels for paragraph in document.paragraphs)


@st.composite
def edited_records(draw: st.DrawFn) -> tuple[Record, list[str]]:
    """A document with joins, furniture and repairs on record, that do not overlap."""
    lines = draw(documents)
    structure: list[dict[str, Any]] = []
    repairs: list[dict[str, Any]] = []
    joins = []
    for number, line in enumerate(lines, 1):
        what = draw(st.sampled_from(["text", "text", "text", "join", "furniture", "stretch", "repair", "repairs"]))
        if what == "join":
            joins.append(number)
        elif what == "furniture":
            structure.append({"line": number, "is": "caption"})
        elif line and what in ("stretch", "repair", "repairs"):
            cuts = sorted(draw(st.sets(st.integers(0, len(line)), min_size=2, max_size=6)))
            spans = list(zip(cuts[::2], cuts[1::2], strict=False))
            for start, end in spans if what == "repairs" else spans[:1]:
                quote = line[start:end]
                place = {"line": number, "occurrence": _occurrence(line, quote, start)}
                if what == "stretch":
                    structure.append(place | {"is": "jump", "quote": quote})
                else:
                    changed = draw(st.text(HAN, max_size=3))
                    repairs.append(
                        place | {"found": quote, "replacement": changed, "rule": "r", "method": "他校", "decided": "ed"}
                    )
    names = draw(st.sets(st.sampled_from(["blanks", "width", "markup"])))
    fields = {"joins": joins, "structure": structure, "repairs": repairs, "normalise": sorted(names)}
    return make_record(len(lines), fields), lines


def _occurrence(line: str, quote: str, start: int) -> int:
    return sum(line.startswith(quote, at) for at in range(start + 1))


@settings(max_examples=150, deadline=None)
@given(edited_records())
def test_what_was_received_can_be_rebuilt(record_and_lines: tuple[Record, list[str]]) -> None:
    record, lines = record_and_lines
    edited = edit(record, lines)
    rebuilt = rebuild(edited)
    assert {n: rebuilt.get(n, "") for n in range(1, len(lines) + 1)} == dict(enumerate(lines, 1))
    for passage in edited.passages:
        at = 0
        for placed in passage.changes:
            assert at <= placed.start <= placed.end <= len(passage.text)
            assert passage.text[placed.start : placed.end] == placed.change.replacement
            at = placed.end
        assert received_text(passage).count("\n") == passage.last_line - passage.line


@settings(max_examples=100, deadline=None)
@given(edited_records(), kinds)
def test_splitting_loses_nothing(record_and_lines: tuple[Record, list[str]], kind: str) -> None:
    record, lines = record_and_lines
    edited = edit(record, lines)
    document = split(record, edited)
    pieces = [(p.lines, p.text) for p in document.paragraphs]
    pieces += [(s.lines, s.title) for s in document.sections if not s.run_in]
    assert sorted(pieces) == sorted(((p.line, p.last_line), p.text) for p in edited.passages)
    under = {paragraph.id: paragraph.text for paragraph in document.paragraphs}
    for section in document.sections:
        if section.run_in:
            assert section.paragraph and under[section.paragraph].startswith(section.title, section.offset)


spans = st.tuples(st.integers(0, 20), st.integers(1, 8)).map(lambda pair: (pair[0], min(20, pair[0] + pair[1])))
candidates = st.lists(
    st.builds(
        lambda span, kind, target: Found(span[0], span[1], kind, target),
        spans.filter(lambda span: span[0] < span[1]),
        st.sampled_from(["term", "person", "body", "figure"]),
        st.sampled_from("abcdef"),
    ),
    max_size=12,
)
TEXT = "一二三四五六七八九十" * 2
rulings = st.lists(
    st.builds(
        lambda start, size, target: Ruling(place="doc#p1", quote=TEXT[start : start + size], target=target, by="ed"),
        st.integers(0, 16), st.integers(1, 4), st.sampled_from([None, "a", "z"]),
    ),
    max_size=2,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(candidates, rulings, st.randoms())
def test_the_order_of_candidates_makes_no_difference(found: list[Found], ruled: list[Ruling], chance: Any) -> None:
    standing = settle("doc#p1", TEXT, found, ruled)
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert settle("doc#p1", TEXT, [*shuffled, *found], ruled) == standing
    ends = [(m.start, m.end) for m in standing]
    assert ends == sorted(ends, key=lambda span: (span[0], -span[1]))  # type: ignore[operator]
    for (a, b), (c, d) in combinations(ends, 2):
        assert not (a < c < b < d)  # type: ignore[operator]


@RELAXED
@given(documents, st.randoms())
def test_the_order_of_entries_makes_no_difference(lines: list[str], chance: Any) -> None:
    def mentions(edition: Edition) -> Any:
        return edition.documents[0].mentions, edition.uses

    shuffled = list(ENTRIES)
    chance.shuffle(shuffled)
    assert mentions(make_edition(lines, ENTRIES)) == mentions(make_edition(lines, shuffled))


@RELAXED
@given(documents)
def test_composing_changes_no_letter(lines: list[str]) -> None:
    """What no record touches stays as received: annotated and split, the text is the lines."""
    edition = make_edition(lines, ENTRIES)
    document = compose(edition.library).documents[0].document
    pieces = [(p.lines, p.text) for p in document.paragraphs]
    pieces += [(s.lines, s.title) for s in document.sections if not s.run_in]
    assert [text for _, text in sorted(pieces)] == [line for line in lines if line]


def read_one(edition: Edition, name: str) -> BeautifulSoup:
    """One page of an edition, as a browser reads it."""
    pages = [page for page in (*document_pages(edition), *entry_pages(edition)) if page.path == f"{name}.html"]
    return read_page(render_texts(pages, edition.library.archive)[f"{name}.md"])
