"""The value axis of a chart: round ticks around the values, and where a value stands between them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_STEPS = (1, 2, 2.5, 5, 10)
_SCALES = ((1e8, "亿"), (1e4, "万"))
ROUGHLY = 3
"""Steps that the values are to span."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A linear axis from ``low`` at ``bottom`` to ``high`` at ``top``; ``ticks`` are heights with their labels."""

    low: float
    high: float
    top: float
    bottom: float
    unit: str
    ticks: tuple[tuple[float, str], ...]

    def y(self, value: float) -> float:
        """The height at which a value stands."""
        return round(self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top), 1)


def make_axis(values: Sequence[float], unit: str, top: float, bottom: float) -> Axis:
    """The axis for some values of a unit; it begins at zero only where they come near it."""
    least, most = min(values), max(values)
    step = _round_step((most - least) / ROUGHLY or abs(most) / 10 or 1)
    low, high = math.floor(least / step) * step, math.ceil(most / step) * step
    low = low - step if low == least and low > 0 else low
    high = high + step if high == most else high
    scale, name = next(((size, name) for size, name in _SCALES if step >= size), (1.0, ""))
    axis = Axis(low, high, top, bottom, "" if unit == "%" else f"{name}{unit}", ())
    count = round((high - low) / step)
    ticks = tuple((axis.y(low + n * step), _label((low + n * step) / scale, unit)) for n in range(count + 1))
    return Axis(low, high, top, bottom, axis.unit, ticks)


def _round_step(rough: float) -> float:
    """The smallest of 1, 2, 2.5 and 5 times a power of ten that is not below ``rough``."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * step for step in _STEPS if power * step >= rough * 0.999999)


def _label(number: float, unit: str) -> str:
    return f"{number:.10g}" + ("%" if unit == "%" else "")
