"""What a command costs (time, memory), what it leaves (bytes), and the exponent of a growth."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from statistics import fmean, median

from tests.publish import ENVIRONMENT

_LAUNCHER = Path(__file__).with_name("launcher.py")


class Failed(Exception):
    """A measured command ended with an error; the message is the end of what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock and of the processors, the bytes of its largest process, of the seconds the system's."""

    wall: float
    cpu: float
    peak: float
    system: float = 0.0


def run(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command in a folder; raises Failed where it ends with an error."""
    with tempfile.TemporaryDirectory() as aside:
        result = Path(aside) / "cost.json"
        done = subprocess.run(
            [sys.executable, "-S", _LAUNCHER, result, *command], cwd=folder, text=True,
            env=os.environ | ENVIRONMENT | dict(environment or {}), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        if done.returncode:
            raise Failed(f"{command[0]} in {folder}: {done.stdout[-1500:]}")
        return Cost(**json.loads(result.read_text()))


def repeat(times: int, measured: Callable[[], Cost]) -> Cost:
    """The medians of several runs, each of its own."""
    costs = [measured() for _ in range(times)]
    return Cost(*(median(getattr(cost, key) for cost in costs) for key in ("wall", "cpu", "peak", "system")))


def weigh(folder: Path, pattern: str = "*") -> int:
    """Bytes of the files below a folder whose names match."""
    return sum(path.stat().st_size for path in folder.rglob(pattern) if path.is_file())


def compressed(path: Path) -> int:
    """Bytes of a file as a server sends it (deflate, as gzip at its usual level, without its 18 bytes of frame)."""
    return len(zlib.compress(path.read_bytes(), 6))


def fit(points: Sequence[tuple[float, float]]) -> float:
    """The exponent of a growth: the slope of the least-squares line through the logarithms of (x, y)."""
    xs, ys = [log(x) for x, _ in points], [log(y) for _, y in points]
    mean_x, mean_y = fmean(xs), fmean(ys)
    spread = sum((x - mean_x) ** 2 for x in xs)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / spread
