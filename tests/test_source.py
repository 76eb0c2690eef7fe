"""``source``: what is read from disk, and every mistake of it named by path, line and code."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from build_pages.build import check
from build_pages.source import read_source
from tests.conftest import CORPUS, cases
from tests.publish import ROOT

CASES = cases("source")
CODE = re.compile(r'"([YRDGTMC]\d{3})"')


def test_the_whole_source_is_read() -> None:
    library = read_source(CORPUS)
    assert [record.id for record in library.records] == [
        "2030-02-work-report-digest",
        "2031-01-12-work-report",
        "2031-02-lighthouse-speech",
    ]
    assert {name: reading.encoding for name, reading in library.readings.items()} == {
        "report.txt": "UTF-8",
        "page.txt": "GB18030",
        "digest.md": "UTF-8",
    }
    assert {entry.kind for entry in library.entries} == {"term", "person", "body"}
    assert len(library.rulings["2031-01-12-work-report"]) == 2
    assert [missing.date for missing in library.missing] == ["2029-01", "2030"]
    assert library.usage["渡口经济"] == 18
    assert library.pages["about"].startswith("# 关于")


def test_lines_are_those_of_the_received_bytes() -> None:
    for name, reading in read_source(CORPUS).readings.items():
        data = (CORPUS / "source/received" / name).read_bytes()
        assert reading.text.encode(reading.encoding) == data


def test_rulings_can_be_left_out() -> None:
    assert not read_source(CORPUS, rulings=False).rulings


def test_forms_may_be_written_short() -> None:
    entry = next(entry for entry in read_source(CORPUS).entries if entry.id == "du-kou-jia")
    assert [(form.form, bool(form.damaged)) for form in entry.forms] == [("渡口+", False), ("渡口十", True)]


@pytest.mark.parametrize("case", CASES)
def test_each_mistake_is_named(case: dict[str, Any], archive: Path) -> None:
    change_archive(archive, case)
    problems = check(archive)
    assert [f"{p.path}:{p.line}: {p.code}" for p in problems] == case["expect"], "\n".join(map(str, problems))
    for words in case.get("says", ()):
        assert any(words in problem.message for problem in problems), "\n".join(map(str, problems))


def test_every_code_has_a_case_that_provokes_it() -> None:
    sources = (ROOT / "build_pages").rglob("*.py")
    codes = {code for path in sources for code in CODE.findall(path.read_text(encoding="utf-8"))}
    provoked = {line.rpartition(" ")[2] for param in CASES for line in param.values[0]["expect"]}  # type: ignore[index]
    tested_here = {"Y006"}
    assert codes <= provoked | tested_here


def test_a_code_means_one_thing() -> None:
    """Whoever looks a code up finds one part of the program that says it."""
    users: dict[str, set[str]] = {}
    for path in (ROOT / "build_pages").rglob("*.py"):
        for code in re.findall(r'"([A-Z]\d{3})"', path.read_text(encoding="utf-8")):
            users.setdefault(code, set()).add(path.relative_to(ROOT / "build_pages").parts[0])
    of_any_file = {"Y005"}
    assert {code: parts for code, parts in users.items() if len(parts) > 1 and code not in of_any_file} == {}


def test_a_link_out_of_the_archive_is_not_followed(archive: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yml"
    secret.write_text("id: secret\nname: 秘密\nforms: [秘密]\ncategory: slogan\n", encoding="utf-8")
    (archive / "source/glossary/terms/secret.yml").symlink_to(secret)
    assert [str(p) for p in check(archive) if not p.open] == [
        "source/glossary/terms/secret.yml:1: Y006 replace this link by the file itself: it leads out of the archive"
    ]


def test_a_received_file_that_is_a_link_out_of_the_archive_is_not_published(archive: Path, tmp_path: Path) -> None:
    """The hash would be right: whoever writes the link writes the hash."""
    report = archive / "source/received/report.txt"
    report.rename(tmp_path / "elsewhere.txt")
    report.symlink_to(tmp_path / "elsewhere.txt")
    assert ("source/received/report.txt", "Y006") in {(p.path, p.code) for p in check(archive)}


@pytest.mark.parametrize(
    "text", ["", "\n", "~", "[]", "{}", "- \n", "&a [*a]", "? [甲]: 乙", "<<: 1", "!!python/name:os.system", "\0"]
)
@pytest.mark.parametrize(
    "path",
    ["archive.yml", "received.yml", "missing.yml", "usage.yml", "documents/2031-01-12-work-report.yml",
     "glossary/terms/he-gang.yml", "rulings/2031-01-12-work-report.yml"],
)  # fmt: skip
def test_odd_yaml_is_a_problem_or_nothing_and_never_an_exception(path: str, text: str, archive: Path) -> None:
    (archive / "source" / path).write_text(text, encoding="utf-8")
    for problem in check(archive):
        assert problem.path and problem.line >= 1 and problem.message


def change_archive(root: Path, case: Mapping[str, Any]) -> None:
    """Make the changes of a case: path ▸ replacements in a file, its new text or bytes, or null to remove it.

    Under ``received``, new bytes of received files whose hash is put on record.
    """
    for name, change in case["change"].items():
        path = root / name
        path.parent.mkdir(exist_ok=True)
        if change is None:
            path.unlink()
        elif isinstance(change, bytes):
            path.write_bytes(change)
        elif isinstance(change, str):
            path.write_text(change, encoding="utf-8")
        else:
            text = path.read_text(encoding="utf-8")
            for old, new in change.items():
                assert old in text, f"{name} has no {old!r}"
                text = text.replace(old, new, 1)
            path.write_text(text, encoding="utf-8")
    for name, data in case.get("received", {}).items():
        path, record = root / "source/received" / name, root / "source/received.yml"
        old, new = (hashlib.sha256(b).hexdigest() for b in (path.read_bytes(), data))
        path.write_bytes(data)
        record.write_text(record.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
