"""Forms, examples and contexts of the glossary must prove each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from build_pages.find.entries import forms_of
from build_pages.model.entry import Entry
from build_pages.model.problem import Problem
from build_pages.source.held import Held


def check_matching(entries: Sequence[Held[Entry]]) -> Iterator[Problem]:
    """Two entries with one form and no context between them; examples without a form; contexts without a form."""
    yield from _check_shared(entries)
    for held in entries:
        entry = held.value
        if not entry.forms:
            yield held.problem("G002", "add at least one form", ("forms",))
        forms = forms_of(entry)
        for n, form in enumerate(form.form for form in entry.forms):
            if len(form.strip()) < 2:
                yield held.problem("G002", "write a form of two characters or more, or remove it", ("forms", n))
        for key, contexts in (
            ("examples", entry.match.examples),
            ("not_in", entry.match.not_in),
            ("only_in", entry.match.only_in),
        ):
            for n, context in enumerate(contexts):
                if not any(form in context for form in forms):
                    yield held.problem("G003", f"{context!r} holds none of the forms", ("match", key, n))


def _check_shared(entries: Sequence[Held[Entry]]) -> Iterator[Problem]:
    users: dict[str, list[tuple[int, Held[Entry]]]] = defaultdict(list)
    for held in entries:
        for n, form in enumerate(forms_of(held.value)):
            users[form].append((n, held))
    for form, claims in users.items():
        loose = [(n, held) for n, held in claims if not held.value.match.only_in]
        for n, held in loose[1:]:
            other = loose[0][1].value.id
            say = f"{form!r} is also a form of {other!r}: tell the two apart with match.only_in"
            yield held.problem("G002", say, ("forms", n))
