"""``commitments.reported``: of all values of a measure, those that suit a promise best by document and years."""

from __future__ import annotations

from operator import itemgetter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from build_pages.commitments.likeness import pairs
from build_pages.commitments.measures import Stated, Years, agreement
from build_pages.commitments.reported import Measures, list_past, list_since
from build_pages.model.mention import Figure

WORDINGS = ("渡口旅客吞吐量", "渡口的旅客吞吐量", "灯塔数量", "渡口灯塔改造数量")
YEARS = st.tuples(st.integers(2030, 2035), st.integers(0, 2)).map(lambda of: (of[0], sum(of)))
TOLD = st.tuples(
    st.integers(0, 5), st.sampled_from(WORDINGS), st.sampled_from([None, "a", "b"]), YEARS, st.sampled_from([1, 10000])
)


def state(n: int, words: str, indicator: str | None, years: Years, scale: float = 1) -> Stated:
    """A value of a measure, the n-th of all."""
    figure = Figure(0, 1, 1, float(n), "座", scale)
    return Stated(f"f{n}", "d", "p", figure, indicator, words, words, words, pairs(words), n, "amount", "座", years)


def list_best(told: list[tuple[int, Stated]], rank: Any) -> list[Stated]:
    """Those of the highest rank, in their order."""
    best = max(map(rank, told), default=None)
    return [one for document, one in told if rank((document, one)) == best]


@given(st.lists(TOLD), st.integers(0, 5), st.integers(0, 6), YEARS, st.sampled_from(WORDINGS))
def test_the_best_are_those_that_comparing_all_would_find(
    drawn: list[Any], own: int, later: int, due: Years, words: str
) -> None:
    told = [(document, state(n, *of)) for n, (document, *of) in enumerate(sorted(drawn, key=itemgetter(0)))]
    target = state(-1, words, "a", due)
    of_measure = [(document, one) for document, one in told if agreement(target, one)]
    measures = Measures(told).of(target)

    def near(one: Stated) -> tuple[int, bool]:
        first, last = one.years or due
        return -abs(last - due[1]), first == last

    past = [(document, one) for document, one in of_measure if (one.years or due)[1] < due[0]]
    of_own = [(document, one) for document, one in past if document == own]
    before = of_own or [(document, one) for document, one in past if document < later]
    assert list_past(measures, own, later, due) == list_best(before, lambda one: near(one[1]))
    since = [(document, one) for document, one in of_measure if document >= later and (one.years or due)[1] >= due[0]]
    assert list_since(measures, later, due) == list_best(since, lambda one: (one[1].years == due, *near(one[1])))


def test_every_value_is_of_one_measure_alone() -> None:
    values = [state(n, WORDINGS[n % 4], "a" if n % 3 else None, (2030, 2030), 10 ** (n // 4 % 2)) for n in range(48)]
    measures = Measures(enumerate(values)).all
    assert len(measures) == 4 * 2 * 2  # wordings, with and without an indicator, scales
    assert sorted(n for one in measures for told in one.told.values() for n, *_ in told) == list(range(48))
