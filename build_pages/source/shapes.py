"""Parsed YAML into the shapes of ``model``, each misfit a Problem at its line."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Hashable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from build_pages.model.problem import Problem, SourceError
from build_pages.source.yaml_lines import YamlText

T = TypeVar("T")
Steps = tuple[str | int, ...]


def fit(cls: type[T], text: YamlText, data: Any = None, at: Steps = ()) -> T:
    """The value of ``cls`` that ``data`` (default: the whole text) describes; raises SourceError with every misfit.

    ``at`` leads from the top of the text to ``data``.
    """
    try:
        fitted: T = _adapter(cast(Hashable, cls)).validate_python(text.data if data is None else data)
        return fitted
    except ValidationError as error:
        raise SourceError(_complaint(cls, text, at, detail) for detail in error.errors(include_url=False)) from None


def fit_list(cls: type[T], text: YamlText) -> tuple[T, ...]:
    """Each member of a YAML list as a ``cls``; raises SourceError with every misfit of the list."""
    if not isinstance(text.data or [], list):
        raise SourceError([Problem(text.path, 1, "Y003", "write a list here, each member beginning with “- ”")])
    problems: list[Problem] = []
    fitted = []
    for n, member in enumerate(text.data or []):
        try:
            fitted.append(fit(cls, text, member, (n,)))
        except SourceError as error:
            problems += error.problems
    if problems:
        raise SourceError(problems)
    return tuple(fitted)


@cache
def _adapter(cls: Any) -> TypeAdapter[Any]:
    return TypeAdapter(cls)


def _complaint(cls: type[Any], text: YamlText, at: Steps, detail: ErrorDetails) -> Problem:
    steps = at + tuple(detail["loc"])
    key = ".".join(str(step) for step in detail["loc"])
    say = _SAY.get(detail["type"], _other)
    return Problem(text.path, text.line(steps), "Y003", say(key, detail, cls))


def _unknown(key: str, detail: ErrorDetails, cls: type[Any]) -> str:
    last = str(detail["loc"][-1])
    near = difflib.get_close_matches(last, sorted(_keys(cls)), 1)
    return f"remove the unknown key {key!r}" + (f", or write {near[0]!r}" if near else "")


def _missing(key: str, detail: ErrorDetails, cls: type[Any]) -> str:
    return f"add {key!r}"


def _choice(key: str, detail: ErrorDetails, cls: type[Any]) -> str:
    return f"{key}: write one of {detail['ctx']['expected']}, not {detail['input']!r}"


def _mapping(key: str, detail: ErrorDetails, cls: type[Any]) -> str:
    return f"{key or 'here'}: write a mapping, “key: value” a line"


def _other(key: str, detail: ErrorDetails, cls: type[Any]) -> str:
    return f"{key}: {detail['msg']}"


def _text(key: str, detail: ErrorDetails, cls: type[Any]) -> str:
    return f"{key}: write text, in quotes, not {detail['input']!r}"


_SAY: dict[str, Callable[[str, ErrorDetails, type[Any]], str]] = {
    "unexpected_keyword_argument": _unknown,
    "extra_forbidden": _unknown,
    "missing": _missing,
    "literal_error": _choice,
    "string_type": _text,
    "dataclass_type": _mapping,
}


def _keys(cls: type[Any], met: Sequence[type[Any]] = ()) -> set[str]:
    """The keys a shape and the shapes inside it name, for suggestions."""
    if not is_dataclass(cls) or cls in met:
        return set()
    names = {f.name.rstrip("_") for f in fields(cls)}
    waiting = list(get_type_hints(cls).values())
    while waiting:
        hint = waiting.pop()
        waiting += get_args(hint)
        names |= _keys(hint, (*met, cls)) if isinstance(hint, type) else set()
    return names
