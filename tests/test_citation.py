"""Citations: every date precision, with and without speaker, short title and English."""

from __future__ import annotations

from typing import Any

import pytest

from build_pages.model.record import Archive
from build_pages.pages.citation import cite
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
