"""Invented sentences in the manner of a report: formulations, lists, promises, figures."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.bench.words import draw_rank, draw_word, list_phrases, make_phrase

INDICATORS = tuple(
    f"{a}{b}" for a in ("工业", "农业", "外贸", "港口", "旅游", "科技") for b in ("产值", "投资额", "用电量")
)
UNITS = ("亿元", "万人", "万吨", "公里", "个", "家", "%")


def _word(tag: str) -> Callable[[Random], str]:
    return lambda random: draw_word(random, tag)


def _phrase(random: Random) -> str:
    phrase, other = make_phrase(rank := draw_rank(random))
    return other if rank % 5 == 0 and random.random() < 0.25 else phrase


def _figure(random: Random) -> str:
    return f"{random.randrange(1, 9999) / random.choice((1, 10, 100)):g}{random.choice(UNITS)}"


def _percent(random: Random) -> str:
    return f"{random.randrange(10, 180) / 10:g}%"


_SLOTS: dict[str, Callable[[Random], str]] = {
    "v": _word("v"), "n": _word("n"), "a": _word("a"), "p": _phrase, "f": _figure, "r": _percent,
    "i": lambda random: random.choice(INDICATORS),
}  # fmt: skip
_FRAMES = tuple(
    frame.split("_")
    for frame in (
        "坚持_p_，_p_，_v_a_n_。", "_n_v_n_，_p_，_p_深入_v_。", "加快_v_n_，推动_p_，_p_。",
        "以_p_为_n_，_v_n_，_p_，_v_n_n_。", "_n_n_更加_a_，_p_持续_v_，_p_成效_a_。",
        "深入_v_“_p_”，_v_n_和_n_，_p_。", "_v_p_、_p_、_p_，_v_n_v_n_。", "_n_的_n_在于_p_，_n_的_n_在于_p_。",
        "_i_达到_f_，增长_r_，_n_v_n_。", "_v_n_f_，_v_a_n_，_p_取得_n_。", "力争_i_增长_r_左右，_v_n_f_以上。",
        "一是_v_n_，_v_p_；二是_p_，_v_n_；三是_p_，_v_n_n_。",
    )
)  # fmt: skip
_PLAIN = 8
"""Of the frames, those before this one state no number."""


class Invented:
    """Sentences and formulations from the vocabulary of ``words``."""

    def sentence(self, random: Random) -> str:
        """One sentence, seven in ten without a number."""
        numbered = random.random() < 0.3
        frame = random.choice(_FRAMES[_PLAIN:] if numbered else _FRAMES[:_PLAIN])
        return "".join(_SLOTS[part](random) if part in _SLOTS else part for part in frame)

    def heading(self, random: Random) -> str:
        """The words of a heading."""
        return f"{draw_word(random, 'v')}{_phrase(random)}，{draw_word(random, 'v')}{draw_word(random, 'n')}"

    def terms(self, count: int) -> list[tuple[str, ...]]:
        """The commonest formulations, one in five with a second wording."""
        return [pair if n % 5 == 0 else pair[:1] for n, pair in enumerate(list_phrases(count))]
