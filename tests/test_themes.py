"""``themes``: what the signals propose, from where a passage speaks, what people settle, and how far codings agree."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pages.compose import compose
from build_pages.find.figures.frame import Setting
from build_pages.model.theme import Coding, FrameLetter, Part, Theme
from build_pages.themes.agreement import krippendorff_alpha
from build_pages.themes.code import propose
from build_pages.themes.frames import frame_of, sentence_frame
from build_pages.themes.signals import Signals
from tests.conftest import cases
from tests.make import make_edition

THEMES = (
    Theme(id="overview", n=0, name="总论"),
    Theme(id="water", n=1, name="水", signals=("河湖", "水质", "造林"), not_in=("河湖大学",)),
    Theme(
        id="people",
        n=2,
        name="人",
        parts=(Part(id="school", name="学", signals=("学校",)), Part(id="health", name="医", signals=("医院",))),
    ),
)
SETTINGS: dict[str, Any] = {"plan": Setting("plan"), "goals": Setting("goals"), "situation": Setting("situation")}


@pytest.mark.parametrize("case", cases("themes/signals"))
def test_signals(case: dict[str, Any]) -> None:
    setting = SETTINGS.get(case.get("frame", ""), Setting("other"))
    coded = propose(case["text"], case.get("heading", ""), setting, Signals(THEMES))
    assert (coded.theme or "-", list(coded.further)) == (case["theme"], case.get("further", []))
    assert coded.part == case.get("part")


@pytest.mark.parametrize("case", cases("themes/frames"))
def test_frames(case: dict[str, Any]) -> None:
    frame = frame_of(case["text"], SETTINGS.get(case["setting"], Setting("other")))
    if "sentence" in case:
        frame = sentence_frame(case["sentence"], frame)
    assert (frame or "-") == case["frame"]


def test_a_person_wins_and_a_sentence_has_its_own_theme() -> None:
    edition = make_edition(["治理河湖，改善水质，种树造林。建学校，建医院。建一座塔。"])
    id = edition.documents[0].document.paragraphs[0].id
    words = (
        Coding(place=id, theme="water", further=("people",), frame="E", by="ed"),
        Coding(place=id, quote="建一座塔", theme="overview", frame="F", by="ed"),
    )
    coded = compose(replace(edition.library, themes=THEMES, codings={"doc": words}))
    assert (coded.codings[id].theme, coded.codings[id].frame, coded.codings[id].by) == ("water", "E", "ed")
    themes = [(sentence.theme, sentence.frame) for _, _, sentence in coded.sentences[id]]
    assert themes == [("water", "E"), ("people", "E"), ("overview", "F")]


def test_a_person_puts_a_passage_outside_the_frames() -> None:
    edition = make_edition(["会议决定，批准这个报告。"])
    id = edition.documents[0].document.paragraphs[0].id
    coded = compose(replace(edition.library, codings={"doc": (Coding(place=id, frame="-", by="ed"),)}))
    assert coded.codings[id].frame is None


def test_alpha_of_a_published_example() -> None:
    """Twelve articles, two coders, α = 0.692: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), B."""
    pairs = list(zip("aabbdcccedda", "babbbccceddd", strict=True))
    assert krippendorff_alpha(pairs) == pytest.approx(0.692, abs=0.001)


def test_alpha_needs_two_values() -> None:
    with pytest.raises(ValueError, match="coded twice"):
        krippendorff_alpha([("a", None), (None, "b")])


@given(st.lists(st.sampled_from("abc"), min_size=1))
def test_alpha_of_one_mind_is_one(values: list[str]) -> None:
    assert krippendorff_alpha([(value, value) for value in values]) == 1.0


@given(st.text(alphabet="河湖水质学校医院造林大，。", max_size=60))
def test_what_is_accepted_leads(text: str) -> None:
    scores = Signals(THEMES).score(text)
    first = scores.first()
    assert first is None or all(scores.themes[first] >= n + 2 for id, n in scores.themes.items() if id != first)
    assert first not in scores.further(first)


@given(st.text(max_size=80))
def test_any_text_has_a_frame_or_none(text: str) -> None:
    assert frame_of(text, Setting("other")) in (*get_args(FrameLetter), None)
