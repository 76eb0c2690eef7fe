"""``find.figures``: what is written is read back, over the whole grammar of official statistics.

A strategy a form: each writes figures in a frame in which the form is used and says what is to be read.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from build_pages.find.figures import Setting, read_figures
from build_pages.find.figures.bounds import BEFORE
from build_pages.find.figures.units import TABLE, kind_of, plain_unit
from build_pages.model.mention import Figure, Measure, Relation

REVIEW = Setting("review", (2025, 2025), 2026)
SCALES = {"": 1.0, "万": 1e4, "亿": 1e8, "万亿": 1e12, "千万": 1e7, "百万": 1e6}
BARE = ("大", "度", "金", "银", "铜", "分")
"""Units that only some nouns before or behind them tell from words."""
AMOUNTS = tuple(unit for kind in ("money", "measure") for unit in TABLE[kind].split() if unit not in BARE)
COUNTED = tuple(unit for unit in TABLE["count"].split() if unit not in BARE)
WIDE = {ord(sign): chr(ord(sign) + 0xFEE0) for sign in "0123456789.%"}


BOUNDS_BEFORE = {word: relation for relation, words in BEFORE.items() for word in words.split()}
BOUNDS_AFTER: dict[str, Relation] = {
    "以上": "≥", "及以上": "≥", "以内": "≤", "以下": "≤", "左右": "≈", "上下": "≈", "之内": "≤",
}  # fmt: skip


@dataclass(frozen=True)
class Written:
    """A figure as printed, and what it states; a measure of None is not looked at."""

    printed: str
    number: float
    unit: str
    relation: Relation = "="
    measure: Measure | None = None


def check(text: str, written: Sequence[Written]) -> None:
    """The text holds these figures and no other, each with its number, unit, bound, span and measure."""
    figures = read_figures(text, REVIEW)
    assert [text[figure.start : figure.end] for figure in figures] == [one.printed for one in written]
    for figure, one in zip(figures, written, strict=True):
        assert math.isclose(figure.value * figure.scale, one.number, rel_tol=1e-9)
        assert (figure.unit, figure.relation) == (one.unit and plain_unit(one.unit), one.relation)
        assert one.measure in (None, figure.measure)


def numeral(number: int) -> str:
    """A whole number below 10⁸ as Chinese numerals by place values: 十二, 三百零五, 二千零三十万."""
    if number >= 10_000:
        rest = number % 10_000
        gap = "零" if 0 < rest < 1000 else ""
        return numeral(number // 10_000) + "万" + (gap + numeral(rest) if rest else "")
    written, skipped = "", False
    for sign, place in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // place % 10
        if digit:
            written += ("零" if skipped and written else "") + "零一二三四五六七八九"[digit] + sign
        skipped = not digit
    return written.removeprefix("一") if 10 <= number < 20 else written or "零"


def in_words(hundredths: int) -> str:
    """A number of hundredths as Chinese numerals with decimals: 十二点五."""
    decimals = f"{hundredths % 100:02}".rstrip("0")
    said = "".join("零一二三四五六七八九"[int(sign)] for sign in decimals)
    return numeral(hundredths // 100) + (f"点{said}" if said else "")


@st.composite
def digits(draw: st.DrawFn, least: int = 2, most: int = 9_999_999) -> tuple[str, float]:
    """Digits with or without decimals and thousands separators, in half or full width, and their value."""
    whole = draw(st.integers(least, most))
    decimals = draw(st.sampled_from(["", ".5", ".25", ".08"]))
    printed = f"{whole:,}" if draw(st.booleans()) else str(whole)
    printed += decimals
    value = float(printed.replace(",", ""))
    return (printed.translate(WIDE) if draw(st.booleans()) else printed), value


@st.composite
def amounts(draw: st.DrawFn, units: Sequence[str] = AMOUNTS + COUNTED) -> tuple[str, float, str]:
    """A number with its scale and unit as printed, the number, and the unit."""
    unit = draw(st.sampled_from(units))
    form = draw(st.sampled_from(["digits", "compound", "words"]))
    if form == "compound":
        large, small = draw(st.integers(1, 999)), draw(st.integers(1, 9))
        by, sign, worth = draw(
            st.sampled_from([("亿", "千万", 1e7), ("万", "千", 1e3), ("亿", "百万", 1e6), ("万", "百", 1e2)])
        )
        return f"{large}{by}{small}{sign}{unit}", large * SCALES[by] + small * worth, unit
    if form == "words":
        number = draw(st.integers(11, 9999).filter(lambda n: n % 10 or n % 100 == 0))
        scale = draw(st.sampled_from(["万", "亿"]))
        return f"{numeral(number)}{scale}{unit}", number * SCALES[scale], unit
    printed, value = draw(digits())
    scale = draw(st.sampled_from(sorted(SCALES)))
    return f"{printed}{scale}{unit}", value * SCALES[scale], unit


@given(amounts())
def test_amounts(amount: tuple[str, float, str]) -> None:
    printed, number, unit = amount
    check(f"全市存量达到{printed}。", [Written(printed, number, unit, "=", "level")])


@st.composite
def percentages(draw: st.DrawFn) -> tuple[str, float, str]:
    """A percentage in digits or in words, percentage points, or tenths: as printed, the number and the unit."""
    hundredths = draw(st.integers(1, 9999))
    form = draw(st.sampled_from(["%", "％", "百分之", "百分之数", "个百分点", "个百分点数", "百分点", "成", "‰"]))
    value, said = hundredths / 100, f"{hundredths / 100:.2f}".rstrip("0").rstrip(".")
    if form == "百分之数":
        return f"百分之{in_words(hundredths)}", value, "%"
    if form == "百分之":
        return f"百分之{said}", value, "%"
    if form == "个百分点数":
        return f"{in_words(hundredths)}个百分点", value, "个百分点"
    if form == "成":
        tenths = draw(st.integers(2, 9))
        return (f"{tenths}成" if draw(st.booleans()) else f"{numeral(tenths)}成"), float(tenths), "成"
    return f"{said}{form}", value, form.replace("％", "%")


@given(percentages(), st.sampled_from(["增长", "提高", "上升"]))
def test_percentages_grow(percentage: tuple[str, float, str], verb: str) -> None:
    printed, number, unit = percentage
    check(f"渔获{verb}{printed}。", [Written(printed, number, unit, "=", "growth")])


@given(percentages(), st.sampled_from(["下降", "降低", "回落"]))
def test_percentages_fall(percentage: tuple[str, float, str], verb: str) -> None:
    printed, number, unit = percentage
    check(f"渔获{verb}{printed}，灯塔长明。", [Written(printed, number, unit, "=", "change")])


@given(percentages().filter(lambda one: one[2][-1] != "点"), st.sampled_from(["占", "占比达到", "比重为", "达标率达"]))
def test_percentages_share(percentage: tuple[str, float, str], verb: str) -> None:
    printed, number, unit = percentage
    check(f"渔获{verb}{printed}。", [Written(printed, number, unit, "=", "share")])


@given(st.integers(2, 99), st.integers(1, 98), st.booleans())
def test_fractions(below: int, above: int, words: bool) -> None:
    above = min(above, below - 1)
    printed = f"{numeral(below)}分之{numeral(above)}" if words else f"{above}/{below}"
    check(f"渔获占全省的{printed}。", [Written(printed, above / below, "", "=", "share")])


@given(digits(least=2, most=99), st.sampled_from(["增加", "增长", "提高"]))
def test_multiples_grow(number: tuple[str, float], verb: str) -> None:
    printed, value = number
    check(f"渔获{verb}{printed}倍。", [Written(f"{printed}倍", value, "倍", "=", "growth")])


@given(st.integers(1, 99), st.booleans(), st.sampled_from(["是去年的", "为全省平均的", "相当于五年前的"]))
def test_multiples_compare(value: int, words: bool, verb: str) -> None:
    printed = f"{numeral(value) if words else value}倍"
    check(f"渔获{verb}{printed}。", [Written(printed, float(value), "倍", "=", "level")])


@given(st.sampled_from([("翻番", 1), ("翻一番", 1), ("翻了一番", 1), ("翻两番", 2), ("翻了三番", 3), ("翻2番", 2)]))
def test_doublings(written: tuple[str, int]) -> None:
    printed, times = written
    check(f"渔获{printed}。", [Written(printed, float(times), "番", "=", "growth")])


SIGNS = ["~", "～", "—", "-", "－", "–", "至", "到"]


@given(digits(most=99), digits(least=100, most=9999), st.sampled_from(SIGNS), st.sampled_from(AMOUNTS + COUNTED),
       st.sampled_from(sorted(SCALES)), st.booleans())  # fmt: skip
def test_ranges(low: tuple[str, float], high: tuple[str, float], sign: str, unit: str, scale: str, twice: bool) -> None:
    first = low[0] + (scale + unit if twice else "")
    second = high[0] + scale + unit
    written = [
        Written(first, low[1] * SCALES[scale], unit, "≥"),
        Written(second, high[1] * SCALES[scale], unit, "≤"),
    ]
    check(f"存量在{first}{sign}{second}。", written)


@given(st.integers(1, 50), st.integers(51, 99), st.sampled_from(SIGNS), st.sampled_from(["5%-8%", "5-8%", "百分之"]))
def test_ranges_of_percentages(low: int, high: int, sign: str, form: str) -> None:
    if form == "百分之":
        first, second = f"百分之{numeral(low)}", f"百分之{numeral(high)}"
    else:
        first, second = f"{low}{'%' if form == '5%-8%' else ''}", f"{high}%"
    check(f"渔获增长{first}{sign}{second}。", [
        Written(first, float(low), "%", "≥", "growth"), Written(second, float(high), "%", "≤", "growth"),
    ])  # fmt: skip


@given(st.integers(11, 99), st.integers(2, 9), st.sampled_from(SIGNS), st.sampled_from(["万元", "亿吨", "万亩"]))
def test_ranges_in_numerals(low: int, more: int, sign: str, unit: str) -> None:
    worth, name = SCALES[unit[0]], unit[1:]
    first, second = numeral(low), f"{numeral(low * more)}{unit}"
    check(f"存量在{first}{sign}{second}。", [
        Written(first, low * worth, name, "≥"), Written(second, low * more * worth, name, "≤"),
    ])  # fmt: skip


@given(st.integers(2, 5), st.integers(6, 9), st.sampled_from("至到"), st.sampled_from(["成", "个百分点", "倍"]))
def test_ranges_of_small_numerals(low: int, high: int, sign: str, unit: str) -> None:
    first, second = numeral(low), f"{numeral(high)}{unit}"
    check(f"渔获增长{first}{sign}{second}。", [
        Written(first, float(low), unit, "≥", "growth"), Written(second, float(high), unit, "≤", "growth"),
    ])  # fmt: skip


@given(st.sampled_from(["一番", "两番", "1倍", "2.5倍", "三成", "一倍"]), st.sampled_from(sorted(BOUNDS_AFTER)))
def test_bounds_of_multiples(printed: str, word: str) -> None:
    verb = "翻" if printed.endswith("番") else "增加"
    (figure,) = read_figures(f"渔获{verb}{printed}{word}。", REVIEW)
    assert (figure.relation, figure.qualifier, figure.measure) == (BOUNDS_AFTER[word], word, "growth")


@given(st.integers(1, 99), st.booleans(), st.sampled_from(["居全国", "位居全省", "跃居世界", "排名全国", "升至全球"]),
       st.sampled_from(["位", "名", ""]))  # fmt: skip
def test_ranks(place: int, words: bool, verb: str, unit: str) -> None:
    printed = f"第{numeral(place) if words else place}{unit}"
    check(f"渔获{verb}{printed}。", [Written(printed, float(place), "位", "=", "rank")])


@given(st.integers(2, 99), st.booleans(), st.sampled_from(["居全国", "进入全省", "稳居世界", "跻身全国", "排名全球"]),
       st.sampled_from(["位", "名", ""]))  # fmt: skip
def test_ranks_within(place: int, words: bool, verb: str, unit: str) -> None:
    printed = f"前{numeral(place) if words else place}{unit}"
    check(f"渔获{verb}{printed}。", [Written(printed, float(place), "位", "≤", "rank")])


@given(st.sampled_from(["居全国", "位居全省", "稳居世界", "跃居全球", "位列全国"]))
def test_first_places(verb: str) -> None:
    check(f"渔获{verb}首位，灯塔长明。", [Written("首位", 1.0, "位", "=", "rank")])


PASSING = tuple(word for word in BOUNDS_BEFORE if (word[-1] == "于" and "不" not in word) or word[0] == "跨")
"""Words that compare with what is counted, or pass it: they bound only amounts."""


@given(amounts(AMOUNTS), st.sampled_from(PASSING))
def test_bounds_of_amounts(amount: tuple[str, float, str], word: str) -> None:
    printed, number, unit = amount
    check(f"存量{word}{printed}。", [Written(printed, number, unit, BOUNDS_BEFORE[word])])


@given(amounts(), st.sampled_from(sorted(BOUNDS_BEFORE.keys() - set(PASSING))))
def test_bounds_before(amount: tuple[str, float, str], word: str) -> None:
    printed, number, unit = amount
    check(f"存量{word}{printed}。", [Written(printed, number, unit, BOUNDS_BEFORE[word])])


@given(amounts(), st.sampled_from(sorted(BOUNDS_AFTER)))
def test_bounds_after(amount: tuple[str, float, str], word: str) -> None:
    printed, number, unit = amount
    check(f"存量为{printed}{word}。", [Written(printed + word, number, unit, BOUNDS_AFTER[word])])


@given(percentages(), st.sampled_from(sorted(BOUNDS_AFTER)))
def test_bounds_of_percentages(percentage: tuple[str, float, str], word: str) -> None:
    printed, number, unit = percentage
    check(f"渔获增长{printed}{word}。", [Written(printed + word, number, unit, BOUNDS_AFTER[word])])


@given(digits(), st.sampled_from(["", "万", "亿", "万亿"]), st.sampled_from("多余"), st.sampled_from(AMOUNTS + COUNTED))
def test_so_many_and_more(number: tuple[str, float], scale: str, more: str, unit: str) -> None:
    printed = f"{number[0]}{more}{scale}{unit}"
    check(f"存量为{printed}。", [Written(printed, number[1] * SCALES[scale], unit, ">")])


@given(st.lists(amounts(AMOUNTS), min_size=2, max_size=5), st.sampled_from("、，；"))
def test_enumerations(given_: list[tuple[str, float, str]], sign: str) -> None:
    text = sign.join(f"{'甲乙丙丁戊'[n]}港存货{printed}" for n, (printed, _, _) in enumerate(given_)) + "。"
    check(text, [Written(printed, number, unit) for printed, number, unit in given_])
    figures: tuple[Figure, ...] = read_figures(text, REVIEW)
    assert [figure.subject[0] for figure in figures] == list("甲乙丙丁戊"[: len(given_)])
    assert kind_of(figures[0].unit) in ("money", "measure")
