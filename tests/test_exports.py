"""``exports``: references, texts, feed, sitemap and llms.txt, each against the rules of its format; CITATION.cff."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from mkdocs.utils import is_markdown_file

from build_pages.exports import make_reference, plan_exports
from build_pages.exports.plain_text import to_markdown
from build_pages.exports.references import to_bibtex, to_csl, to_ris
from build_pages.formats import FORMATS, download_path
from build_pages.model.edition import Edition
from build_pages.model.record import Archive
from build_pages.pages import plan
from build_pages.pages.citation import Reference, refer
from tests.conftest import CORPUS
from tests.make import make_edition, make_record, read_output, to_html
from tests.make_series import make_series
from tests.publish import ROOT

ADDRESS = "https://example.org/archive/"
ATOM = "{http://www.w3.org/2005/Atom}"
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip)
# https://github.com/citation-style-language/schema, schemas/input/csl-data.json
CSL_TYPES = {"report", "speech", "legislation", "article-newspaper", "document"}
CSL_FIELDS = {
    "id", "type", "title", "title-short", "author", "issued", "genre", "publisher", "container-title", "event-title",
    "archive", "version", "language", "URL", "note",
}  # fmt: skip


@pytest.fixture(scope="module")
def located(edition: Edition) -> Edition:
    return replace(edition, address=ADDRESS)


@pytest.fixture(scope="module")
def files(located: Edition) -> dict[str, str]:
    return dict(plan_exports(located, plan(located), ["data/figures.jsonl"]))


def make_one(**fields: Any) -> Reference:
    """The reference to a document with these fields."""
    return refer(make_record(1, fields), Archive(title="库", lead="虚构", version="1.0.0"), "无", ADDRESS)


def read_ris(text: str) -> Iterator[dict[str, str]]:
    """The records of a RIS file; every line is a tag of two signs, two blanks, a hyphen, a blank and a value."""
    record: dict[str, str] = {}
    for line in filter(None, text.split("\r\n")):
        match = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert match, line
        if match[1] == "ER":
            yield record
            record = {}
        else:
            assert match[1] == "TY" or record, "TY comes first"
            record[match[1]] = match[2]
    assert not record


def test_every_document_has_its_files_and_mkdocs_renders_none(files: dict[str, str], located: Edition) -> None:
    wanted = {download_path(one.id, format_) for one in located.documents for format_ in FORMATS}
    assert wanted < files.keys()
    assert not [path for path in files if is_markdown_file(path)]


def test_all_references_are_in_one_file(files: dict[str, str], located: Edition) -> None:
    ids = [one.id for one in located.documents]
    assert [record["ID"] for record in read_ris(files["data/references.ris"])] == ids
    assert [item["id"] for item in json.loads(files["data/references.csl.json"])] == ids
    assert re.findall(r"^@\w+\{([^,\s]+),$", files["data/references.bib"], re.MULTILINE) == ids


def test_a_ris_record() -> None:
    (record,) = read_ris(
        to_ris([make_one(kind="speech", speaker="某人", occasion="会", date="2031-02-06", short="短")])
    )
    assert record == {
        "TY": "SLIDE", "ID": "doc", "TI": "题", "ST": "短", "AU": "某人", "T2": "会", "PY": "2031", "DA": "2031/02/06",
        "PB": "库", "ET": "校订本 1.0.0", "M3": "讲话", "LA": "zh-CN", "DP": "库", "UR": f"{ADDRESS}documents/doc.html",
        "N1": "库，校订本 1.0.0。无",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("date", "ris", "csl"),
    [("2031", "2031//", [2031]), ("2031-02~", "2031/02/", [2031, 2]), ("2031-02-06", "2031/02/06", [2031, 2, 6]),
     ("XXXX", None, None)],
)  # fmt: skip
def test_dates_are_as_precise_as_they_are_known(date: str, ris: str | None, csl: list[int] | None) -> None:
    one = make_one(date=date)
    (record,) = read_ris(to_ris([one]))
    (item,) = json.loads(to_csl([one]))
    assert (record.get("DA"), item.get("issued")) == (ris, {"date-parts": [csl]} if csl else None)


@settings(deadline=None)
@given(title=TEXTS, speaker=TEXTS)
def test_references_keep_their_form_whatever_the_text(title: str, speaker: str) -> None:
    one = make_one(title=title, speaker=speaker)
    (record,) = read_ris(to_ris([one]))
    assert record["TI"] == " ".join(title.split())
    (item,) = json.loads(to_csl([one]))
    assert (item["title"], item["author"]) == (title, [{"literal": speaker}])
    bibtex = re.sub(r"\\[{}]", "", to_bibtex([one]))
    assert bibtex.count("{") == bibtex.count("}") and not re.search(r"(?<!\\)[#$%&_]", bibtex.split("url =")[0])


def test_csl_items_are_of_the_schema(files: dict[str, str]) -> None:
    for path in files:
        if path.endswith(".csl.json"):
            for item in json.loads(files[path]):
                assert item.keys() <= CSL_FIELDS and item["type"] in CSL_TYPES and item["id"] and all(item.values())


def test_a_report_in_bibtex_is_braced() -> None:
    text = to_bibtex([make_one(title="100%_{a}", issuer="某府", date="2031-02")])
    assert text.startswith("@techreport{doc,\n  title = {{100\\%\\_\\{a\\}}},\n")
    assert "  author = {{某府}},\n  year = {2031},\n  month = {2},\n" in text and "  institution = {某府},\n" in text


def test_the_plain_text_holds_the_whole_text_in_order(files: dict[str, str], located: Edition) -> None:
    for one in located.documents:
        blocks = files[f"documents/{one.id}.txt"].rstrip("\n").split("\n\n")
        headings = [section.title for section in one.document.sections if not section.run_in]
        paragraphs = [paragraph.text for paragraph in one.document.paragraphs]
        body = blocks[-len(headings) - len(paragraphs) :]
        assert [block for block in body if block in paragraphs] == paragraphs
        assert sorted(body) == sorted(headings + paragraphs)
        assert blocks[0] == one.document.record.title
        assert f"{ADDRESS}documents/{one.id}.html" in blocks[1] + blocks[2]


@settings(deadline=None)
@given(st.text(st.sampled_from("一二#*_`[]()<>&;!~|\\-+=.1) a>:/"), min_size=1).filter(str.strip))
def test_markdown_shows_the_text_letter_for_letter(text: str) -> None:
    """By CommonMark's own rule for escapes, and with nothing at the beginning that makes a block."""
    edition = make_edition(["首", text.strip()])
    one = edition.documents[0]
    texts = [*(section.title for section in one.document.sections), *(part.text for part in one.document.paragraphs)]
    for written in to_markdown(one, make_reference(one, edition)).rstrip("\n").split("\n\n")[2:]:
        shown = written.removeprefix("## ")
        assert unescape(shown) in texts
        assert not re.match(r"#|>|[-+=]|\d{1,9}[.)]", shown) and not re.search(r"(?<!\\)(\\\\)*[*_`<\[&#]", shown)


def unescape(text: str) -> str:
    """CommonMark's backslash escapes taken back (https://spec.commonmark.org/0.31.2/#backslash-escapes)."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def test_headings_are_headings(files: dict[str, str], located: Edition) -> None:
    one = next(one for one in located.documents if any(not section.run_in for section in one.document.sections))
    html = to_html(files[f"documents/{one.id}.md.txt"])
    assert html.count("<h1") == 1
    assert len(re.findall("<h[2-6]", html)) == sum(not section.run_in for section in one.document.sections)


def test_the_feed_has_what_atom_requires(files: dict[str, str], located: Edition) -> None:
    """RFC 4287 §4.1.1, §4.1.2 and §3.3."""
    feed = etree.fromstring(files["feed.xml"].encode())
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            (child,) = element.findall(f"{ATOM}{name}")
            assert (child.text or "").strip()
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", element.findtext(f"{ATOM}updated") or "")
        assert element.find(f'{ATOM}link[@rel="alternate"]') is not None
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    assert feed.find(f'{ATOM}link[@rel="self"]').get("href") == f"{ADDRESS}feed.xml"  # type: ignore[union-attr]
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(located.documents) and all(str(id).startswith(ADDRESS) for id in ids)
    days = [str(entry.findtext(f"{ATOM}updated")) for entry in entries]
    assert days == sorted(days, reverse=True) and feed.findtext(f"{ATOM}updated") == days[0]


def make_edited() -> Edition:
    """An edition of a document that was published twice, and one that never was."""
    log = [
        {"version": "1.0.0", "date": "2032-01-02", "what": "首次"},
        {"version": "1.1.0", "date": "2032-05-06", "what": "改"},
    ]
    edition = make_series(
        {"new": (["一"], {"date": "2031-03"}), "twice": (["二"], {"date": "2031-02", "editions": log})}
    )
    return replace(edition, address=ADDRESS)


def test_dates_are_those_of_the_edition_that_stands() -> None:
    edition = make_edited()
    files = dict(plan_exports(edition, plan(edition)))
    assert f"<loc>{ADDRESS}documents/twice.html</loc><lastmod>2032-05-06</lastmod>" in files["sitemap.xml"]
    assert files["sitemap.xml"].count("<lastmod>") == 1
    assert "<updated>2032-05-06T00:00:00Z</updated>" in files["feed.xml"]
    assert "<published>2031-02-01T00:00:00Z</published>" in files["feed.xml"]


def test_the_feed_keeps_what_xml_cannot_hold_out() -> None:
    edition = replace(make_series({"a": (["一"], {"title": "题\x0b<b>&"})}), address=ADDRESS)
    feed = etree.fromstring(dict(plan_exports(edition, ()))["feed.xml"].encode())
    assert feed.findtext(f"{ATOM}entry/{ATOM}title") == "题<b>&"


def test_the_sitemap_lists_every_page(located: Edition) -> None:
    made = read_output(located, CORPUS)
    sitemap = etree.fromstring(str(made["sitemap.xml"]).encode())
    locations = {str(loc.text) for loc in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    pages = {ADDRESS + path.removesuffix("md") + "html" for path in made if path.endswith(".md")}
    assert locations == {page for page in pages if not page.startswith(f"{ADDRESS}received/")}


def test_without_an_address_there_is_neither_feed_nor_sitemap(edition: Edition) -> None:
    files = dict(plan_exports(edition, plan(edition)))
    assert not {"feed.xml", "sitemap.xml"} & files.keys()
    assert files["robots.txt"] == "User-agent: *\nAllow: /\n"
    assert "http" not in files["llms.txt"]


def test_robots_name_the_sitemap(files: dict[str, str]) -> None:
    assert files["robots.txt"] == f"User-agent: *\nAllow: /\n\nSitemap: {ADDRESS}sitemap.xml\n"


def test_llms_txt_leads_to_text_and_data(files: dict[str, str], located: Edition) -> None:
    """https://llmstxt.org: one H1, a quotation, then H2 sections that are lists of links."""
    title, summary, *_ = files["llms.txt"].split("\n\n")
    assert (title, summary) == (f"# {located.library.archive.title}", f"> {located.library.archive.lead}")
    links = re.findall(r"^- \[.+\]\((\S+)\)", files["llms.txt"], re.MULTILINE)
    assert {f"{ADDRESS}documents/{one.id}.md.txt" for one in located.documents} < set(links)
    assert f"{ADDRESS}data/figures.jsonl" in links and f"{ADDRESS}about.html" in links
    assert f"{ADDRESS}data/glossary.jsonl" not in links


def test_an_empty_archive_can_be_exported() -> None:
    files = dict(plan_exports(replace(make_series({}), address=ADDRESS), ()))
    assert files["data/references.csl.json"] == "[]\n" and "feed.xml" not in files
    assert re.findall("^## .+", files["llms.txt"], re.MULTILINE) == ["## 数据"]


def test_the_dictionary_lists_every_file_with_its_rows(located: Edition) -> None:
    made = read_output(located, CORPUS)
    page = str(made["data.md"])
    for path in made:
        if path.startswith("data/") and not path.startswith("data/indicators/"):
            assert f'"{path}"' in page
    lines = made["data/figures.jsonl"]
    assert isinstance(lines, bytes)
    rows = lines.count(b"\n")
    assert re.search(rf'"data/figures\.jsonl" download>JSONL</a> {rows} 行', page)
    assert re.search(rf'"data/figures\.csv" download>CSV</a> {rows} 行', page)


def test_the_repository_can_be_cited() -> None:
    """https://github.com/citation-file-format/citation-file-format/blob/1.2.0/schema-guide.md: what is required."""
    cff = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= cff.keys()
    assert cff["cff-version"] == "1.2.0" and cff["authors"] and all(author["name"] for author in cff["authors"])
    archive = yaml.safe_load((ROOT / "source/archive.yml").read_text("utf-8"))
    assert cff["version"] == archive["version"] and f"## [{cff['version']}]" in (ROOT / "CHANGELOG.md").read_text(
        "utf-8"
    )
    assert cff["license"] == "MIT" and (ROOT / "LICENSE").read_text("utf-8").startswith("MIT")
