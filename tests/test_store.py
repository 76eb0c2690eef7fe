"""What is kept from build to build changes nothing but the time they take."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest

from build_pages.build import build
from build_pages.store import Store
from tests.conftest import CORPUS
from tests.publish import read_tree

TEXT = (CORPUS / "source/received/report.txt").read_text(encoding="utf-8")


def add_entry(root: Path, dice: random.Random) -> None:
    """An entry for some characters of a text, so that documents have one mention more, or a longer one."""
    words = dice.choice(re.findall("[\u4e00-\u9fff]{6,}", TEXT))
    at = dice.randrange(len(words) - 4)
    form, id = words[at : at + dice.randint(3, 4)], f"x{dice.randrange(10**6)}"
    text = f"id: {id}\nname: {form}\nforms: [{form}]\ncategory: policy-term\nmatch: {{examples: [{form}]}}\n"
    (root / f"source/glossary/terms/{id}.yml").write_text(text, encoding="utf-8")


def reword_entry(root: Path, dice: random.Random) -> None:
    """Another meaning, which is on cards and pages but finds nothing else."""
    path = root / "source/glossary/terms/deng-ta-gong-cheng.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("给每个", dice.choice("一二三四五") + "给每个", 1), encoding="utf-8")


def retitle_document(root: Path, dice: random.Random) -> None:
    """Another title for some document."""
    path = dice.choice(sorted((root / "source/documents").glob("*.yml")))
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub("(?m)^title: ", f"title: 第{dice.randrange(10)}次", text, count=1), encoding="utf-8")


def drop_rulings(root: Path, dice: random.Random) -> None:
    """Nothing that people ruled holds any longer."""
    for path in (root / "source/rulings").glob("*.yml"):
        path.unlink()


EDITS = (add_entry, add_entry, reword_entry, retitle_document, drop_rulings)


@pytest.mark.parametrize("seed", range(4))
def test_kept_and_clean_builds_are_the_same(seed: int, tmp_path: Path) -> None:
    dice, root = random.Random(seed), tmp_path / "archive"
    shutil.copytree(CORPUS, root)
    for _ in range(3):
        dice.choice(EDITS)(root, dice)
        build(root, tmp_path / "kept", store=Store(tmp_path / "store"))
        build(root, tmp_path / "clean")
        assert read_tree(tmp_path / "kept") == read_tree(tmp_path / "clean")
        for path in sorted((tmp_path / "store").rglob("*")):
            if path.is_file() and not dice.randrange(3):
                path.write_bytes(dice.choice((b"", b"x", path.read_bytes()[:-1], path.read_bytes() + b"x")))


def test_what_is_kept_is_not_made_again(tmp_path: Path) -> None:
    store, made = Store(tmp_path), list[str]()

    def make() -> str:
        made.append("anew")
        return "thing"

    assert [store.recall(store.key(n), make) for n in (1, 1, 2)] == ["thing"] * 3
    assert len(made) == 2


def test_what_was_not_wanted_goes(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.recall(store.key("old"), lambda: 1)
    store.sweep(since=2**40)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
