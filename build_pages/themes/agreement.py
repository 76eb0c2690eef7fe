"""Krippendorff's α for nominal data: how far two codings made apart agree beyond chance.

Krippendorff, Content Analysis (4th ed., 2019), ch. 12: α = 1 − D_o / D_e from the coincidence matrix.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence


def krippendorff_alpha(units: Sequence[Sequence[Hashable | None]]) -> float:
    """α over ``units``, each the values of all coders for one unit, None where one did not code it.

    Units with fewer than two values do not count. 1.0 where everybody always says the same.
    Raises ValueError where no unit has two values.
    """
    paired = [[value for value in unit if value is not None] for unit in units]
    paired = [values for values in paired if len(values) > 1]
    if not paired:
        raise ValueError("no unit was coded twice")
    totals: Counter[Hashable] = Counter(value for values in paired for value in values)
    n = sum(totals.values())
    observed = sum(_disagreements(values) / (len(values) - 1) for values in paired) / n
    expected = (n * n - sum(count * count for count in totals.values())) / (n * (n - 1))
    return 1.0 if expected == 0 else 1.0 - observed / expected


def _disagreements(values: Sequence[Hashable]) -> int:
    """Ordered pairs of unequal values."""
    counts = Counter(values)
    return len(values) ** 2 - sum(count * count for count in counts.values())
