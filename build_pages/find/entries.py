"""Where the forms of glossary entries stand in a text, in the contexts their entries allow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_pages.find.segment import is_word
from build_pages.find.words import Match, Words
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
    """Every pattern of a glossary, gathered by its form; a form of one character is never looked for."""

    forms: Words
    patterns: tuple[tuple[Pattern, ...], ...]
    """The patterns of each form."""
    bare: Mapping[int, tuple[MentionKind, str]]
    """Number of a form ▸ what it means, for the forms of one entry alone that mean it wherever they stand."""


def build_matcher(entries: Iterable[Entry]) -> Matcher:
    """Gather the forms of ``entries``; a name without a qualifier in brackets is a form too."""
    patterns: dict[str, list[Pattern]] = defaultdict(list)
    for entry in entries:
        for form in forms_of(entry):
            pattern = Pattern(
                form, entry.id, entry.kind, _contexts(entry.match.not_in, form),
                _contexts(entry.match.only_in, form), entry.match.words,
            )  # fmt: skip
            patterns[form] += [pattern] if len(form) > 1 else []
    kept = {form: tuple(found) for form, found in sorted(patterns.items()) if found}
    alone = {n: found[0] for n, found in enumerate(kept.values()) if len(found) == 1}
    bare = {n: (one.kind, one.target) for n, one in alone.items() if not (one.not_in or one.only_in or one.words)}
    return Matcher(Words(tuple(kept)), tuple(kept.values()), bare)


def forms_of(entry: Entry) -> tuple[str, ...]:
    """The wordings an entry is found by, each once."""
    name = () if "（" in entry.name else (entry.name,)
    return tuple(dict.fromkeys((*(form.form for form in entry.forms), *name)))


def find_entries(text: str, matcher: Matcher) -> Iterator[Found]:
    """Every place where a form stands in ``text`` as its entry allows, nested and crossing ones included.

    Where two entries share a form, the one that names this very context goes before the other.
    """
    for n, start, end in _match(matcher.forms, text):
        if meant := matcher.bare.get(n):
            yield Found(start, end, *meant)
            continue
        here = [pattern for pattern in matcher.patterns[n] if _stands(text, start, pattern)]
        claimed = any(pattern.only_in for pattern in here)
        for pattern in here:
            if pattern.only_in or not claimed:
                yield Found(start, end, pattern.kind, pattern.target)


def find_forms(texts: Iterable[str], matcher: Matcher) -> tuple[int, ...]:
    """The numbers, in ascending order, of the forms that stand anywhere in texts, whatever their entries allow."""
    return tuple(sorted({n for text in texts for n, _, _ in _match(matcher.forms, text)}))


@lru_cache(maxsize=1)  # the text of a document is asked for its forms, then for its entries
def _match(forms: Words, text: str) -> Sequence[Match]:
    return forms.find(text)


def _stands(text: str, at: int, pattern: Pattern) -> bool:
    if pattern.not_in and _is_in(text, at, pattern.not_in):
        return False
    if pattern.only_in and not _is_in(text, at, pattern.only_in):
        return False
    return not pattern.words or is_word(text, at, at + len(pattern.form))


def _is_in(text: str, at: int, contexts: Iterable[Context]) -> bool:
    return any(text.startswith(context, at - offset) for context, offset in contexts if at >= offset)


def _contexts(contexts: Iterable[str], form: str) -> tuple[Context, ...]:
    found = []
    for context in contexts:
        at = context.find(form)
        while at >= 0:
            found.append((context, at))
            at = context.find(form, at + 1)
    return tuple(found)
