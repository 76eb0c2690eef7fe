"""``diff``: what a change of the source does, against a git revision of which nothing is run."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from build_pages.diff import Difference, diff
from build_pages.diff.summary import LONGEST, MOST, write_markdown, write_text
from build_pages.ledger.release import release
from build_pages.model.problem import SourceError
from tests.conftest import Command
from tests.test_ledger import RECORD, alter, state

GIT = {
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "ed", "GIT_AUTHOR_EMAIL": "ed@example.org",
    "GIT_COMMITTER_NAME": "ed", "GIT_COMMITTER_EMAIL": "ed@example.org",
}  # fmt: skip


def commit(root: Path) -> None:
    for words in (["init", "--quiet", "--initial-branch=main"], ["add", "--all"], ["commit", "--quiet", "-m", "all"]):
        subprocess.run(["git", "-C", str(root), *words], check=True, env=os.environ | GIT)


@pytest.fixture
def held(archive: Path) -> Path:
    """The invented archive, released and under git."""
    state(archive, "1.0.0")
    release(archive, "1.0.0", "2031-03-01")
    commit(archive)
    return archive


def differences(root: Path, base: str = "HEAD") -> dict[str, Difference]:
    return {one.table: one for one in diff(root, base)}


def test_nothing_changed(held: Path) -> None:
    found = differences(held)
    assert list(found) == [
        "documents", "sections", "mentions", "repairs", "figures", "pages", "anchors", "texts", "editions",
    ]  # fmt: skip
    assert not any(one.gained or one.lost for one in found.values())


def test_an_entry_that_goes_takes_its_mentions_and_its_page(held: Path) -> None:
    (held / "source/glossary/terms/tong-che-ri.yml").unlink()
    found = differences(held)
    assert found["pages"] == Difference("pages", (), ("glossary/tong-che-ri.html",))
    assert found["mentions"].lost == ("2031-01-12-work-report#p9 · 澄溪大桥通车日 · term · tong-che-ri",)
    assert found["texts"].gained == () and found["anchors"].lost == ()


def test_a_repair_shows_in_the_text_and_asks_for_a_line_in_the_change_log(held: Path) -> None:
    alter(
        held / "source/documents/2031-02-lighthouse-speech.yml",
        "confidence: doubt\n",
        "confidence: doubt\n    decided: ed\n",
    )
    found = differences(held)
    id = "2031-02-lighthouse-speech"
    assert len(found["repairs"].gained) == len(found["repairs"].lost) == 1
    (gained,), (lost,) = found["texts"].gained, found["texts"].lost
    assert gained.startswith(f"{id}#p10 · ") and "当夜修；" in gained and "当夜修，" in lost
    assert found["editions"].gained == (
        f"source/documents/{id}.yml: - {{version: , date: , what: 改动1处, why: , anchors: [p10]}}",
    )
    alter(
        held / f"source/documents/{id}.yml", "what: 首次发布}",
        "what: 首次发布}\n  - {version: 1.0.1, date: 2031-05-01, what: 改一个标点, anchors: [p10]}",
    )  # fmt: skip
    assert not differences(held)["editions"].gained


def test_a_join_moves_anchors_and_figures(held: Path) -> None:
    alter(held / RECORD, "structure:\n", "joins: [9]\nstructure:\n")
    found = differences(held)
    assert "documents/2031-01-12-work-report.html#p10" in found["anchors"].lost
    assert any(row.startswith("2031-01-12-work-report#p9 · 48处") for row in found["figures"].gained)


def test_nothing_of_the_revision_is_run(held: Path, tmp_path: Path) -> None:
    """Its program lies beside its source, and would take the place of ours if its folder were looked in."""
    trace = tmp_path / "ran"
    (held / "build_pages").mkdir()
    (held / "build_pages/__init__.py").write_text(f"open({str(trace)!r}, 'w')\n", encoding="utf-8")
    (held / "sitecustomize.py").write_text(f"open({str(trace)!r}, 'w')\n", encoding="utf-8")
    commit(held)
    assert differences(held)["texts"].gained == ()
    assert not trace.exists()


def test_a_revision_that_links_out_of_its_source_is_refused(held: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text("id: secret\n", encoding="utf-8")
    (held / "source/glossary/terms/secret.yml").symlink_to(tmp_path / "secret.yml")
    commit(held)
    (held / "source/glossary/terms/secret.yml").unlink()
    with pytest.raises(SourceError, match="V001 name a revision that can be unpacked"):
        differences(held)


@pytest.mark.parametrize("base", ["nothing", "--output=x", "--remote=x", "-h", "", "HEAD:source", "HEAD^9"])
def test_what_is_no_revision_is_refused(base: str, held: Path) -> None:
    before = sorted(held.rglob("*"))
    with pytest.raises(SourceError, match="V001 name a git revision"):
        differences(held, base)
    assert sorted(held.rglob("*")) == before


def test_a_revision_with_mistakes_is_named(held: Path, command: Command) -> None:
    alter(held / RECORD, "kind: report", "knid: report")
    commit(held)
    alter(held / RECORD, "knid: report", "kind: report")
    status, out, err = command("diff", "HEAD", "--root", held)
    assert (status, out) == (
        1,
        "",
    ) and f"HEAD:1: V001 name a revision whose source can be read: {RECORD}:1: Y003" in err


def test_outside_git(archive: Path) -> None:
    with pytest.raises(SourceError, match="V001"):
        differences(archive)


def test_the_command(held: Path, command: Command) -> None:
    (held / "source/glossary/terms/tong-che-ri.yml").unlink()
    status, out, _ = command("diff", "HEAD", "--root", held)
    assert status == 0 and "pages: 0 gained, 1 lost\n  - glossary/tong-che-ri.html\n" in out
    status, out, _ = command("diff", "HEAD", "--markdown", "--root", held)
    assert status == 0 and "| pages | 0 | 1 |" in out and "```diff\n- glossary/tong-che-ri.html\n```" in out


def test_long_tables_and_rows_are_cut_and_counted() -> None:
    rows = tuple(f"{n:03}" + "长" * 500 for n in range(MOST + 2))
    lines = list(write_text([Difference("texts", rows, ())]))
    assert lines[0] == f"texts: {MOST + 2} gained, 0 lost"
    assert lines[-1] == "  + … 2 more" and len(lines) == MOST + 2
    assert max(map(len, lines)) == LONGEST + len("  + ")


def test_rows_of_a_summary_are_never_markup() -> None:
    """What a pull request writes into a text is shown to whoever reads its summary."""
    rows = ("```", "</details><script>alert(1)</script>", "@everyone [x](http://example.org)")
    lines = list(write_markdown([Difference("texts", rows, ())], "ma`in|<b>"))
    fences = [n for n, line in enumerate(lines) if line.startswith("```")]
    assert len(fences) == 2
    inside = lines[fences[0] + 1 : fences[1]]
    assert len(inside) == 3 and all(line.startswith("+ ") for line in inside)
    outside = "\n".join(lines[: fences[0]] + lines[fences[1] :])
    assert "script" not in outside and lines[0] == "### Since mainb"
