"""What the entries of a glossary teach: which traits of a find speak for an entry, and how much."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp, log, sqrt

from build_pages.candidates.passage import Find

ROUNDS, STEP, PULL = 6, 0.03, 0.02
"""Few rounds of small steps, each weight drawn back to nothing: what the patterns say goes before a few examples."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """Log odds by trait, to be added to what a pattern says."""

    weights: Mapping[str, float]

    def weigh(self, find: Find) -> float:
        """How likely a find makes an entry, 0 to 1."""
        return _share(_odds(find.likely) + sum(self.weights.get(trait, 0.0) for trait in _traits(find)))


def learn(finds: Iterable[tuple[Find, bool]]) -> Lessons:
    """Logistic regression (AdaGrad steps, in the order given) from traits to whether the glossary has the wording."""
    examples = [(_odds(find.likely), _traits(find), held) for find, held in finds]
    weights: dict[str, float] = defaultdict(float)
    moved: dict[str, float] = defaultdict(lambda: 0.1)
    if any(held for _, _, held in examples):
        for _ in range(ROUNDS):
            for odds, traits, held in examples:
                wrong = _share(odds + sum(weights[trait] for trait in traits)) - held
                for trait in traits:
                    slope = wrong + PULL * weights[trait]
                    moved[trait] += slope * slope
                    weights[trait] -= STEP * slope / sqrt(moved[trait])
    return Lessons(dict(weights))


def _traits(find: Find) -> list[str]:
    return [find.pattern, *(f"{find.pattern} {trait}" for trait in find.traits)]


def _share(odds: float) -> float:
    return 1 / (1 + exp(-odds))


def _odds(share: float) -> float:
    return log(share / (1 - share))
