"""The search index: folding, grams, coding, shards, and the files of an archive."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pages.model.edition import Edition
from build_pages.search import plan_search
from build_pages.search.coding import SHIFT, write_number, write_occurrences
from build_pages.search.fold import Folding, fold_character
from build_pages.search.grams import HEAD, LONGEST, list_grams
from build_pages.search.lexicon import spell
from build_pages.search.shards import TEXT, cut_units, hash_gram, write_anchors
from build_pages.search.sheets import Unit, read_sheets
from build_pages.source.folder import Folder
from tests.conftest import cases
from tests.make import make_edition
from tests.publish import ROOT

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
TEXTS = st.lists(st.text("渡桥灯", max_size=30), max_size=8)


def read_file(text: str) -> tuple[str, Any]:
    """The name and the data that a script registers."""
    body = text.removeprefix("archiveSearch.register(").removesuffix(");\n")
    name, data = json.loads(f"[{body}]")
    return name, data


def read_numbers(text: str) -> Iterator[int]:
    value = shift = 0
    for digit in text:
        n = DIGITS.index(digit)
        value |= (n & 31) << shift
        shift += 5
        if n < 32:
            yield value
            value = shift = 0


def read_occurrences(text: str) -> list[int]:
    found, unit, numbers = [], -1, read_numbers(text)
    for head in numbers:
        unit += head >> 1
        offset = 0
        for _ in range(next(numbers) if head & 1 else 1):
            offset += next(numbers)
            found.append((unit << SHIFT) + offset)
    return found


def occurrences(texts: list[str], gram: str) -> list[int]:
    return [
        (unit << SHIFT) + at
        for unit, text in enumerate(texts)
        for at in range(len(text))
        if text.startswith(gram, at) and gram
    ]


@pytest.mark.parametrize("case", cases("search/fold"))
def test_texts_are_folded(case: dict[str, str]) -> None:
    assert Folding.over([case["text"]]).fold(case["text"]) == case["folded"]


@given(st.text(), st.text())
def test_a_substring_stays_one(one: str, other: str) -> None:
    folding = Folding.over([one, other])
    assert folding.fold(one + other) == folding.fold(one) + folding.fold(other)


def test_queries_are_given_the_pairs_that_lead_into_the_archive_only() -> None:
    assert Folding.over(["渡口经济"]).as_data()["pairs"] == "濟济經经"


def test_digits_of_every_kind_are_one() -> None:
    assert fold_character("三") == fold_character("３") == "3"


@given(st.lists(st.integers(0, 1 << 40)))
def test_numbers_come_back(numbers: list[int]) -> None:
    assert list(read_numbers("".join(map(write_number, numbers)))) == numbers


@given(st.sets(st.tuples(st.integers(0, 70000), st.integers(0, 70000))))
def test_occurrences_come_back(places: set[tuple[int, int]]) -> None:
    found = sorted((unit << SHIFT) + offset for unit, offset in places)
    assert read_occurrences(write_occurrences(found)) == found


@given(TEXTS, st.integers(1, 6))
def test_light_grams_have_every_occurrence(texts: list[str], light: int) -> None:
    for gram in list_grams(texts, light):
        everywhere = occurrences(texts, gram.text)
        if not gram.heavy:
            assert list(gram.occurrences) == everywhere
            assert len(everywhere) <= light or len(gram.text) == LONGEST
        else:
            assert gram.count == len(everywhere) > light
            assert gram.units == len({at >> SHIFT for at in everywhere})
            assert len({at >> SHIFT for at in gram.occurrences}) == min(HEAD, gram.units)


@given(TEXTS, st.integers(1, 6))
def test_what_extends_a_heavy_gram_is_a_gram(texts: list[str], light: int) -> None:
    grams = {gram.text: gram for gram in list_grams(texts, light)}
    for text in texts:
        for length in range(2, LONGEST + 1):
            for at in range(len(text) - length + 1):
                shorter = grams.get(text[at : at + length - 1]), grams.get(text[at + 1 : at + length])
                extends = any(gram is not None and gram.heavy for gram in shorter)
                assert (text[at : at + length] in grams) == extends


@pytest.mark.parametrize("case", cases("search/anchors"))
def test_anchors_are_written_as_steps(case: dict[str, Any]) -> None:
    assert write_anchors(case["anchors"]) == case["written"]


@given(st.lists(st.integers(0, 2 * TEXT)))
def test_shards_of_text_hold_every_unit(sizes: list[int]) -> None:
    units = [Unit("p1", "渡" * size) for size in sizes]
    cuts = cut_units(units)
    assert sum(cuts) == len(units)
    at = 0
    for cut in cuts:
        assert cut == 1 or sum(sizes[at : at + cut]) <= TEXT
        at += cut


def test_the_hash_of_a_gram_is_known_to_the_browser_too() -> None:
    assert hash_gram("渡口经济") == ((((0x6E21 * 31 + 0x53E3) * 31 + 0x7ECF) * 31) + 0x6D4E) % 2**32


@pytest.mark.parametrize("case", cases("search/spell"))
def test_names_are_spelled(case: dict[str, list[str]]) -> None:
    assert spell(case["names"]) == case["spelled"]


def test_units_stand_in_the_order_of_the_text(edition: Edition) -> None:
    for one, sheet in zip(edition.documents, read_sheets(edition), strict=True):
        anchors = [unit.anchor for unit in sheet.units]
        assert sorted(anchors) == sorted(place.partition("#")[2] for place in one.places)
        lines = [int(anchor[1:].partition("-")[0]) for anchor in anchors[1:]]
        assert anchors[0] == "" and lines == sorted(lines)


def test_a_unit_names_the_headings_over_it() -> None:
    sheet = read_sheets(make_edition(["一、回顾", "（一）渡口", "渡口全部点亮。"]))[0]
    assert [(unit.anchor, unit.section) for unit in sheet.units] == [
        ("", ""), ("s1", ""), ("s2", "一、回顾"), ("p3", "一、回顾 › （一）渡口"),
    ]  # fmt: skip


def test_every_file_registers_its_own_name(edition: Edition) -> None:
    files = plan_search(edition, {"坐船": ("渡口",)})
    for path, text in files.items():
        assert path == f"search/{read_file(text)[0]}.js"


def test_the_index_is_the_same_for_the_same_edition(edition: Edition) -> None:
    assert list(plan_search(edition).items()) == list(plan_search(edition).items())


def test_the_version_changes_with_the_everyday_words(edition: Edition) -> None:
    versions = {
        read_file(plan_search(edition, words)["search/manifest.js"])[1]["version"] for words in ({}, {"船": ("渡",)})
    }
    assert len(versions) == 2


def test_known_documents_that_are_not_held_are_named(edition: Edition) -> None:
    manifest = read_file(plan_search(edition)["search/manifest.js"])[1]
    assert [m["title"] for m in manifest["missing"]] == [m.title for m in edition.library.missing]


def test_entries_carry_their_names_and_not_their_damage(edition: Edition) -> None:
    rows = read_file(plan_search(edition)["search/lexicon.js"])[1]["entries"]
    for row, entry in zip(rows, edition.library.entries, strict=True):
        damaged = {form.form for form in entry.forms if form.damaged}
        assert row["name"] == entry.name
        assert not damaged & set(row.get("forms", []))


def test_everyday_words_are_read(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    assert Folder(tmp_path).read_words("source/everyday.yml") == {}
    (tmp_path / "source/everyday.yml").write_text("坐船: [渡口, 航运]\n", encoding="utf-8")
    assert Folder(tmp_path).read_words("source/everyday.yml") == {"坐船": ("渡口", "航运")}


@pytest.mark.parametrize("text", ["坐船: 渡口\n", "- 坐船\n", "坐船: [12]\n"])
def test_everyday_words_of_another_shape_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source/everyday.yml").write_text(text, encoding="utf-8")
    folder = Folder(tmp_path)
    assert not folder.read_words("source/everyday.yml")
    assert [str(one).partition(" Y003")[0] for one in folder.problems] == ["source/everyday.yml:1:"]


@pytest.mark.source
def test_our_everyday_words_lead_elsewhere() -> None:
    words = Folder(ROOT).read_words("source/everyday.yml")
    assert len(words) > 300
    assert not [word for word, official in words.items() if not official or set(official) == {word}]
