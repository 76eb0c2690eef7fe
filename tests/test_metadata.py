"""The head of a page: what Zotero saves of it, its linked data, its canonical address and the files beside it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader
from mkdocs.utils.meta import get_data

from build_pages.model.edition import Edition
from build_pages.model.page import Page
from build_pages.pages import plan
from build_pages.pages.metadata import add_heads
from build_pages.render import to_yaml
from tests.conftest import CORPUS
from tests.links import ORIGIN, read_pages
from tests.make import read_output, render_texts
from tests.make_series import make_series
from tests.publish import ROOT
from tests.zotero import Item, save

ADDRESS = "https://example.org/archive/"
URL = f"{ADDRESS}documents/doc.html"


def make_head(page: Page, edition: Edition) -> str:
    """The head that the partial makes of a page's front matter, as MkDocs gives it to the theme."""
    source = render_texts([page], edition.library.archive)[page.path.replace(".html", ".md")]
    _, meta = get_data(source)
    environment = Environment(loader=FileSystemLoader(ROOT / "site_overrides"))
    shown = {"meta": meta, "title": page.title, "canonical_url": edition.address + page.path if edition.address else ""}
    config = {"site_name": edition.library.archive.title, "site_description": ""}
    written = environment.get_template("partials/metadata.html").render(page=shown, config=config)
    canonical = f'<link rel="canonical" href="{shown["canonical_url"]}">' if edition.address else ""
    return f"<html><head>{canonical}{written}</head><body></body></html>"


def read_head(address: str = ADDRESS, **fields: Any) -> str:
    """The head of the page of a document with these fields."""
    edition = replace(make_series({"doc": (["各位代表："], fields)}), address=address)
    page = next(page for page in add_heads(plan(edition), edition) if page.path == "documents/doc.html")
    return make_head(page, edition)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
@example("\U00020bb7\u2028\x85\ufeff\ufffe\\u2028\\'\"#: {{ ---")
def test_front_matter_is_read_as_it_was_meant(text: str) -> None:
    _, meta = get_data(f"---\ntitle: {to_yaml(text)}\nhead: {to_yaml({'tags': [(text, 1)]})}\n---\n")
    assert meta == {"title": text, "head": {"tags": [[text, 1]]}}


def test_rare_characters_stay_whole() -> None:
    assert "\U00020bb7" in read_head(title="\U00020bb7", kind="report")


def select(page: str, selector: str) -> list[Tag]:
    return list(BeautifulSoup(page, "html.parser").select(selector))


def read_linked_data(head: str) -> dict[str, Any]:
    (script,) = select(head, 'script[type="application/ld+json"]')
    found: dict[str, Any] = json.loads(str(script.string))
    return found


def pick(item: Item, *fields: str) -> tuple[str, ...]:
    return tuple(item.fields.get(field, "") for field in fields)


def test_a_work_report_is_saved_as_a_report() -> None:
    item = save(
        read_head(title="政府工作报告", kind="report", speaker="陆青禾", issuer="澄溪市人民政府", date="2031-01")
    )
    assert item.type == "report"
    assert pick(item, "title", "institution", "date", "language", "url", "type") == (
        "政府工作报告", "澄溪市人民政府", "2031-01", "zh-CN", URL, "政府工作报告",
    )  # fmt: skip
    assert item.creators == (("author", "", "陆青禾"),)


def test_a_report_without_an_issuer_names_the_archive_that_publishes_its_text() -> None:
    item = save(read_head(kind="digest", speaker="陆青禾"))
    assert (item.type, item.fields["institution"]) == ("report", "库")


def test_a_body_that_reports_is_not_split() -> None:
    assert save(read_head(kind="plan", issuer="澄溪市人民政府")).creators == (("author", "", "澄溪市人民政府"),)
    item = save(read_head(kind="plan", issuer="Chengxi People's Government"))
    assert (item.creators, item.fields["institution"]) == ((), "Chengxi People's Government")


def test_a_speech_is_saved_as_a_presentation() -> None:
    item = save(read_head(kind="speech", speaker="陆青禾", occasion="灯塔工程推进会", date="2031-02-06"))
    assert (item.type, item.creators) == ("presentation", (("presenter", "", "陆青禾"),))
    assert pick(item, "meetingName", "date", "url", "type") == ("灯塔工程推进会", "2031-02-06", URL, "讲话")


@pytest.mark.parametrize(
    ("kind", "type_"),
    [("resolution", "statute"), ("editorial", "newspaperArticle"), ("news", "newspaperArticle"), ("other", "document")],
)
def test_other_kinds_are_no_journal_articles(kind: str, type_: str) -> None:
    item = save(read_head(kind=kind, issuer="澄溪市人大"))
    assert (item.type, item.creators) == (type_, (("author", "", "澄溪市人大"),))


@pytest.mark.parametrize("kind", ["report", "speech", "resolution", "editorial"])
def test_nothing_goes_where_it_does_not_belong(kind: str) -> None:
    item = save(read_head(kind=kind, speaker="陆青禾"))
    assert not {"extra", "archiveLocation", "publicationTitle"} & item.fields.keys()


def test_a_newspaper_is_named_where_it_is_known() -> None:
    assert save(read_head(kind="editorial", published_in="澄溪日报")).fields["publicationTitle"] == "澄溪日报"


def test_without_an_address_the_tags_name_none() -> None:
    head = read_head(address="", kind="report", issuer="市")
    assert "citation_public_url" not in head and "http" not in head.replace("https://schema.org", "")
    assert read_linked_data(head)["encoding"][0]["contentUrl"] == "doc.txt"


def test_what_is_not_known_has_no_tag() -> None:
    head = read_head(kind="report", date="XXXX")
    assert "DC.date" not in head and "citation_author" not in head and "dateCreated" not in head


def test_a_title_is_data(edition: Edition) -> None:
    title = '"><script>alert(1)</script>&amp;'
    head = read_head(title=title, kind="report", issuer='市"<')
    assert [script.get("type") for script in select(head, "script")] == ["application/ld+json"]
    assert read_linked_data(head)["name"] == title == save(head).fields["title"]
    assert [meta["content"] for meta in select(head, 'meta[property="og:title"]')] == [title]


@pytest.mark.parametrize(
    ("fields", "type_", "expected"),
    [
        ({"kind": "report", "speaker": "陆青禾", "role": "市长", "issuer": "市政府"}, "Report",
         {"author": {"@type": "Person", "name": "陆青禾", "jobTitle": "市长"}, "dateCreated": "2031"}),
        ({"kind": "resolution", "issuer": "市人大"}, "Legislation",
         {"legislationPassedBy": {"@type": "Organization", "name": "市人大"}, "legislationDate": "2031"}),
        ({"kind": "speech", "speaker": "陆青禾", "occasion": "会"}, "Article",
         {"recordedAt": {"@type": "Event", "name": "会"}}),
        ({"kind": "news"}, "NewsArticle", {"isBasedOn": f"{ADDRESS}received/doc.txt"}),
    ],
)  # fmt: skip
def test_a_document_is_linked_data(fields: dict[str, Any], type_: str, expected: dict[str, Any]) -> None:
    facts = read_linked_data(read_head(**fields))
    assert (facts["@context"], facts["@type"], facts["@id"]) == ("https://schema.org", type_, URL)
    assert {key: facts[key] for key in expected} == expected
    assert None not in facts.values()


def test_data_pages_are_datasets_whose_files_are_there(edition: Edition) -> None:
    located = replace(edition, address=ADDRESS)
    files = read_output(located, CORPUS)
    found = []
    for path in ("figures/index.md", "data.md", *(path for path in files if path.startswith("indicators/"))):
        _, meta = get_data(str(files[path]))
        facts = meta.get("head", {}).get("linked_data")
        if facts:
            assert (facts["@type"], bool(facts["name"] and facts["description"])) == ("Dataset", True)
            found += [file["contentUrl"].removeprefix(ADDRESS) for file in facts["distribution"]]
    assert {"data/figures.csv", "datapackage.json"} < set(found) <= files.keys()


def test_the_feed_is_named_where_there_is_one(edition: Edition) -> None:
    for address, named in ((ADDRESS, ["feed.xml", "../feed.xml"]), ("", [])):
        located = replace(edition, address=address)
        heads = {page.path: page.head for page in add_heads(plan(located), located)}
        found: list[Any] = [heads[path]["alternates"] for path in ("index.html", "documents/index.html")]
        assert [one["href"] for alternates in found for one in alternates] == named


@pytest.mark.site
def test_the_published_pages(corpus_site: Path, edition: Edition) -> None:
    pages = read_pages(corpus_site)
    types = {}
    for path in pages.keys() - {"404.html"}:
        text = (corpus_site / path).read_text("utf-8")
        (canonical,) = (str(link["href"]) for link in select(text, 'head > link[rel="canonical"]'))
        assert canonical.endswith(f"/{path}")
        assert [meta["content"] for meta in select(text, 'head > meta[property="og:url"]')] == [canonical]
        beside = [str(link["href"]) for link in select(text, "link[rel=alternate], .downloads a")]
        assert all((corpus_site / path).parent.joinpath(href).is_file() for href in beside), path
        for script in select(text, 'script[type="application/ld+json"]'):
            assert json.loads(str(script.string))["@context"] == "https://schema.org"
        types[path] = save(text).type
    held = {f"documents/{one.id}.html": one.document.record.kind for one in edition.documents}
    assert {types[path] for path, kind in held.items() if kind in ("report", "digest")} == {"report"}
    assert {types[path] for path, kind in held.items() if kind == "speech"} == {"presentation"}
    assert {types[path] for path in types.keys() - held.keys()} == {"webpage"}
    assert not list(corpus_site.glob("*.gz")), "MkDocs wrote a sitemap of its own"
    located = re.findall("<loc>(.+)</loc>", (corpus_site / "sitemap.xml").read_text("utf-8"))
    assert set(located) == {f"{ORIGIN}{path}" for path in types if not path.startswith("received/")}
