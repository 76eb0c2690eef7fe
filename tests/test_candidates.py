"""``candidates``: the patterns one by one, what goes before what, and how many hidden entries it brings back."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pages.candidates import Candidate, rank_candidates
from build_pages.candidates.coinages import find_place_coinages, find_set_phrases, read_place
from build_pages.candidates.evidence import weigh_patterns
from build_pages.candidates.formulas import find_formulas
from build_pages.candidates.genre import COMMON, find_common, read_genre
from build_pages.candidates.lessons import learn
from build_pages.candidates.names import find_long_names, find_names
from build_pages.candidates.overlaps import MOST, merge
from build_pages.candidates.parallels import find_parallels
from build_pages.candidates.passage import Find, plain, read_passage
from build_pages.candidates.quoted import find_quoted
from build_pages.candidates.repeats import find_repeats
from build_pages.candidates.rows import find_rows
from build_pages.candidates.texts import lies_within, share_held
from build_pages.candidates.variants import find_variants
from build_pages.candidates.wordings import Wording, gather
from build_pages.compose import compose
from build_pages.find.entries import forms_of
from build_pages.model.edition import Edition, Place
from build_pages.model.entry import Entry, Form
from build_pages.source import read_source
from tests.conftest import CORPUS, Command, cases
from tests.make import make_edition
from tests.publish import ROOT

FIRST = 300
PATTERNS = {
    "quoted": find_quoted,
    "rows": find_rows,
    "parallels": find_parallels,
    "names": find_names,
    "long names": find_long_names,
    "formulas": find_formulas,
    "set phrases": find_set_phrases,
}


@pytest.mark.parametrize("case", cases("candidates/patterns"))
def test_pattern(case: dict[str, Any]) -> None:
    passage = read_passage(case["text"])
    found = [passage.text[find.start : find.end] for find in PATTERNS[case["pattern"]](passage)]
    assert set(case.get("finds", ())) <= set(found)
    assert not set(case.get("not", ())) & set(found)
    if case.get("finds") == []:
        assert found == []


@given(st.text("渡口经济推进建设示范区双三条的和15A“”《》（）、，。+—·\n", max_size=40))
def test_finds_lie_in_their_text(text: str) -> None:
    passage = read_passage(text)
    assert "".join(word.text for word in passage.words) == text
    for pattern in PATTERNS.values():
        for find in pattern(passage):
            assert 0 <= find.start < find.end <= len(text)
            assert 0 < find.likely < 1


@pytest.mark.parametrize("case", cases("candidates/places"))
def test_said_of_the_place(case: dict[str, Any]) -> None:
    passage = read_passage(case["text"])
    assert [passage.text[f.start : f.end] for f in find_place_coinages(passage, case["place"])] == case["finds"]


def test_the_place_is_the_one_spoken_of_most() -> None:
    assert read_place([read_passage("北京与上海合作。"), read_passage("北京发展。")]) == "北京"
    assert read_place([]) == ""


def test_repeats_stand_between_different_words() -> None:
    texts = {
        "a#p1": "大力推进渡口码头升级。",
        "a#p2": "全市渡口码头完工。",
        "b#p1": "灯塔书屋开门。",
        "b#p2": "灯塔书屋开门。",
    }
    passages = {place: read_passage(text) for place, text in texts.items()}
    found = {(place, texts[place][find.start : find.end]) for place, find in find_repeats(passages)}
    assert {("a#p1", "渡口码头"), ("a#p2", "渡口码头")} <= found
    assert not any("灯塔书屋" in text for _, text in found)


@pytest.mark.parametrize("case", cases("candidates/variants"))
def test_variant(case: dict[str, Any], edition: Edition) -> None:
    entry = Entry(id="one", kind="term", name=case["form"], forms=(Form(form=case["form"]),), category="slogan")
    place = Place("doc#p1", "doc", case["text"])
    document = replace(edition.documents[0], places={place.id: place}, mentions={place.id: ()})
    library = replace(edition.library, entries=(entry,))
    found = find_variants(replace(edition, library=library, documents=(document,)))
    assert [(one.text, one.form, one.places) for one in found] == [
        (text, case["form"], ("doc#p1",)) for text in case["near"]
    ]


def test_a_glossary_teaches_which_endings_make_names() -> None:
    lessons = learn([((f"ends in {end}", "any"), held) for end, held in [("行动", True), ("情况", False)] * 20])
    good, bad = (lessons.weigh((f"ends in {end}", "any")) for end in ("行动", "情况"))
    assert good > 0.6 > 0.4 > bad


def test_lessons_are_the_same_each_time() -> None:
    examples = [((f"ends in {n % 7}", f"after {n % 3}"), n % 4 == 0) for n in range(60)]
    assert learn(examples) == learn(examples)


def test_without_entries_the_patterns_speak_alone() -> None:
    finds = [Find(0, 4, "name", 0.2), Find(0, 4, "quoted", 0.5)]
    assert weigh_patterns(finds) == pytest.approx(0.6)
    (first, *_) = gather(make_edition(["实施“五灯”工程。"]))
    assert first.likely == pytest.approx(weigh_patterns(first.finds.values()) * first.uncovered)


def test_phrases_of_the_genre_are_found_across_quotation_marks() -> None:
    phrase = max((phrase for phrase, one in read_genre().items() if one.reports >= COMMON), key=len)
    text = f"渡口{phrase[:2]}“{phrase[2:]}”灯"
    passage = read_passage(text)
    assert f"{phrase[:2]}“{phrase[2:]}" in {text[find.start : find.end] for find in find_common(passage)}


def test_the_numbers_of_the_genre_fit_each_other() -> None:
    for phrase, standing in read_genre().items():
        assert 2 <= len(phrase) <= 12 and not set("“”\t ") & set(phrase)
        assert 0 <= standing.quoted <= standing.reports <= 31
        assert (standing.national > 0) == (1954 <= standing.since <= 2025)


def test_what_entries_hold_of_a_wording() -> None:
    text = "推进渡口、码头“夜航”。"
    span = (2, 11)
    assert share_held(text, *span, [(2, 4)]) == pytest.approx(2 / 6)
    assert share_held(text, *span, [(0, 4), (8, 10)]) == pytest.approx(4 / 6)
    assert share_held(text, *span, [(2, 11)]) == 0
    assert lies_within(*span, [(2, 11)]) and not lies_within(*span, [(2, 10)])


def test_a_wording_closes_what_it_opens() -> None:
    texts = [one.text for one in gather(make_edition(["实施“五灯”工程，建成渡口（码头）示范区，读《河湾纲要》。"]))]
    assert "“五灯”工程" in texts
    for opening, closing in ("“”", "（）", "《》"):
        assert all(text.count(opening) == text.count(closing) for text in texts)


def test_the_members_of_a_row_stand_on_one_line() -> None:
    text = "渡口公园、灯塔公园、民心街"
    first = Wording("渡口公园", 1.0, {}, {("a#p1", 0, 4): None}, 0.9)
    second = Wording("灯塔公园", 1.0, {}, {("a#p1", 5, 9): None}, 0.6)
    apart = Wording("民心街", 1.0, {}, {("a#p1", 10, 13): None, ("a#p2", 0, 3): None}, 0.5)
    merged = merge([first, second, apart], {"a#p1": text, "a#p2": "民心街"})
    assert [(m.wording.text, [w.text for w in m.along]) for m in merged] == [("渡口公园", ["灯塔公园"]), ("民心街", [])]


def test_overlapping_wordings_stand_beside_the_likeliest() -> None:
    narrow = Wording("五灯", 1.0, {}, {("a#p1", 5, 7): None}, 0.9)
    wide = Wording("“五灯”工程", 1.0, {}, {("a#p1", 4, 10): None}, 0.6)
    elsewhere = Wording("灯工程", 1.0, {}, {("a#p1", 8, 10): None, ("a#p2", 0, 3): None}, 0.5)
    merged = merge([elsewhere, wide, narrow])
    assert [(m.wording.text, [w.text for w in m.beside]) for m in merged] == [("五灯", ["“五灯”工程"]), ("灯工程", [])]


def test_variants_and_names_of_a_kind_stand_on_one_line() -> None:
    merged = merge(_apart(("国家航运示范区", 0.9), ("航运示范区", 0.8), ("灯塔夜校", 0.7), ("码头示范区", 0.2)))
    lines = [(m.wording.text, [w.text for w in m.along]) for m in merged]
    assert lines == [("国家航运示范区", ["航运示范区", "码头示范区"]), ("灯塔夜校", [])]


@pytest.mark.parametrize("likely", [0.01, 0.6])
def test_a_likely_name_and_an_idle_one_stand_apart_from_their_kind(likely: float) -> None:
    merged = merge(_apart(("国家航运示范区", 0.9), ("码头示范区", likely)))
    assert [m.wording.text for m in merged] == ["国家航运示范区", "码头示范区"]


def test_a_line_shows_a_handful_of_wordings() -> None:
    merged = merge(
        _apart(*((f"{name}示范区", 0.2) for name in ("渡口", "码头", "灯塔", "河湾", "芦苇", "水车", "石桥")))
    )
    assert [len(m.along) for m in merged] == [MOST - 1, 1]


def _apart(*likely: tuple[str, float]) -> list[Wording]:
    """Wordings of places of their own."""
    return [Wording(text, 1.0, {}, {(f"a#p{n}", 0, len(text)): None}, odds) for n, (text, odds) in enumerate(likely)]


def test_the_command_lists_a_candidate_a_line(command: Command) -> None:
    status, out, err = command("candidates", "--root", CORPUS, "--most", 5)
    assert (status, err) == (0, "")
    lines = [line.split("\t") for line in out.splitlines()]
    assert [line[0] for line in lines] == ["1", "2", "3", "4", "5"]
    known = {form for entry in read_source(CORPUS).entries for form in forms_of(entry)}
    for _, text, uses, documents, evidence, place in lines:
        assert text not in known
        assert int(uses) >= int(documents) >= 1
        assert evidence and place


@pytest.mark.source
@pytest.mark.parametrize(("seed", "share", "ceiling"), [(1, 0.7, 0.88), (3, 0.7, 0.88)])
def test_hidden_entries_come_back(seed: int, share: float, ceiling: float) -> None:
    """30 % of the formulations in use, hidden: how many are among the first, and how many on the list at all."""
    library = read_source(ROOT)
    uses = compose(library).uses
    terms = [entry for entry in library.entries if entry.kind == "term" and uses.get(entry.id)]
    hidden = random.Random(seed).sample(terms, len(terms) * 3 // 10)
    names = {entry.id for entry in hidden}
    left = tuple(entry for entry in library.entries if entry.id not in names)
    ranked = rank_candidates(compose(replace(library, entries=left)))
    assert _found(hidden, ranked[:FIRST]) >= share
    assert _found(hidden, ranked) >= ceiling
    assert max(1 + len(one.beside) for one in ranked) <= MOST


def _found(hidden: Sequence[Entry], ranked: Sequence[Candidate]) -> float:
    """The share of entries with a form on the list: the same, or one in the other and half as long again at most."""
    listed = [plain(text) for one in ranked for text in (one.text, *one.beside)]
    found = [entry for entry in hidden if any(_near(text, plain(f)) for f in forms_of(entry) for text in listed)]
    return len(found) / len(hidden)


def _near(text: str, form: str) -> bool:
    short, long = sorted((text, form), key=len)
    return short in long and len(long) <= 1.5 * len(short)


def test_an_annex_of_terms_proposes_what_it_explains() -> None:
    lines = [
        "一、工作回顾",
        "过去一年，全市建成渡口三处，灯塔工程全面完工。",
        "名词解释",
        "1.“灯塔夜校”：在渡口开设的课堂。",
        "2.渡口经济：以渡口带动商贸的做法。",
    ]
    found = [one.text for one in rank_candidates(make_edition(lines)) if "annex" in one.evidence[0]]
    assert found == ["灯塔夜校", "渡口经济"]
