"""What the entries of a glossary teach: which evidence speaks for an entry, and how much."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from random import Random

ROUNDS, TRUST = 8, 0.07
"""Passes over the examples, and the most that one of them may move a weight (the C of a logistic regression)."""
SEEN = 2
"""What fewer wordings show teaches nothing."""
_NEWTON = 4


@dataclass(frozen=True, slots=True)
class Lessons:
    """Log odds by evidence, to be added up."""

    weights: Mapping[str, float]

    def weigh(self, evidence: Iterable[str]) -> float:
        """How likely a wording with this evidence makes an entry, 0 to 1."""
        return 1 / (1 + exp(-sum(self.weights.get(one, 0.0) for one in evidence)))


def learn(examples: Sequence[tuple[Sequence[str], bool]]) -> Lessons:
    """Logistic regression from evidence to whether the glossary holds the wording, with a penalty on large weights.

    Coordinate descent in the dual, each pass in an order of its own that is always the same (Yu, Huang and Lin 2011,
    doi:10.1007/s10994-010-5221-8).
    """
    shown = Counter(one for evidence, _ in examples for one in evidence)
    rows = [([one for one in evidence if shown[one] >= SEEN], 1.0 if held else -1.0) for evidence, held in examples]
    weights: dict[str, float] = defaultdict(float)
    shares = [0.0] * len(rows)
    order = list(range(len(rows)))
    for turn in range(ROUNDS):
        Random(turn).shuffle(order)
        for n in order:
            evidence, sign = rows[n]
            margin = sign * sum(weights[one] for one in evidence)
            moved = _settle(shares[n], margin, len(evidence)) - shares[n]
            shares[n] += moved
            for one in evidence:
                weights[one] += sign * moved
    return Lessons(dict(weights))


def _settle(share: float, margin: float, norm: int) -> float:
    """The share of one example that suits the others', between 0 and ``TRUST``: Newton's steps on its log odds."""
    odds = -margin
    for _ in range(_NEWTON):
        part = 1 / (1 + exp(-odds))
        odds -= (odds + norm * (TRUST * part - share) + margin) / (1 + norm * TRUST * part * (1 - part))
    return TRUST / (1 + exp(-odds))
