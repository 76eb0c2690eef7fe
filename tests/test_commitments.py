"""``commitments``: what promises, what answers it, and stages, likeness and projects."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pages.commitments.clauses import Statement, read_clauses, read_statements, split_clauses
from build_pages.commitments.likeness import PairIndex, dice, held, held_in, key, least_shared, pairs
from build_pages.commitments.periods import is_later
from build_pages.commitments.projects import follow_projects
from build_pages.commitments.stages import read_stage
from build_pages.commitments.wordings import Wordings
from build_pages.model.commitment import Commitment
from build_pages.model.edition import Edition
from build_pages.model.record import Missing
from build_pages.split.sentences import read_sentences
from tests.conftest import cases
from tests.make_series import make_series

SERIES = {"series": "reports", "kind": "report", "issuer": "澄溪市政府"}


@pytest.mark.parametrize("case", cases("commitments/clauses"))
def test_statements(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [text[found.start : found.end] for found in read_all_statements(text)] == case["statements"]


def read_all_statements(text: str) -> list[Statement]:
    """The statements of every sentence of a text."""
    return [found for sentence in read_sentences(text) for found in read_statements(text, sentence)]


@pytest.mark.parametrize("case", cases("commitments/answers"))
def test_answers(case: dict[str, Any]) -> None:
    edition = make_years(case["documents"], case.get("missing", ()))
    first = case["documents"][0]["id"]
    found = edition.commitments.get(first, ())
    assert [say(c, edition, wanted) for c, wanted in zip(found, case["commitments"], strict=True)] == case[
        "commitments"
    ]


def make_years(documents: list[dict[str, Any]], missing: Any = ()) -> Edition:
    """An edition of yearly reports: their first line of each pair is a heading."""
    held = {}
    for document in documents:
        fields = {key: value for key, value in document.items() if key not in ("id", "lines")}
        structure = [{"line": n, "is": "heading", "level": 1} for n in range(1, len(document["lines"]), 2)]
        held[document["id"]] = (
            document["lines"],
            SERIES | {"date": f"{document['year']}-02", "structure": structure} | fields,
        )
    gaps = [Missing(title="报告", series="reports", year=year, date=f"{year}-02", kind="report") for year in missing]
    return make_series(held, missing=gaps)


def say(c: Commitment, edition: Edition, wanted: dict[str, Any]) -> dict[str, Any]:
    """A commitment with the keys of what is wanted of it."""
    figures = {
        id: one.places[id.rpartition("-n")[0]].text[figure.start : figure.end]
        for one in edition.documents
        for id, figure in one.figures.items()
    }
    told = figures[c.answer_figure] if c.answer_figure else c.answer_quote
    said = {
        "words": c.quote, "figure": figures.get(c.figure or ""), "voice": c.voice, "relayed": c.relayed,
        "period": c.period, "answer": c.answer, "comparability": c.comparability, "told": told,
        "baseline": figures.get(c.baseline or ""),
    }  # fmt: skip
    must = {"figure", "comparability", "baseline"} | wanted.keys()
    return {key: value for key, value in said.items() if key in wanted or (key in must and value)}


def test_one_document_promises_nothing_or_is_answered_by_none() -> None:
    silent = make_years([{"id": "r2030", "year": 2030, "lines": ["过去一年工作回顾", "渡口通了。"]}])
    assert dict(silent.commitments) == {}
    alone = make_years([{"id": "r2030", "year": 2030, "lines": ["今年工作安排", "今年新建小学12所。推进渡口建设。"]}])
    assert {promise.answer for promise in alone.commitments["r2030"]} == {"not-due"}


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("谋划建设渡口", "planned"),
        ("谋划多年的渡口顺利开工", "started"),
        ("推动渡口建成通车", "done"),
        ("加快推进渡口项目", "building"),
        ("争取到位资金", None),
        ("渡口很长", None),
    ],
)
def test_stages(words: str, stage: str | None) -> None:
    found = read_stage(words)
    assert (found[0] if found else None) == stage
    assert found is None or found[1] in words


def test_projects_follow_their_stages() -> None:
    edition = make_years(
        [
            {"id": "r2030", "year": 2030, "lines": ["今年工作安排", "谋划西山调蓄工程。"]},
            {
                "id": "r2031",
                "year": 2031,
                "lines": ["过去一年工作回顾", "西山调蓄工程开工。", "今年工作安排", "看好西山。"],
            },
        ]
    )
    projects = [(project.name, [stop.stage for stop in project.stops]) for project in follow_projects(edition)]
    assert projects == [("西山调蓄工程", ["planned", "started"])]


def test_a_project_goes_by_its_fuller_name() -> None:
    edition = make_years(
        [
            {"id": "r2030", "year": 2030, "lines": ["今年工作安排", "组建航运投资集团。推进121个在建园区。"]},
            {
                "id": "r2031",
                "year": 2031,
                "lines": ["过去一年工作回顾", "航投集团、检测公司成功组建。", "今年工作安排", "推进18个在建园区。"],
            },
        ]
    )
    projects = [(project.name, [stop.quote for stop in project.stops]) for project in follow_projects(edition)]
    assert projects == [("航运投资集团", ["组建航运投资集团", "航投集团、检测公司成功组建"])]


def test_projects_of_two_places_are_two() -> None:
    years: list[dict[str, Any]] = [
        {"id": "r2030", "year": 2030, "lines": ["今年工作安排", "谋划西山调蓄工程。"]},
        {"id": "r2031", "year": 2031, "lines": ["过去一年工作回顾", "西山调蓄工程开工。"]},
    ]
    assert len(follow_projects(make_years(years))) == 1
    years[1]["series"] = "others"
    assert follow_projects(make_years(years)) == ()


def test_a_day_of_a_month_is_not_behind_the_month() -> None:
    assert is_later("2031-02-06", "2030-02") and not is_later("2031-02-06", "2031-02")
    assert not is_later("2031-02", "2031-02-06")


@given(st.text(alphabet="渡口灯塔大桥新建完成", max_size=12), st.text(alphabet="渡口灯塔大桥新建完成", max_size=12))
def test_likeness_is_even_handed(one: str, other: str) -> None:
    a, b = pairs(key(one)), pairs(key(other))
    assert dice(a, b) == dice(b, a) <= 1.0
    assert dice(a, a) == (1.0 if a else 0.0)
    assert held_in(a, key(other)) == held(a, b)
    assert len(a & b) >= least_shared(len(a), dice(a, b))


WORDINGS = st.lists(st.text(alphabet="渡口灯塔大桥", max_size=8), max_size=8)


@given(WORDINGS, st.text(alphabet="渡口灯塔大桥水", max_size=8), st.integers(1, 6))
def test_the_index_finds_what_comparing_all_would(things: list[str], wanted: str, least: int) -> None:
    near = list(PairIndex(enumerate(things), lambda thing: pairs(thing[1])).near(pairs(wanted), least))
    assert near == sorted(near)
    assert {n for n, _ in near} >= {n for n, thing in enumerate(things) if len(pairs(thing) & pairs(wanted)) >= least}


@given(WORDINGS, st.lists(st.text(alphabet="渡口灯塔大桥水𠮷", max_size=8), max_size=8), st.data())
def test_what_wordings_share_is_what_their_pairs_do(things: list[str], wanted: list[str], data: st.DataObject) -> None:
    bounds = st.tuples(st.integers(0, len(things)), st.integers(0, len(things)))
    within = [range(*sorted(data.draw(bounds))) for _ in wanted]
    shared = [
        (n, found, count)
        for n, words in enumerate(wanted)
        for found, thing in enumerate(things)
        if (count := len(pairs(words) & pairs(thing)))
    ]
    wordings = Wordings(things)
    assert list(wordings.share(wanted, lambda shared: shared.common > 0)) == shared
    assert list(wordings.share(wanted, lambda shared: shared.common > 0, within)) == [
        one for one in shared if one[1] in within[one[0]]
    ]
    counted = wordings.count(wanted, lambda shared: shared.common > 1, within)
    assert counted == [
        sum(at == n and found in within[n] and common > 1 for at, found, common in shared) for n in range(len(wanted))
    ]
    wordy = list(wordings.share(wanted, lambda shared: shared.common == shared.size))
    assert wordy == [one for one in shared if one[2] == len(pairs(wanted[one[0]]))]
    assert wordings.sizes.tolist() == [len(pairs(thing)) for thing in things]
    having = [[sum(pair in pairs(thing) for thing in things) for pair in pairs(words)] for words in wanted]
    assert wordings.count_rarest(wanted) == [min(counts, default=max(1, len(things))) for counts in having]


def test_wordings_in_portions_are_numbered_through() -> None:
    wanted = ["大桥"] * 250
    assert list(Wordings(["渡口", "大桥"]).share(wanted, lambda shared: shared.common > 0)) == [
        (n, 1, 1) for n in range(250)
    ]


@given(st.lists(st.text(alphabet="渡口，、。“”（）!,1", max_size=20), max_size=4))
def test_split_clauses_are_those_read(sentences: list[str]) -> None:
    read = [text[begin:end] for text in sentences for begin, end in read_clauses(text, 0, len(text))]
    assert split_clauses(sentences) == read


@given(st.text(max_size=120))
def test_statements_lie_in_the_text_in_order(text: str) -> None:
    spans = [(found.start, found.end) for found in read_all_statements(text)]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
