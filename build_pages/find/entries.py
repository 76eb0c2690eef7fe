"""Where the forms of glossary entries stand in a text, in the contexts their entries allow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_pages.find.segment import read_boundaries
from build_pages.model.entry import Entry
from build_pages.model.mention import Found, MentionKind

Context = tuple[str, int]
"""A stretch of text and the offset of the form in it."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One form of one entry, with the contexts that forbid it and those that alone allow it."""

    form: str
    target: str
    kind: MentionKind
    not_in: tuple[Context, ...] = ()
    only_in: tuple[Context, ...] = ()
    words: bool = False


@dataclass(frozen=True, slots=True)
class Matcher:
    """Every pattern of a glossary, by the first two characters of its form."""

    buckets: Mapping[str, tuple[Pattern, ...]]


def build_matcher(entries: Iterable[Entry]) -> Matcher:
    """Gather the forms of ``entries``; a name without a qualifier in brackets is a form too."""
    buckets: dict[str, list[Pattern]] = defaultdict(list)
    for entry in entries:
        for form in forms_of(entry):
            pattern = Pattern(
                form, entry.id, entry.kind, _contexts(entry.match.not_in, form),
                _contexts(entry.match.only_in, form), entry.match.words,
            )  # fmt: skip
            buckets[form[:2]].append(pattern)
    return Matcher({key: tuple(sorted(patterns, key=_order)) for key, patterns in sorted(buckets.items())})


def forms_of(entry: Entry) -> tuple[str, ...]:
    """The wordings an entry is found by, each once."""
    name = () if "（" in entry.name else (entry.name,)
    return tuple(dict.fromkeys((*(form.form for form in entry.forms), *name)))


def find_entries(text: str, matcher: Matcher) -> Iterator[Found]:
    """Every place where a form stands in ``text`` as its entry allows, nested and crossing ones included.

    Where two entries share a form, the one that names this very context goes before the other.
    """
    boundaries = _Boundaries(text)
    for at in range(len(text) - 1):
        bucket = matcher.buckets.get(text[at : at + 2])
        if not bucket:
            continue
        here = [
            pattern
            for pattern in bucket
            if text.startswith(pattern.form, at) and _stands(text, at, pattern, boundaries)
        ]
        claimed = {pattern.form for pattern in here if pattern.only_in}
        for pattern in here:
            if pattern.only_in or pattern.form not in claimed:
                yield Found(at, at + len(pattern.form), pattern.kind, pattern.target)


def _stands(text: str, at: int, pattern: Pattern, boundaries: Callable[[int], bool]) -> bool:
    if any(text.startswith(context, at - offset) for context, offset in pattern.not_in if at >= offset):
        return False
    if pattern.only_in and not any(text.startswith(c, at - offset) for c, offset in pattern.only_in if at >= offset):
        return False
    return not pattern.words or (boundaries(at) and boundaries(at + len(pattern.form)))


class _Boundaries:
    """Word boundaries of one text, read when first asked for."""

    __slots__ = ("_ends", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends: frozenset[int] | None = None

    def __call__(self, offset: int) -> bool:
        if self._ends is None:
            self._ends = read_boundaries(self._text)
        return offset in self._ends


def _contexts(contexts: Iterable[str], form: str) -> tuple[Context, ...]:
    found = []
    for context in contexts:
        at = context.find(form)
        while at >= 0:
            found.append((context, at))
            at = context.find(form, at + 1)
    return tuple(found)


def _order(pattern: Pattern) -> tuple[int, str, str]:
    return -len(pattern.form), pattern.form, pattern.target
