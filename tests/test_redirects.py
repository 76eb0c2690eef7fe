"""``redirects``: what stands at addresses that are no longer there, on a host that only serves files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pydantic import TypeAdapter, ValidationError

from build_pages.build import build, check
from build_pages.model.edition import Edition
from build_pages.model.ledger import Redirect
from build_pages.pages import plan
from build_pages.pages.redirects import SCRIPT, find_kept, list_left
from tests.conftest import CORPUS, Command
from tests.make import read_page, render_texts
from tests.publish import copy_repository, publish

REPORT = "documents/2031-01-12-work-report"


def redirect(from_: str, to: str | None = None) -> Redirect:
    return TypeAdapter(Redirect).validate_python({"from": from_, "to": to, "why": "并入<b>他条"})


def show(edition: Edition, *redirects: Redirect) -> dict[str, str]:
    """The files of the invented archive with these redirects."""
    changed = replace(edition, library=replace(edition.library, redirects=redirects))
    return render_texts(plan(changed), changed.library.archive)


def test_a_page_that_moved_leads_on_without_a_script(edition: Edition) -> None:
    text = show(edition, redirect("glossary/old/name.html", "glossary/he-gang.html"))["glossary/old/name.html"]
    assert text.startswith("<!doctype html>")
    page = BeautifulSoup(text, "html.parser")
    assert page.select_one('meta[http-equiv="refresh"]')["content"] == "0; url=../he-gang.html"  # type: ignore[index]
    assert page.select_one('link[rel="canonical"]')["href"] == "../he-gang.html"  # type: ignore[index]
    assert page.select_one("#moved-to")["href"] == "../he-gang.html"  # type: ignore[index]
    assert [script.get("src") for script in page.select("script")] == ["../../moved.js"]
    assert "并入<b>他条" in page.get_text()


def test_the_canonical_address_is_absolute_where_it_is_known(edition: Edition) -> None:
    located = replace(edition, address="https://example.org/archive/")
    text = show(located, redirect("glossary/old.html", "glossary/he-gang.html"))["glossary/old.html"]
    assert '<link rel="canonical" href="https://example.org/archive/glossary/he-gang.html">' in text


def test_a_page_that_is_gone_says_why_and_leads_nowhere(edition: Edition) -> None:
    page = BeautifulSoup(show(edition, redirect("glossary/old.html"))["glossary/old.html"], "html.parser")
    assert not page.select('meta[http-equiv="refresh"], script, #moved-to')
    assert "此页已撤" in page.get_text() and "并入<b>他条" in page.get_text()


def test_a_page_that_is_there_is_not_replaced(edition: Edition) -> None:
    redirects = [redirect(path, "glossary/he-gang.html") for path in (f"{REPORT}.html", "data.html", "index.html")]
    assert show(edition, *redirects).keys() == show(edition).keys()


def test_without_redirects_there_is_no_script(edition: Edition) -> None:
    assert SCRIPT not in show(edition)
    assert SCRIPT in show(edition, redirect("a.html"))


def test_old_fragments_stand_where_the_text_is(edition: Edition) -> None:
    moved = [redirect(f"{REPORT}.html#{old}", f"{REPORT}.html#{new}") for old, new in (("p11", "p12"), ("s70", "s7"))]
    page = read_page(show(edition, *moved)[f"{REPORT}.md"])
    assert page.select_one("p#p12 > a#p11") and page.select_one("h2#s7 > a#s70")
    assert not page.select("ul.moved")


def test_figures_keep_old_fragments_too(edition: Edition) -> None:
    path = "figures/2031-01-12-work-report"
    moved = (redirect(f"{path}.html#p8-n1", f"{path}.html#p8-n4"), redirect(f"{path}.html#p8-n2"))
    page = read_page(show(edition, *moved)[f"{path}.md"])
    assert page.select_one("tr#p8-n4 > td > a#p8-n1") and page.select_one("ul.moved > li#p8-n2")


def test_fragments_that_left_their_page_say_where_to(edition: Edition) -> None:
    moved = (
        redirect(f"{REPORT}.html#p99", "documents/2031-02-lighthouse-speech.html#p7"),
        redirect(f"{REPORT}.html#p98"),
        redirect(f"{REPORT}.html#p97", f"{REPORT}.html#s9"),
    )
    page = read_page(show(edition, *moved)[f"{REPORT}.md"])
    assert page.select_one("li#p99 a")["href"] == "2031-02-lighthouse-speech.html#p7"  # type: ignore[index]
    assert not page.select("li#p98 a") and "已撤" in page.select_one("li#p98").get_text()  # type: ignore[union-attr]
    assert page.select_one("li#p97 a")["href"] == "#s9"  # type: ignore[index]


def test_a_fragment_is_led_on_once() -> None:
    twice = (redirect("a.html#p1", "a.html#p2"), redirect("a.html#p1", "b.html"))
    assert find_kept(twice, "a.html", {"p2"}) == {"p2": ("p1",)}
    assert list_left(twice, "a.html", {"p2"}) == ()


@pytest.mark.parametrize(
    "address",
    ["../a.html", "/a.html", "a/../../b.html", "https://example.org/a.html", "javascript:alert(1)//.html", "a.htm",
     "//example.org/a.html", "a.html#", "a.html#x y", "a.html?q", ".hidden/a.html", "", "提法.html", "a\n.html",
     "a.html#p1\n"],
)  # fmt: skip
@pytest.mark.parametrize("key", ["from", "to"])
def test_an_address_that_is_none_is_refused(key: str, address: str) -> None:
    with pytest.raises(ValidationError, match="write a page of the site"):
        TypeAdapter(Redirect).validate_python({"from": "a.html", "to": "b.html", "why": ""} | {key: address})


def test_a_refused_address_is_a_problem_at_its_line(archive: Path, command: Command) -> None:
    path = archive / "source/redirects.yml"
    path.write_text("- from: a.html\n  to: ../../etc.html\n  why: x\n", encoding="utf-8")
    assert [str(problem).split(" write")[0] for problem in check(archive)] == [
        "source/redirects.yml:2: Y003 to: Value error,"
    ]
    assert command("build", "--root", archive)[0] == 1


def test_a_build_writes_the_pages(archive: Path, tmp_path: Path) -> None:
    path = archive / "source/redirects.yml"
    path.write_text("- {from: glossary/old.html, to: glossary/he-gang.html, why: 并入}\n", encoding="utf-8")
    build(archive, tmp_path / "out", address="https://example.org/")
    assert (tmp_path / "out/glossary/old.html").exists() and (tmp_path / "out" / SCRIPT).exists()
    sitemap = tmp_path / "out/sitemap.xml"
    assert "glossary/old.html" not in sitemap.read_text(encoding="utf-8")


@pytest.mark.site
def test_the_site_publishes_them(tmp_path: Path) -> None:
    repository = copy_repository(tmp_path / "repository", CORPUS / "source")
    text = "- {from: glossary/old.html, to: glossary/he-gang.html, why: 并入}\n"
    (repository / "source/redirects.yml").write_text(text, encoding="utf-8")
    done = publish(repository, tmp_path / "site")
    assert done.returncode == 0, done.stdout[-2000:]
    assert "url=he-gang.html" in (tmp_path / "site/glossary/old.html").read_text(encoding="utf-8")
    assert (tmp_path / "site" / SCRIPT).exists()
