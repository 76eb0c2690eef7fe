"""A value together with the place in the source it was read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from build_pages.model.problem import Problem
from build_pages.source.yaml_lines import YamlText

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Held(Generic[T]):
    """A value, the YAML it stands in, and the steps that lead to it there."""

    value: T
    text: YamlText
    at: tuple[str | int, ...] = ()

    def problem(self, code: str, message: str, steps: Sequence[str | int] = ()) -> Problem:
        """A Problem at the value, or at what ``steps`` lead to inside it."""
        return Problem(self.text.path, self.text.line((*self.at, *steps)), code, message)
