"""The search index: folding, grams, coding, shards, and the files of an archive."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pages.build import open_edition
from build_pages.model.edition import Edition
from build_pages.model.output import Content
from build_pages.search.beds import grade, make_bed
from build_pages.search.blocks import Leaf
from build_pages.search.coding import write_numbers
from build_pages.search.fold import Folding, fold_character, plan_folding
from build_pages.search.grams import LIGHT, LONGEST, STOP, choose_heavy, list_grams, survey
from build_pages.search.lexicon import spell
from build_pages.search.postings import hash_grams, lay, post
from build_pages.search.shards import LEAST, plan_index, size_blocks
from build_pages.search.sheets import Sheet, Unit, digest_sheet, read_sheet
from build_pages.source.folder import Folder
from build_pages.spool import Spool
from build_pages.store import NOTHING_KEPT, Store
from tests.conftest import CORPUS, cases
from tests.make import make_edition, read_files, read_index
from tests.publish import ROOT

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
TEXTS = st.lists(st.text("渡桥灯𠀀", max_size=30), max_size=8)


def read_file(data: str | bytes) -> tuple[str, Any]:
    """The name and the data that a script registers."""
    text = data.decode() if isinstance(data, bytes) else data
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


def read_steps(text: str) -> list[int]:
    found, at = [], 0
    for step in read_numbers(text):
        at += step
        found.append(at)
    return found


def join(texts: list[str]) -> str:
    return "".join(text + STOP for text in texts)


def spots(text: str, gram: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(gram, at)]


def list_places(text: str, heavy: frozenset[str]) -> list[tuple[str, list[int]]]:
    """Every gram with its spots."""
    return [
        (name, grams.spots[begin:end].tolist())
        for grams, names, _ in list_grams(text, heavy)
        for name, (begin, end) in zip(names, pairwise(grams.begins), strict=True)
    ]


def make_sheet(texts: list[str], name: str = "doc") -> Sheet:
    units = (Unit("", name), *(Unit(f"p{line}", text) for line, text in enumerate(texts, 2)))
    return Sheet(name, name, "2031", "2031年", "报告", "全文", "", units)


@pytest.mark.parametrize("case", cases("search/fold"))
def test_texts_are_folded(case: dict[str, str]) -> None:
    assert Folding().fold(case["text"]) == case["folded"]


@given(st.text(), st.text())
def test_a_substring_stays_one(one: str, other: str) -> None:
    folding = Folding()
    assert folding.fold(one + other) == folding.fold(one) + folding.fold(other)


def test_queries_are_given_the_pairs_that_lead_into_the_archive_only() -> None:
    assert plan_folding("渡口经济")["pairs"] == "濟济經经"


def test_digits_of_every_kind_are_one() -> None:
    assert fold_character("三") == fold_character("３") == "3"


@given(st.lists(st.integers(0, (1 << 63) - 1)))
def test_numbers_come_back(numbers: list[int]) -> None:
    text, begins = write_numbers(np.array(numbers, np.int64))
    assert [list(read_numbers(text[begin:end])) for begin, end in pairwise(begins)] == [[n] for n in numbers]


@given(TEXTS, st.integers(1, 6))
def test_common_strings_are_counted(texts: list[str], least: int) -> None:
    text = join(texts)
    common = survey(text, least)
    for gram, count in common.items():
        assert count == len(spots(text, gram)) >= least and STOP not in gram
    every = {text[at : at + n] for at in range(len(text)) for n in range(1, LONGEST)}
    for gram in every:
        assert (gram in common) == (STOP not in gram and len(spots(text, gram)) >= least)


@given(st.lists(TEXTS, max_size=4), st.integers(1, 6), st.integers(1, 3))
def test_a_gram_is_heavy_only_where_it_is_common_and_its_parts_are(
    blocks: list[list[str]], light: int, least: int
) -> None:
    heavy = choose_heavy(sum((Counter(survey(join(texts), least)) for texts in blocks), Counter()), light)
    for gram in heavy:
        assert sum(len(spots(join(texts), gram)) for texts in blocks) > light
        assert len(gram) < LONGEST
        assert len(gram) == 1 or {gram[1:], gram[:-1]} <= heavy


@given(TEXTS, st.integers(1, 6))
def test_grams_have_every_place(texts: list[str], light: int) -> None:
    text = join(texts)
    heavy = choose_heavy(survey(text, 1), light)
    for gram, found in list_places(text, heavy):
        assert found == spots(text, gram)
        assert gram in heavy or len(found) <= light or len(gram) == LONGEST


@given(TEXTS, st.integers(1, 6))
def test_what_extends_a_heavy_gram_is_a_gram(texts: list[str], light: int) -> None:
    heavy = choose_heavy(survey(join(texts), 1), light)
    listed = [gram for gram, _ in list_places(join(texts), heavy)]
    grams = set(listed)
    assert len(grams) == len(listed)
    for text in texts:
        for length in range(1, LONGEST + 1):
            for at in range(len(text) - length + 1):
                extends = not {text[at : at + length - 1], text[at + 1 : at + length]}.isdisjoint(heavy)
                assert (text[at : at + length] in grams) == (extends or length == 1)


@given(TEXTS, st.integers(1, 6), st.integers(1, 4), st.sampled_from([1, 4]))
def test_postings_say_where_a_gram_stands(texts: list[str], light: int, head: int, shards: int) -> None:
    laid = lay([make_bed(make_sheet(texts).units)], Folding())
    heavy = choose_heavy(survey(laid.text, 1), light)
    folded = laid.text.split(STOP)[:-1]
    assert len(laid.starts) == len(folded) and sorted(laid.starts) == list(laid.starts)
    posted = post(laid, heavy, head, shards)
    for n, (start, end) in enumerate(pairwise([0, *posted.ends])):
        words = json.loads(posted.text[start:end]).split()
        for gram, written in zip(words[::2], words[1::2], strict=True):
            assert hash_grams([gram])[0] % shards == n
            units, count, steps = written.split(".") if gram in heavy else ("0", "0", written)
            places = {
                start: [start + at for at in spots(text, gram)]
                for start, text in zip(laid.starts, folded, strict=True)
                if gram in text
            }
            found = read_steps(steps)
            kept = [start for start, there in places.items() if not set(there).isdisjoint(found)]
            assert found == [position for start in kept for position in places[start]]
            assert len(kept) == (min(head, len(places)) if gram in heavy else len(places))
            assert gram not in heavy or (int(units), int(count)) == (len(places), sum(map(len, places.values())))


@given(st.lists(st.binary(max_size=9)))
def test_what_is_put_aside_is_read_again(pieces: list[bytes]) -> None:
    spool = Spool()
    places = [spool.put(piece) for piece in pieces]
    assert [spool.read(*place) for place in places] == pieces and places == sorted(places)


@pytest.mark.parametrize("case", cases("search/beds"))
def test_units_are_numbered_by_their_lines(case: dict[str, Any]) -> None:
    bed = make_bed([Unit(anchor, anchor) for anchor in case["anchors"]])
    assert {unit.anchor: number for number, unit in bed.units} == case["numbers"]
    assert list(bed.odd) == case.get("odd", [])
    assert bed.size == 1 + max(case["numbers"].values())


def test_headings_and_paragraphs_are_graded() -> None:
    units = (Unit("", "渡" * 300), Unit("s1", "渡" * 300), *(Unit("p1", "渡" * n) for n in (0, 99, 100, 249, 250)))
    assert [grade(unit) for unit in units] == [0, 0, 1, 1, 2, 2, 3]


@given(st.lists(st.text("渡", max_size=9000), max_size=9))
def test_shards_of_text_hold_every_unit(texts: list[str]) -> None:
    sheet = make_sheet(texts)
    files = read_files(plan_index([Leaf(lambda: sheet)], {}, {}, LIGHT, NOTHING_KEPT))
    columns = read_file(files["search/documents.js"])[1]
    for unit in sheet.units:
        number = int(unit.anchor[1:] or 0)
        shard = read_file(files[f"search/texts/doc-{number // columns['step'][0]}.js"])[1]
        assert shard["units"][str(number)][0] == unit.text


@pytest.mark.parametrize(("documents", "size"), [(0, 32), (1, 32), (500, 32), (16_383, 32), (16_384, 64)])
def test_blocks_grow_with_the_archive(documents: int, size: int) -> None:
    assert size_blocks(documents) == size


def test_the_hash_of_a_gram_is_known_to_the_browser_too() -> None:
    assert hash_grams(["渡口经济"]) == [((((0x6E21 * 31 + 0x53E3) * 31 + 0x7ECF) * 31) + 0x6D4E) % 2**32]


@pytest.mark.parametrize("case", cases("search/spell"))
def test_names_are_spelled(case: dict[str, list[str]]) -> None:
    assert spell(case["names"]) == case["spelled"]


def test_units_stand_in_the_order_of_the_text(edition: Edition) -> None:
    for one in edition.documents:
        anchors = [unit.anchor for unit in read_sheet(one).units]
        assert sorted(anchors) == sorted(place.partition("#")[2] for place in one.places)
        lines = [int(anchor[1:].partition("-")[0]) for anchor in anchors[1:]]
        assert anchors[0] == "" and lines == sorted(lines)


def test_a_unit_names_the_headings_over_it() -> None:
    sheet = read_sheet(make_edition(["一、回顾", "（一）渡口", "渡口全部点亮。"]).documents[0])
    assert [(unit.anchor, unit.section) for unit in sheet.units] == [
        ("", ""), ("s1", ""), ("s2", "一、回顾"), ("p3", "一、回顾 › （一）渡口"),
    ]  # fmt: skip


def test_every_file_registers_its_own_name(edition: Edition) -> None:
    files = read_index(edition, {"坐船": ("渡口",)})
    for path, text in files.items():
        assert path == f"search/{read_file(text)[0]}.js"


def test_the_index_is_the_same_for_the_same_edition(edition: Edition) -> None:
    assert list(read_index(edition).items()) == list(read_index(edition).items())


def test_what_a_sheet_says_is_in_its_digest() -> None:
    sheet = make_sheet(["渡口"])
    units = sheet.units
    others = [
        replace(sheet, id="x"), replace(sheet, name="x"), replace(sheet, date="x"), replace(sheet, when="x"),
        replace(sheet, kind="x"), replace(sheet, completeness="x"), replace(sheet, speaker="x"),
        replace(sheet, units=units[:1]), replace(sheet, units=(units[0], replace(units[1], section="x"))),
        replace(sheet, units=(units[0], replace(units[1], figures=((0, 1),)))),
    ]  # fmt: skip
    assert len({digest_sheet(one) for one in (sheet, *others)}) == 1 + len(others)


class Output:
    """What was written, as the writer of the build does it: a file whose key has not changed is not made."""

    def __init__(self, store: Store) -> None:
        self.store, self.files, self.reads = store, dict[str, tuple[str, Content]](), list[str]()

    def write(self, sheets: list[Sheet], light: int = LIGHT) -> dict[str, Content]:
        """The files of an index over documents."""
        self.reads.clear()
        kept = self.store is not NOTHING_KEPT
        leaves = [Leaf(partial(self._read, one), digest_sheet(one) if kept else "") for one in sheets]
        held, self.files = self.files, {}
        for file in plan_index(leaves, {}, {}, light, self.store):
            old = held.get(file.path, ("", b""))
            self.files[file.path] = old if file.key and file.key == old[0] else (file.key, file.make())
        return {path: content for path, (_, content) in self.files.items()}

    def _read(self, sheet: Sheet) -> Sheet:
        self.reads.append(sheet.id)
        return sheet


@pytest.mark.parametrize("seed", range(3))
def test_an_index_from_the_store_is_the_index(seed: int, tmp_path: Path) -> None:
    dice, output = random.Random(seed), Output(Store(tmp_path))
    texts = [["".join(dice.choices("渡口桥灯", k=20)) for _ in range(3)] for _ in range(3 * LEAST)]
    for _ in range(6):
        at = dice.randrange(len(texts))
        texts[at] = [*texts[at], "".join(dice.choices("渡口桥灯", k=dice.randrange(9)))]
        sheets = [make_sheet(one, f"doc{n}") for n, one in enumerate(texts)]
        assert list(output.write(sheets, 40).items()) == list(Output(NOTHING_KEPT).write(sheets, 40).items())
        for path in sorted(tmp_path.rglob("*")):
            if path.is_file() and not dice.randrange(4):
                path.write_bytes(dice.choice((b"", path.read_bytes()[:-1])))


def test_only_the_block_of_a_document_is_made_anew(tmp_path: Path) -> None:
    output, sheets = Output(Store(tmp_path)), [make_sheet(["渡口点亮。"], f"doc{n}") for n in range(3 * LEAST)]
    output.write(sheets)
    output.write(sheets)
    assert not output.reads
    sheets[LEAST] = make_sheet(["渡口熄灭。"], "other")
    output.write(sheets)
    assert set(output.reads) == {sheet.id for sheet in sheets[LEAST : 2 * LEAST]}


def test_an_edition_of_which_something_is_kept_has_the_same_index(tmp_path: Path) -> None:
    store = Store(tmp_path)
    edition = open_edition(CORPUS, store=store)
    assert all(one.key for one in edition.documents)
    first, second = (read_index(edition, {}, store) for _ in range(2))
    assert first == second == read_index(edition, {})


def test_the_version_changes_with_the_everyday_words(edition: Edition) -> None:
    versions = {
        read_file(read_index(edition, words)["search/manifest.js"])[1]["version"] for words in ({}, {"船": ("渡",)})
    }
    assert len(versions) == 2


def test_known_documents_that_are_not_held_are_named(edition: Edition) -> None:
    manifest = read_file(read_index(edition)["search/manifest.js"])[1]
    assert [m["title"] for m in manifest["missing"]] == [m.title for m in edition.library.missing]


def test_entries_carry_their_names_and_not_their_damage(edition: Edition) -> None:
    rows = read_file(read_index(edition)["search/lexicon.js"])[1]["entries"]
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
