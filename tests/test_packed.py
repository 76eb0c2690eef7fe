"""What takes little room says the same as what takes much."""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pages import compose, prepare, stretches
from build_pages.build import build, make_files, open_edition
from build_pages.data import parts
from build_pages.model.mention import Mention
from build_pages.model.output import Size
from build_pages.model.packed import Joined, Packed
from build_pages.model.uses import Uses, write_columns
from build_pages.store import Store
from build_pages.write import write
from tests.conftest import CORPUS
from tests.publish import read_tree

IDS = st.sampled_from(["ä", "灯塔", "c", "d"])
SPANS = st.none() | st.integers(0, 2**31 - 1)
MENTIONS = st.builds(
    lambda place, span, quote, kind, target, within: Mention(place, span, span, quote, kind, target, within),
    IDS, SPANS, st.text(max_size=3), st.sampled_from(["term", "person", "body"]), IDS, st.none() | IDS,
)  # fmt: skip


@given(st.dictionaries(st.text(), st.lists(st.integers() | st.text())))
def test_a_packed_mapping_is_the_mapping(mapping: dict[str, list[int | str]]) -> None:
    packed = Packed(mapping)
    assert packed == mapping and list(packed) == list(mapping) and list(packed.items()) == list(mapping.items())
    assert len(packed) == len(mapping) and packed.get("no such key") == mapping.get("no such key")


def test_what_documents_hold_is_found_by_the_place() -> None:
    held = {"a": {"a": 0, "a#p1": 1, "a-n1": 3}, "b": {"b#p1-n2": 2}}  # a-n1: a figure in the head of a
    joined = Joined(held)
    assert dict(joined) == held["a"] | held["b"] and len(joined) == 4
    assert joined.get("a#p2") is joined.get("c#p1") is joined.get("") is None


@given(st.lists(st.lists(MENTIONS)))
def test_uses_are_the_mentions_of_each_entry(stretches: list[list[Mention]]) -> None:
    mentions = list(chain.from_iterable(stretches))
    expected = {id: tuple(m for m in mentions if m.target == id) for id in sorted({m.target for m in mentions})}
    uses = Uses(map(write_columns, stretches))
    assert list(uses) == list(expected) and len(uses) == len(expected)
    for id, found in expected.items():
        assert tuple(uses[id]) == found and len(uses[id]) == len(found)
        assert uses[id][-1] == found[-1] and uses[id][1:] == found[1:]
        assert [uses[id][n] for n in range(len(found))] == list(found) == list(reversed(list(reversed(uses[id]))))


def test_an_archive_of_many_documents_is_built_like_one_of_few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(CORPUS, tmp_path / "few")
    for module in (prepare, compose):
        monkeypatch.setattr(module, "MANY", 0)
    monkeypatch.setattr(stretches, "_STRETCH", 1)
    monkeypatch.setattr(parts, "_BATCH", 2)
    for many in ("many", "recalled"):
        build(CORPUS, tmp_path / many, store=Store(tmp_path / "store"))
        assert read_tree(tmp_path / many) == read_tree(tmp_path / "few")


def test_writing_leaves_the_texts_as_small_as_they_were(tmp_path: Path) -> None:
    """CPython keeps a text's UTF-8 beside it once a C library has asked for that: one and a half times its size."""
    build(CORPUS, tmp_path / "first", store=Store(tmp_path / "texts"))
    edition, sizes = open_edition(CORPUS, store=Store(tmp_path / "texts")), dict[str, Size]()
    texts = [part.text for one in edition.documents for part in one.document.paragraphs]
    before = list(map(sys.getsizeof, texts))
    write(tmp_path / "second", make_files(edition, CORPUS, sizes, Store(tmp_path / "rest")), sizes=sizes)
    assert list(map(sys.getsizeof, texts)) == before
