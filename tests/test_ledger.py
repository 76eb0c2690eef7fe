"""``ledger``: what a release promises, and that ``check`` fails when it is broken without a word."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from build_pages.build import check, open_edition
from build_pages.ledger.addresses import fingerprint, list_addresses
from build_pages.ledger.binding import Word, find_broken
from build_pages.ledger.editions import last_changed, propose_editions
from build_pages.ledger.lines import read_ledger, read_releases, write_ledger
from build_pages.ledger.release import extend, release
from build_pages.model.edition import Edition
from build_pages.model.ledger import Bound, Redirect
from build_pages.model.problem import SourceError
from build_pages.source.folder import Folder
from tests.conftest import CORPUS, Command, cases
from tests.publish import read_tree
from tests.test_source import change_archive

REPORT = "documents/2031-01-12-work-report"
RECORD = f"source/{REPORT}.yml"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented archive, released."""
    root = Path(shutil.copytree(CORPUS, tmp_path_factory.mktemp("published") / "archive"))
    state(root, "1.0.0")
    release(root, "1.0.0", "2031-03-01")
    return root


@pytest.fixture
def released(published: Path, tmp_path: Path) -> Path:
    """The same, to change at will."""
    return Path(shutil.copytree(published, tmp_path / "released"))


def state(root: Path, version: str) -> None:
    path = root / "source/archive.yml"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("version:")]
    path.write_text("\n".join([*lines, f"version: {version}", ""]), encoding="utf-8")


def alter(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("case", cases("ledger"))
def test_a_broken_promise_fails_check(case: dict[str, Any], released: Path) -> None:
    change_archive(released, case)
    found = [problem for problem in check(released) if not problem.open]
    assert [problem.code for problem in found] == [code for code, _ in case["expect"]], "\n".join(map(str, found))
    for problem, (_, words) in zip(found, case["expect"], strict=True):
        assert words in str(problem)


def test_a_broken_promise_does_not_stop_a_build(released: Path, command: Command) -> None:
    (released / "source/glossary/terms/tong-che-ri.yml").unlink()
    assert command("check", "--root", released)[0] == 1
    assert command("build", "--root", released)[0] == 0


def test_addresses_are_those_of_pages_texts_and_figures(edition: Edition) -> None:
    addresses = list_addresses(edition)
    assert addresses[f"{REPORT}.html#s16"] == fingerprint("三、加强自身建设")
    assert addresses[f"{REPORT}.html"] == fingerprint("稳渡口 兴灯塔——2031年1月12日在澄溪市第七届居民大会第二次会议上")
    assert addresses["figures/2031-01-12-work-report.html#p8-n4"] == ""
    assert {
        "index.html",
        "about.html",
        "glossary/he-gang.html",
        "people/lu-qinghe.html",
        "data.html",
    } <= addresses.keys()
    assert list(addresses) == sorted(addresses)


def test_a_release_writes_the_ledger_and_the_first_editions(published: Path) -> None:
    files = read_tree(published / "source/ledger")
    assert {"pages.tsv", "releases.tsv", f"{REPORT}.tsv", "figures/2031-01-12-work-report.tsv"} <= files.keys()
    assert files["releases.tsv"] == b"1.0.0\t2031-03-01\n"
    edition = open_edition(published)
    bounds = read_ledger(Folder(published))
    assert {bound.address: bound.fingerprint for bound in bounds} == list_addresses(edition)
    assert {bound.version for bound in bounds} == {"1.0.0"}
    for record in edition.library.records:
        assert (record.version, last_changed(record)) == ("1.0.0", "2031-03-01")


def test_what_is_on_disk_reads_back(published: Path) -> None:
    folder = Folder(published)
    assert write_ledger(read_ledger(folder), read_releases(folder)) == {
        path: text.decode() for path, text in read_tree(published / "source/ledger").items()
    }


def test_a_later_release_keeps_what_was_published(released: Path) -> None:
    """Changed texts get the version they changed in, so that a note answers once; vanished addresses stay bound."""
    note = "{version: 1.0.1, date: 2031-05-01, what: 两段合为一段, anchors: [p9, p10, s10]}"
    alter(released / RECORD, "structure:\n", "joins: [9]\nstructure:\n")
    alter(released / RECORD, "what: 首次发布}", f"what: 首次发布}}\n  - {note}")
    with pytest.raises(SourceError, match=r"L005 write version: 1\.0\.1"):
        release(released, "1.0.1", "2031-05-01")
    state(released, "1.0.1")
    done = release(released, "1.0.1", "2031-05-01")
    assert done.changed == 1
    bounds = {bound.address: bound for bound in read_ledger(Folder(released))}
    assert bounds[f"{REPORT}.html#p9"].version == "1.0.1"
    assert bounds[f"{REPORT}.html#p12"].version == bounds[f"{REPORT}.html#p10"].version == "1.0.0"
    assert not [problem for problem in check(released) if not problem.open]
    alter(released / RECORD, "joins: [9]", "joins: []")
    assert {problem.code for problem in check(released) if not problem.open} == {"L001", "L002"}
    alter(released / RECORD, "anchors: [p9, p10, s10]", "anchors: [p10]")
    assert any("#p9 was published in 1.0.1" in str(problem) for problem in check(released))


@pytest.mark.parametrize(
    ("version", "stated", "again", "says"),
    [
        ("1.0.0", "1.0.0", False, "take a version after 1.0.0"),
        ("0.9.9", "0.9.9", False, "take a version after 1.0.0"),
        ("1.1.0", "1.1.0", True, "only the last release can be written again: 1.0.0"),
        ("1.1.0", "1.2.0", False, "write version: 1.1.0, not '1.2.0'"),
    ],
)
def test_a_version_that_is_not_the_next_is_refused(
    version: str, stated: str, again: bool, says: str, released: Path
) -> None:
    state(released, stated)
    before = read_tree(released)
    with pytest.raises(SourceError, match="L005") as error:
        release(released, version, "2031-05-01", again=again)
    assert says in str(error.value)
    assert read_tree(released) == before


def test_an_edition_of_a_later_version_is_refused(released: Path) -> None:
    alter(released / RECORD, "what: 首次发布}", "what: 首次发布}\n  - {version: 9.0.0, date: 2031-05-01, what: 预记}")
    state(released, "1.1.0")
    with pytest.raises(SourceError, match=r"L005 write the edition as of 1\.1\.0"):
        release(released, "1.1.0", "2031-05-01")


def test_a_release_is_refused_while_something_is_broken(released: Path) -> None:
    (released / "source/glossary/terms/tong-che-ri.yml").unlink()
    state(released, "1.1.0")
    with pytest.raises(SourceError, match="L001"):
        release(released, "1.1.0", "2031-05-01")


def test_the_last_release_can_be_written_again_before_it_is_published(released: Path, command: Command) -> None:
    (released / "source/glossary/terms/tong-che-ri.yml").unlink()
    status, out, _ = command("release", "1.0.0", "2031-03-02", "--again", "--root", released)
    assert status == 0 and out.startswith("1.0.0 (2031-03-02): ")
    assert not [problem for problem in check(released) if not problem.open]
    before = read_tree(released)
    assert command("release", "1.0.0", "2031-03-02", "--again", "--root", released)[0] == 0
    assert read_tree(released) == before


@pytest.mark.parametrize("words", [["1.0", "2031-03-01"], ["1.0.0", "yesterday"], ["01.0.0", "2031-03-01"], ["1.0.0"]])
def test_wrong_usage_of_release(words: list[str], archive: Path, command: Command) -> None:
    status, _, err = command("release", *words, "--root", archive)
    assert status == 2 and "Usage" in err


ADDRESSES = st.dictionaries(
    st.sampled_from([f"{page}{mark}" for page in ("a.html", "b/c.html") for mark in ("", "#p1", "#p2", "#s1")]),
    st.sampled_from(["", "0a", "1b"]),
).map(lambda found: {address.partition("#")[0]: "" for address in found} | found)
"""No fragment without its page."""
WITHOUT_A_WORD = Word({}, {})


@given(ADDRESSES)
def test_what_a_release_binds_stands(live: dict[str, str]) -> None:
    assert not list(find_broken(live, extend((), live, "1.0.0"), WITHOUT_A_WORD))


@given(ADDRESSES, ADDRESSES)
def test_a_release_loses_no_address(first: dict[str, str], second: dict[str, str]) -> None:
    ledger = {bound.address: bound for bound in extend(extend((), first, "1.0.0"), second, "1.1.0")}
    assert ledger.keys() == first.keys() | second.keys()
    for address, text in second.items():
        assert ledger[address].fingerprint == text
    for bound in ledger.values():
        kept = bound.address in first and second.get(bound.address, bound.fingerprint) == first[bound.address]
        assert bound.version == ("1.0.0" if kept else "1.1.0")


@given(ADDRESSES, ADDRESSES)
def test_every_broken_address_is_named_or_its_page_is(before: dict[str, str], live: dict[str, str]) -> None:
    bounds = extend((), before, "1.0.0")
    named = " ".join(problem.message for problem in find_broken(live, bounds, WITHOUT_A_WORD))
    for bound in bounds:
        gone = bound.address not in live
        changed = not gone and bool(bound.fingerprint) and live[bound.address] != bound.fingerprint
        page_named = bound.page not in live and f"{bound.page} was" in named
        assert (f"{bound.address} was" in named or page_named) == (gone or changed)


def moved(from_: str, to: str | None) -> Redirect:
    return TypeAdapter(Redirect).validate_python({"from": from_, "to": to, "why": "改名"})


@pytest.mark.parametrize(
    ("redirects", "broken"),
    [
        ({}, ["documents/a.html"]),
        ({"documents/a.html": "documents/b.html"}, ["documents/a.html#p2"]),
        ({"documents/a.html": "documents/b.html", "documents/a.html#p2": "documents/b.html#p1"}, []),
        ({"documents/a.html": None}, []),
    ],
)
def test_fragments_go_with_their_page_to_where_they_are(redirects: dict[str, str | None], broken: list[str]) -> None:
    bounds = extend((), dict.fromkeys(("documents/a.html", "documents/a.html#p1", "documents/a.html#p2"), "0"), "1.0.0")
    word = Word({from_: moved(from_, to) for from_, to in redirects.items()}, {})
    live = {"documents/b.html": "0", "documents/b.html#p1": "0"}
    assert [problem.message.split(" ")[0] for problem in find_broken(live, bounds, word)] == broken


def test_lines_of_a_change_log_are_proposed() -> None:
    before = {
        "documents/a.html": "0",
        "documents/a.html#p1": "1",
        "documents/a.html#p2": "2",
        "documents/b.html#p1": "3",
    }
    now = {"documents/a.html": "9", "documents/a.html#p1": "1"}
    assert list(propose_editions(before, now, {"a", "b"})) == [
        "source/documents/a.yml: - {version: , date: , what: 改动2处, why: , anchors: [title, p2]}"
    ]
    assert not list(propose_editions(before, now, frozenset()))


def test_a_bound_knows_its_page() -> None:
    bound = Bound("documents/a.html#p1", "", "1.0.0")
    assert (bound.page, bound.fragment) == ("documents/a.html", "p1")
