"""What is kept from build to build changes nothing but the time they take."""

from __future__ import annotations

import json
import random
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from build_pages.build import build
from build_pages.data import parts
from build_pages.data.table import Row
from build_pages.model.edition import Edition
from build_pages.model.problem import SourceError
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


def emend(root: Path, number: int, found: str, replacement: str, occurrence: int = 1) -> None:
    """A stretch of a line of the report is read otherwise."""
    path = root / "source/documents/2031-01-12-work-report.yml"
    repair = {
        "line": number, "found": found, "occurrence": occurrence, "replacement": replacement, "rule": "invented",
        "method": "理校", "decided": "ed",
    }  # fmt: skip
    text = re.sub("(?m)^repairs: .*\n", "", path.read_text(encoding="utf-8"))
    repairs = f"repairs: [{json.dumps(repair, ensure_ascii=False)}]\n"
    path.write_text(text.replace("structure:", f"{repairs}structure:"), encoding="utf-8")


def emend_line(root: Path, dice: random.Random) -> None:
    """Two characters of a line, in the text or a heading, are read otherwise."""
    number, line = dice.choice([(n, line) for n, line in enumerate(TEXT.split("\n"), 1) if n > 4 and len(line) > 8])
    at = dice.randrange(len(line) - 3)
    found = line[at : at + 2]
    emend(root, number, found, dice.choice(("灯塔", "渡口", "春风")), line[:at].count(found) + 1)


def tie_entries(root: Path, dice: random.Random) -> None:
    """An entry says that it answers to another, and where."""
    path = root / "source/glossary/terms/deng-ta-gong-cheng.yml"
    to = dice.choice([one.stem for one in (root / "source/glossary/terms").glob("*.yml") if one != path])
    place = f"2031-01-12-work-report#p{dice.choice((8, 9, 10))}"
    relation = {"kind": "呼应", "to": to, "basis": "archive", "from": [place]}
    text = re.sub("(?m)^relations: .*\n", "", path.read_text(encoding="utf-8"))
    path.write_text(f"{text}relations: [{json.dumps(relation, ensure_ascii=False)}]\n", encoding="utf-8")


def redate_document(root: Path, dice: random.Random) -> None:
    """A document comes before others, or after."""
    path = root / "source/documents/2031-02-lighthouse-speech.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub("(?m)^date: .*$", f"date: 20{dice.randrange(28, 34)}-02", text), encoding="utf-8")


def drop_rulings(root: Path, dice: random.Random) -> None:
    """Nothing that people ruled holds any longer."""
    for path in (root / "source/rulings").glob("*.yml"):
        path.unlink()


EDITS = (add_entry, emend_line, reword_entry, tie_entries, retitle_document, emend_line, drop_rulings, redate_document)


@pytest.mark.parametrize("seed", range(6))
def test_kept_and_clean_builds_are_the_same(seed: int, tmp_path: Path) -> None:
    dice, root, before = random.Random(seed), tmp_path / "archive", tmp_path / "before"
    shutil.copytree(CORPUS, root)
    built = 0
    for edit in dice.sample(EDITS, 5):
        shutil.copytree(root, before, dirs_exist_ok=True)
        edit(root, dice)
        try:
            build(root, tmp_path / "kept", store=Store(tmp_path / "store"))
        except SourceError:  # what was edited is cited, or ruled on
            shutil.copytree(before, root, dirs_exist_ok=True)
            continue
        built += 1
        build(root, tmp_path / "clean")
        assert read_tree(tmp_path / "kept") == read_tree(tmp_path / "clean")
        for path in sorted((tmp_path / "store").rglob("*")):
            if path.is_file() and not dice.randrange(3):
                damage(path, dice)
        for path in sorted((tmp_path / "kept/data").rglob("*.*")):  # parts of tables are taken from the last ones
            if not dice.randrange(4):
                damage(path, dice)
    assert built > 1


def damage(path: Path, dice: random.Random) -> None:
    """Cut a file short, or lengthen it, or make it another; it is not written through, for it may have other names."""
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(dice.choice((b"", b"x", data[:-1], data + b"x", data[::-1])))


def test_only_what_a_document_changed_is_made_again_in_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, made = tmp_path / "archive", list[str]()
    shutil.copytree(CORPUS, root)
    write_rows = parts._Sheets.write

    def note(sheets: parts._Sheets, number: int, name: parts.Name, rows: Sequence[Row]) -> bytes:
        made.extend([name] if isinstance(name, str) else ())  # batches of whole tables are numbered
        return write_rows(sheets, number, name, rows)

    build(root, tmp_path / "out", store=Store(tmp_path / "store"))
    before = read_tree(tmp_path / "out/data")
    monkeypatch.setattr(parts._Sheets, "write", note)
    emend(root, 8, "1234.5", "1334.5")
    build(root, tmp_path / "out", store=Store(tmp_path / "store"))
    assert set(made) == {"2031-01-12-work-report"}
    after = read_tree(tmp_path / "out/data")
    assert after["paragraphs.csv"] != before["paragraphs.csv"]


def test_things_come_back_as_they_were(edition: Edition, tmp_path: Path) -> None:
    store = Store(tmp_path)
    for n, thing in enumerate((edition.documents, edition.library, tuple(edition.commitments.values()))):
        store.keep(store.key(n), thing)
        assert store.find(store.key(n)) == thing


def test_pages_follow_what_they_name(tmp_path: Path) -> None:
    """An edit elsewhere that a page shows: the name of a tied entry, the label of a cited place, another's value."""
    root, kept = tmp_path / "archive", dict[str, bytes]()
    shutil.copytree(CORPUS, root)
    path, other = (root / f"source/glossary/terms/{id}.yml" for id in ("deng-ta-gong-cheng", "min-xin-du"))
    tie = "{kind: 呼应, to: min-xin-du, basis: archive, from: [2031-01-12-work-report#p8]}"
    path.write_text(f"{path.read_text(encoding='utf-8')}relations: [{tie}]\n", encoding="utf-8")
    renamed = other.read_text(encoding="utf-8").replace("name: 民心渡", "name: 民心渡（新）")
    for page, edit in (
        ("index.md", lambda: None),
        ("glossary/deng-ta-gong-cheng.md", lambda: other.write_text(renamed, encoding="utf-8")),
        ("glossary/deng-ta-gong-cheng.md", lambda: emend(root, 7, "一", "七")),  # the number of the place's section
        ("documents/2030-02-work-report-digest.md", lambda: emend(root, 8, "1234.5", "1334.5")),
        ("glossary/san-qiao-liang-du.md", lambda: emend(root, 13, "河港二期", "头桥、中桥、尾桥")),  # an item of it
    ):
        edit()
        before = kept.get(page)
        build(root, tmp_path / "kept", store=Store(tmp_path / "store"))
        build(root, tmp_path / "clean")
        kept = read_tree(tmp_path / "kept")
        assert kept == read_tree(tmp_path / "clean")
        assert kept[page] != before


def test_what_is_kept_is_not_made_again(tmp_path: Path) -> None:
    store, made = Store(tmp_path), list[str]()

    def make() -> str:
        made.append("anew")
        return "thing"

    assert [store.recall(store.key(n), make) for n in (1, 1, 2)] == ["thing"] * 3
    assert len(made) == 2


def test_what_is_at_hand_needs_no_folder_until_it_is_swept(tmp_path: Path) -> None:
    at_hand = dict[str, object]()
    first = Store(tmp_path / "one", at_hand)
    wanted, other = first.key("wanted"), first.key("other")
    first.keep(wanted, "thing")
    first.keep(other, "other")
    shutil.rmtree(tmp_path / "one")
    second = Store(tmp_path / "one", at_hand)
    assert second.find(wanted) == "thing"
    second.sweep(since=0)
    assert (second.find(wanted), second.find(other)) == ("thing", None)


def test_what_was_not_wanted_goes(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.recall(store.key("old"), lambda: 1)
    store.sweep(since=2**40)
    assert store.find(store.key("old")) is None
