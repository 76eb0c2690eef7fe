"""``pickling``: a thing that is read again is what it was, of whatever class."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import pytest

from build_pages.model.packed import Packed
from build_pages.pickling import dump, load


@dataclass(frozen=True, slots=True)
class Lamp:
    """Made again by its class."""

    name: str
    lit: bool = False


@dataclass(frozen=True, slots=True)
class Quay(Lamp):
    """Its slots are not all its fields."""

    depth: int = 0


@dataclass(slots=True)
class Harbour:
    """Its class takes its fields by name, and not all of them."""

    name: str
    depth: int = field(kw_only=True)
    lamps: list[Lamp] = field(default_factory=list, init=False)


@dataclass(frozen=True, slots=True)
class Course:
    """Its class changes what it is given."""

    metres: float
    name: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "metres", self.metres * 1000)


@dataclass(frozen=True)
class Loose:
    """Without slots."""

    name: str
    depth: int


class Pair(NamedTuple):
    """No dataclass."""

    name: str
    lamp: Lamp


HARBOUR = Harbour("港", depth=3)
HARBOUR.lamps.append(Lamp("灯塔", True))


@pytest.mark.parametrize(
    "made",
    [
        Lamp("灯塔"), Quay("码头", True, 9), HARBOUR, Course(2.5, "航线"), Loose("渡口", 4), Pair("双", Lamp("灯")),
        [Lamp("灯"), {"渡口": (None, 1, b"2")}], frozenset({Lamp("灯")}), int,
        Packed({"渡口": Lamp("灯")}), Packed,  # a class of another kind than most
    ],
)  # fmt: skip
def test_what_is_read_again_is_what_it_was(made: object) -> None:
    again = load(dump(made))
    assert (type(again), again) == (type(made), made)


def test_what_is_one_thing_stays_one() -> None:
    lamp = Lamp("灯塔")
    again = load(dump([lamp, lamp]))
    assert isinstance(again, list) and again[0] is again[1]
