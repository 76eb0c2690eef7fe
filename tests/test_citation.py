"""Citations: every date precision, with and without speaker, short title and English."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import pytest

from build_pages.model.record import Archive, Kind
from build_pages.pages.citation import FORMS, cite, refer
from build_pages.pages.words import KIND
from tests.make import make_record

ARCHIVE = Archive(title="某市文献", lead="。", english="Some Documents")


@pytest.mark.parametrize(
    ("fields", "gb", "apa"),
    [
        ({}, "题[R/OL]. 某市文献，校订本. (2031)", "(2031). 题. Some Documents (edited text)."),
        (
            {"date": "2031-02", "speaker": "某人", "short": "2031报告", "english": "Report"},
            "某人. 题（2031报告）[R/OL]. 某市文献，校订本. (2031-02)",
            "某人. (2031, February). 题 [Report]. Some Documents (edited text).",
        ),
        (
            {"date": "2031-12-06", "kind": "speech", "issuer": "某会"},
            "某会. 题[Z/OL]. 某市文献，校订本. (2031-12-06)",
            "某会. (2031, December 6). 题. Some Documents (edited text).",
        ),
    ],
)
def test_cite(fields: dict[str, Any], gb: str, apa: str) -> None:
    citation = cite(make_record(1, fields), ARCHIVE)
    assert (citation.gb, citation.apa) == (gb, apa)


def test_source_names_who_said_it() -> None:
    record = make_record(1, {"date": "2031-02", "speaker": "某人"})
    assert cite(record, ARCHIVE).source == "——某人：《题》，2031年2月"


def test_a_version_is_cited_where_the_archive_has_one() -> None:
    citation = cite(make_record(1), replace(ARCHIVE, version="1.2.0"))
    assert citation.gb == "题[R/OL]. 某市文献，校订本 1.2.0. (2031)"
    assert citation.apa == "(2031). 题. Some Documents (edited text, version 1.2.0)."


def test_the_browser_finds_what_it_replaces() -> None:
    """Its script puts 原貌 and received text in the place of these words."""
    citation = cite(make_record(1), replace(ARCHIVE, version="1.2.0"))
    assert citation.gb.count("校订本") == 1 and citation.apa.count("edited text") == 1


@pytest.mark.parametrize(
    ("date", "gb", "apa"), [("XXXX", "(日期不详)", "(n.d.)"), ("2031-02?", "(2031-02)", "(2031, February)")]
)
def test_doubtful_dates(date: str, gb: str, apa: str) -> None:
    citation = cite(make_record(1, {"date": date}), ARCHIVE)
    assert gb in citation.gb and apa in citation.apa


def test_every_kind_has_its_form() -> None:
    assert set(FORMS) == set(get_args(Kind)) == set(KIND)


def test_a_reference_tells_persons_from_bodies() -> None:
    person = refer(make_record(1, {"speaker": "某人", "role": "市长", "issuer": "某府"}), ARCHIVE, "无")
    assert (person.author, person.corporate, person.role, person.institution) == ("某人", False, "市长", "某府")
    body = refer(make_record(1, {"issuer": "某会", "role": "市长"}), ARCHIVE, "无", "https://example.org/")
    assert (body.author, body.corporate, body.role, body.rights) == ("某会", True, "", "无")
    assert (body.url, body.edition) == ("https://example.org/documents/doc.html", "校订本")
    assert (
        refer(make_record(1, {"subtitle": "——在会上的讲话", "rights": "有"}), ARCHIVE, "无").title == "题：在会上的讲话"
    )
