"""``find.figures``: which numbers are figures, how they are read, and what holds for every text."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from build_pages.find.figures import Setting, read_figures, read_together
from build_pages.find.figures.bounds import AFTER, BEFORE
from build_pages.find.figures.numbers import UNITS_OF_TEN, fold, numeral, read_numbers
from build_pages.find.figures.units import TABLE, kind_of, plain_unit
from build_pages.model.mention import Figure, Relation
from tests.conftest import cases

REVIEW = Setting("review", (2025, 2025), 2026)


@pytest.mark.parametrize("case", cases("figures/found"))
def test_finds(case: dict[str, Any]) -> None:
    text = case["text"]
    masks = tuple((text.index(mask), text.index(mask) + len(mask)) for mask in case.get("masks", ()))
    read = [f"{quote(text, f)} {f.value:.16g}×{f.scale:.0f} {f.unit}" for f in read_figures(text, REVIEW, masks)]
    assert read == case.get("figures", [])


@pytest.mark.parametrize("case", cases("figures/attributes"))
def test_reads(case: dict[str, Any]) -> None:
    given = case.get("setting", {})
    setting = Setting(given["frame"], tuple(given["years"]), given["spoken"]) if given else Setting()
    assert [line(case["text"], figure) for figure in read_figures(case["text"], setting)] == case["read"]


def line(text: str, figure: Figure) -> str:
    attributes = (figure.relation, figure.measure, figure.period or "_", figure.status or "_")
    shown = (quote(text, figure), figure.subject, " ".join(map(str, attributes)), figure.qualifier, figure.modality)
    return " | ".join(shown)


def quote(text: str, figure: Figure) -> str:
    return text[figure.start : figure.end]


def test_a_fall_has_a_direction() -> None:
    assert [figure.direction for figure in read_figures("渔获下降3%，用电增长4%，存粮5吨。", REVIEW)] == [
        "down",
        "up",
        None,
    ]


def test_ordinals_count_every_number_token() -> None:
    assert [figure.ordinal for figure in read_figures("2025年，“三保”到位，建桥3座、渡口5个。", REVIEW)] == [3, 4]


SCALES = {"": 1.0, "万": 1e4, "亿": 1e8, "万亿": 1e12, "千万": 1e7, "百万": 1e6}
READABLE = tuple(
    unit
    for kind in ("percent", "points", "money", "measure", "count")
    for unit in TABLE[kind].split()
    if unit not in ("大", "度")
)
BEHIND: dict[Relation, tuple[str, ...]] = {"≥": ("以上", "及以上"), "≤": ("以内", "以下"), "≈": ("左右", "上下")}
BEFORE_IT = {word: relation for relation, words in BEFORE.items() for word in words.split()}


BOUNDING = sorted(word for word in BEFORE_IT if word[0] != "跨" and (word[-1] != "于" or "不" in word))
"""Those that bound counts too."""


@st.composite
def quantities(draw: st.DrawFn) -> tuple[str, str, float, float, str, Relation]:
    """A quantity as text: the words before it, the quantity, and the value, scale, unit and relation it states."""
    value = draw(st.integers(2, 9999) | st.decimals("0.01", "9999", places=2).map(float))
    scale, unit = draw(st.sampled_from(sorted(SCALES))), draw(st.sampled_from(READABLE))
    if kind_of(unit) in ("percent", "points"):
        scale = ""
    printed = f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    if draw(st.booleans()):
        printed = printed.translate({ord(sign): chr(ord(sign) + 0xFEE0) for sign in "0123456789."})
    relation: Relation = "="
    before, after = "", ""
    if draw(st.booleans()):
        before = draw(st.sampled_from(BOUNDING))
        relation = BEFORE_IT[before]
    elif draw(st.booleans()):
        relation = draw(st.sampled_from(sorted(BEHIND)))
        after = draw(st.sampled_from(BEHIND[relation]))
    return f"存量{before}", printed + scale + unit + after, float(printed_value(printed)), SCALES[scale], unit, relation


def printed_value(printed: str) -> str:
    return fold(printed)


@given(quantities())
def test_what_is_written_is_read_back(quantity: tuple[str, str, float, float, str, Relation]) -> None:
    before, printed, value, scale, unit, relation = quantity
    (figure,) = read_figures(f"{before}{printed}。", REVIEW)
    assert (figure.value, figure.scale, figure.unit, figure.relation) == (value, scale, plain_unit(unit), relation)
    assert f"{before}{printed}。"[figure.start : figure.end] == printed


@given(st.integers(1, 99_999_999))
def test_numerals_are_read_back(number: int) -> None:
    assert numeral(write_numeral(number)) == number


def write_numeral(number: int) -> str:
    """A number as Chinese numerals by place values: 三百零五万二千."""
    if number >= 10_000:
        rest = number % 10_000
        gap = "零" if 0 < rest < 1000 else ""
        return write_numeral(number // 10_000) + "万" + (gap + write_numeral(rest) if rest else "")
    written, zero = "", False
    for sign, place in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // place % 10
        written += ("零" if zero and digit and written else "") + (
            "零一二三四五六七八九"[digit] + sign if digit else ""
        )
        zero = digit == 0
    return written


SIGNS = (
    "0123456789０９%％.,，、。；：“”《》()（）~—-至到一二三两十百千万亿零点分之第前首位"
    "年月日个家亿元以上左右近超达增长下降新增比占连续G每人"
)


@given(st.text(alphabet=SIGNS, max_size=60) | st.text(max_size=40))
@example("2025年" * 3)
@example("百分之百分之一")
@example("连续99999999999年")
@example("一二三四五六七八九十万亿")
@example("\ud800９")
def test_no_text_makes_it_raise(text: str) -> None:
    figures = read_figures(text, REVIEW)
    assert all(0 <= figure.start < figure.end <= len(text) for figure in figures)
    assert [figure.start for figure in figures] == sorted(figure.start for figure in figures)
    assert all(len(figure.subject) <= 24 and not set(figure.subject) & set("，。；：！？") for figure in figures)


@given(st.text(alphabet=SIGNS, max_size=40))
def test_tokens_do_not_overlap(text: str) -> None:
    numbers = read_numbers(fold(text))
    assert all(one.end <= other.start for one, other in pairwise(numbers))
    assert [number.ordinal for number in numbers] == list(range(1, len(numbers) + 1))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=5))
def test_masks_only_take_away(masks: list[tuple[int, int]]) -> None:
    text = "建成20条灯船航线、3座桥，增长5%，存粮7万吨。"
    free = {(figure.start, figure.end) for figure in read_figures(text, REVIEW)}
    assert {(figure.start, figure.end) for figure in read_figures(text, REVIEW, masks)} <= free


@given(st.lists(st.text(alphabet=SIGNS, max_size=40), max_size=5))
@example(["按", "2025年建成3座桥", "第", "3位，突破", "5个", "5个内"])
def test_texts_read_together_are_read_as_each_alone(texts: list[str]) -> None:
    found: list[Setting] = [REVIEW, Setting("plan", (2026, 2026), 2026)]
    settings = [found[n % 2] for n in range(len(texts))]
    starts = [sum(len(text) + 1 for text in texts[:n]) for n in range(len(texts))]
    halves = [len(text) // 2 for text in texts]  # a name stands in the first half of each
    masks = [(start, start + half) for start, half in zip(starts, halves, strict=True)]
    together = read_together("\n".join(texts), starts, settings, masks)
    alone = zip(texts, settings, halves, strict=True)
    assert together == [list(read_figures(text, setting, [(0, half)])) for text, setting, half in alone]


HOSTILE = (
    "1", "一", "1，", "（", "“", "《", "1个", "、1%", "百分之", "三分之", "1/", "万", "分别增长1%、2%", "连续", "1~",
    "1,000,", "2025年1%", "十四五", "零〇", "来岛留", "每千人口1个", "《1》", "《《1", "1至",
    "一到", "翻1.", "千瓦", "第1前",
)  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear_in_length(unit: str) -> None:
    assert growth(unit) < QUADRATIC / 2


@given(st.text(alphabet=SIGNS, min_size=1, max_size=6))
@settings(max_examples=20, deadline=None)
def test_time_is_linear_for_any_repetition(unit: str) -> None:
    assert growth(unit) < QUADRATIC / 2


LENGTH, TIMES = 2_000, 8
QUADRATIC = TIMES**2
"""How much longer a text ``TIMES`` as long would take if time grew with the square of the length."""


def growth(unit: str) -> float:
    """How many times the processor time of a text of that unit a text ``TIMES`` as long takes; the least of three."""
    return min(seconds(unit, LENGTH * TIMES) / max(seconds(unit, LENGTH), 1e-4) for _ in range(3))


def seconds(unit: str, length: int) -> float:
    """The processor time of this thread for a text of that length."""
    text = (unit * (length // len(unit) + 1))[:length]
    start = time.thread_time()
    read_figures(text, REVIEW)
    return time.thread_time() - start


def test_units_are_spelt_without_scale() -> None:
    assert not [unit for units in TABLE.values() for unit in units.split() if unit[0] in "万亿"]
    assert set("".join(UNITS_OF_TEN)) == set("十百千万亿")
    assert all(relation in ("≥", "≤", "≈", ">") for relation in AFTER)
