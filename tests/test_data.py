"""``data``: the tables of the open data, and that they give the received text back."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pages.data.package import make_package
from build_pages.data.table import write_cells, write_head, write_lines
from build_pages.model.edition import Edition
from tests.make import make_edition, read_data

FIELDS = {
    "documents": "id title subtitle kind series year completeness transcription date date_basis speaker role issuer "
    "occasion inferred rights draft received url characters begins_mid_text",
    "sections": "id document parent level number heading run_in start received_lines url characters",
    "paragraphs": "id document section text received_lines theme subtheme themes frame url",
    "sentences": "paragraph n start end theme frame",
    "repairs": "document file line start end method rule found replacement confidence applied decided witness "
    "paragraph count places",
    "furniture": "document file line text why",
    "mentions": "paragraph start end quote kind target within",
    "figures": "id paragraph start end quote subject indicator value unit scale relation measure direction period "
    "status qualifier modality",
    "glossary": "id kind category level explain name forms damaged_forms not_in english meaning items basis sources "
    "put_forward relations roles provincial_use url count first last",
}
Tables = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def tables(edition: Edition) -> Tables:
    files = read_data(edition)
    return {name: [json.loads(line) for line in files[f"data/{name}.jsonl"].splitlines()] for name in FIELDS}


def test_the_package_says_what_rights_are_known() -> None:
    edition = make_edition(["灯塔建成。"], rights="官方文件")
    library = replace(edition.library, archive=replace(edition.library.archive, rights="编者所作"))
    package = json.loads(make_package(replace(edition, library=library), ()))
    assert package["rights"] == "编者所作"
    assert package["sources"] == [{"title": "题", "path": "documents/doc.html", "rights": "官方文件"}]
    unsaid = json.loads(make_package(make_edition(["灯塔建成。"]), ()))
    assert "rights" not in unsaid and unsaid["sources"][0]["rights"] == "none"  # which the received file has on record


@pytest.mark.parametrize("name", FIELDS)
def test_every_row_has_every_field(name: str, tables: Tables) -> None:
    assert tables[name]
    for row in tables[name]:
        assert not set(FIELDS[name].split()) - row.keys()


@pytest.mark.parametrize("name", ["documents", "sections", "paragraphs", "figures", "glossary"])
def test_ids_are_unique(name: str, tables: Tables) -> None:
    ids = [row["id"] for row in tables[name]]
    assert len(ids) == len(set(ids))


def test_documents_are_in_the_order_of_their_dates(tables: Tables) -> None:
    assert [row["id"] for row in tables["documents"]] == [
        "2030-02-work-report-digest", "2031-01-12-work-report", "2031-02-lighthouse-speech",
    ]  # fmt: skip


def test_a_document(tables: Tables) -> None:
    digest, report, speech = tables["documents"]
    assert (report["speaker"], report["role"], report["year"], report["draft"]) == ("陆青禾", "市长", 2031, False)
    assert report["received"]["lines"] == [1, 18] and report["received"]["parts"] == [[1, 18]]
    assert (speech["role"], speech["begins_mid_text"], speech["draft"]) == (None, True, True)
    assert (digest["date_basis"], digest["inferred"]) == ("inferred", ["date"])


def test_a_section_in_a_paragraph_says_where(tables: Tables) -> None:
    section = next(row for row in tables["sections"] if row["heading"] == "渡口经济成形起势。")
    assert section == {
        "id": "2031-01-12-work-report#s9", "document": "2031-01-12-work-report", "parent": "2031-01-12-work-report#s7",
        "level": 2, "number": "（一）", "heading": "渡口经济成形起势。", "run_in": True,
        "start": {"paragraph": "2031-01-12-work-report#p9", "offset": 0}, "received_lines": [9, 9],
        "url": "documents/2031-01-12-work-report.html#s9", "characters": 45,
    }  # fmt: skip


def test_run_in_headings_stand_in_their_paragraphs(tables: Tables) -> None:
    texts = {row["id"]: row["text"] for row in tables["paragraphs"]}
    for row in tables["sections"]:
        if row["run_in"]:
            assert texts[row["start"]["paragraph"]].startswith(row["number"] + row["heading"], row["start"]["offset"])


def test_offsets_lead_to_the_quote(tables: Tables) -> None:
    places = {row["id"]: row["text"] for row in tables["paragraphs"]}
    places |= {row["id"]: row["number"] + row["heading"] for row in tables["sections"] if not row["run_in"]}
    places |= {row["id"]: row["title"] + row["subtitle"] for row in tables["documents"]}
    for row in (*tables["mentions"], *tables["figures"]):
        if row["start"] is not None:
            assert places[row["paragraph"]][row["start"] : row["end"]] == row["quote"]


def test_sentences_cover_their_paragraphs(tables: Tables) -> None:
    for paragraph in tables["paragraphs"]:
        spans = [(row["start"], row["end"]) for row in tables["sentences"] if row["paragraph"] == paragraph["id"]]
        assert "".join(paragraph["text"][start:end] for start, end in spans) == paragraph["text"]


def test_every_mention_leads_to_an_entry_or_a_figure(tables: Tables) -> None:
    known = {row["id"] for row in (*tables["glossary"], *tables["figures"])}
    for row in tables["mentions"]:
        assert row["target"] in known and (row["within"] is None or row["within"] in known)


def test_what_stands_in_a_byline_has_no_offsets(tables: Tables) -> None:
    bylines = [row for row in tables["mentions"] if row["start"] is None]
    assert {(row["paragraph"], row["target"]) for row in bylines} == {
        ("2030-02-work-report-digest", "shen-weiyang"),
        ("2031-01-12-work-report", "lu-qinghe"),
        ("2031-02-lighthouse-speech", "lu-qinghe"),
        ("2031-02-lighthouse-speech", "shen-weiyang"),
    }


def test_entries_count_their_uses(tables: Tables) -> None:
    row = next(row for row in tables["glossary"] if row["id"] == "min-xin-du")
    assert (row["count"], row["first"], row["last"]) == (3, "2030-02", "2031-02")
    damaged = next(row for row in tables["glossary"] if row["id"] == "du-kou-jia")
    assert (damaged["forms"], damaged["damaged_forms"]) == (["渡口+"], ["渡口十"])
    twin = next(row for row in tables["glossary"] if row["id"] == "shuang-bai-ren-cai")
    assert twin["forms"] == ["双百"] and twin["count"] == 2
    for row in tables["glossary"]:
        assert (row["basis"] == "unknown") == (not row["meaning"])


def test_a_ruling_takes_a_mention_out(tables: Tables) -> None:
    assert not [
        row for row in tables["mentions"]
        if row["paragraph"] == "2031-01-12-work-report#p14" and row["target"] == "deng-ta-jiang-tang"
    ]  # fmt: skip


def test_repairs_and_furniture_make_the_text_of_the_received_lines(tables: Tables, edition: Edition) -> None:
    """Applied to the received lines they give the edition's text: together they lose nothing."""
    for document in tables["documents"]:
        record = next(one for one in edition.library.records if one.id == document["id"])
        lines = edition.library.readings[document["received"]["file"]].lines
        edited = {n: lines[n - 1] for first, last in document["received"]["parts"] for n in range(first, last + 1)}
        changes = [
            (line, start, end, replacement)
            for row in tables["repairs"]
            if row["document"] == document["id"] and row["applied"]
            for line, start, end, replacement in [
                (p[0], p[1], p[2], p[4] if len(p) > 3 else row["replacement"]) for p in row["places"]
            ]
            if start >= 0
        ]
        changes += [
            (row["line"], row["start"], row["start"] + len(row["text"]), "")
            for row in tables["furniture"]
            if row["document"] == document["id"]
        ]
        for line, start, end, replacement in sorted(changes, reverse=True):
            edited[line] = edited[line][:start] + replacement + edited[line][end:]
        titles = {item.line for item in record.structure if item.is_ in ("title", "subtitle")}
        text = "".join(edited[n] for n in edited if n not in titles)
        rows = [row for row in tables["paragraphs"] if row["document"] == document["id"]]
        headings = [row for row in tables["sections"] if row["document"] == document["id"] and not row["run_in"]]
        pieces = [(row["received_lines"], row["text"]) for row in rows]
        pieces += [(row["received_lines"], row["number"] + row["heading"]) for row in headings]
        assert text == "".join(text for _, text in sorted(pieces))


def test_an_open_repair_is_listed_and_not_applied(tables: Tables) -> None:
    (open_,) = (row for row in tables["repairs"] if not row["applied"])
    assert (open_["line"], open_["decided"], open_["confidence"]) == (10, None, "doubt")
    assert open_["paragraph"] == "2031-02-lighthouse-speech#p10"


OPENED = (
    "documents", "sections", "paragraphs", "sentences", "repairs", "mentions", "figures", "glossary", "indicators",
    "commitments", "discrepancies",
)  # fmt: skip


@pytest.fixture(scope="module")
def files(edition: Edition) -> dict[str, str]:
    return read_data(edition)


@pytest.mark.parametrize("name", OPENED)
def test_each_table_is_also_one_that_spreadsheets_read(name: str, files: dict[str, str]) -> None:
    text = files[f"data/{name}.csv"]
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    lines = [json.loads(line) for line in files[f"data/{name}.jsonl"].splitlines()]
    assert len(rows) == len(lines)
    for row, line in zip(rows, lines, strict=True):
        for column, cell in row.items():
            assert cell == flat(line, column)


def flat(line: dict[str, Any], column: str) -> str:
    """A value of a row as its cell says it."""
    value: Any = line
    for key in column.split("."):
        value = value and value.get(key)
    if isinstance(value, list) and not any(isinstance(member, list | dict) for member in value):
        return " | ".join(map(str, value))
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


@pytest.mark.parametrize("name", ["figures", "sentences", "commitments", "discrepancies", "mentions"])
def test_rows_are_cited_by_their_documents(name: str, files: dict[str, str]) -> None:
    documents = {row["id"]: row for row in map(json.loads, files["data/documents.jsonl"].splitlines())}
    for row in map(json.loads, files[f"data/{name}.jsonl"].splitlines()):
        document = documents[row["document"]]
        assert (row["date"], row["speaker"]) == (document["date"], document["speaker"])
        assert row["url"].partition("#")[0] == document["url"]
        assert row["url"].partition("#")[2] == row["paragraph"].partition("#")[2]


def test_places_of_repairs_stand_in_no_table(files: dict[str, str]) -> None:
    assert "places" not in files["data/repairs.csv"].splitlines()[0].split(",")


@given(st.lists(st.one_of(st.text(), st.none(), st.booleans(), st.integers(), st.lists(st.text(max_size=3)))))
def test_any_row_is_one_record_of_the_table(values: list[Any]) -> None:
    columns = [f"c{n}" for n in range(len(values) + 1)]
    row = dict(zip(columns, [*values, "end"], strict=True))
    text = (write_head(columns) + write_cells(columns, [row])).decode()
    (header, record) = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert header == columns and len(record) == len(columns) and record[-1] == "end"
    assert not [cell for cell in record if len(cell) > 1 and cell[0] in "=@\t\r"]


@given(st.lists(st.tuples(st.text(), st.none() | st.text(), st.integers() | st.none(), st.floats(allow_nan=False))))
def test_cells_are_quoted_as_the_standard_library_does(rows: list[tuple[Any, ...]]) -> None:
    columns, expected = ("a", "b", "c", "d"), io.StringIO()
    table = [dict(zip(columns, row, strict=True)) for row in rows]
    writer = csv.writer(expected, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        guarded = [f"'{v}" if isinstance(v, str) and v[1:] and v[0] in "=@\t\r" else v for v in row[:3]]
        writer.writerow([*guarded, int(row[3]) if row[3].is_integer() else row[3]])
    assert (write_head(columns) + write_cells(columns, table)).decode() == "\ufeff" + expected.getvalue()


PLAIN = st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.text() | st.floats(1e-4, 1e15)


@given(st.lists(st.dictionaries(st.text(), PLAIN | st.lists(PLAIN) | st.dictionaries(st.text(), PLAIN))))
def test_every_row_is_a_line_of_json_as_the_standard_library_writes_it(rows: list[dict[str, Any]]) -> None:
    lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows]
    assert write_lines(rows).decode() == "".join(lines)


def test_what_is_no_text_is_no_json() -> None:
    with pytest.raises(TypeError):
        write_lines([{"quote": "\ud800"}])
