"""The real ``source/`` of this repository: without mistakes, and every entry proven by the texts."""

from __future__ import annotations

import pytest

from build_pages.build import check
from build_pages.compose import compose
from build_pages.find.entries import build_matcher, find_entries
from build_pages.model.edition import Edition
from build_pages.source import read_source
from tests.publish import ROOT

pytestmark = pytest.mark.source


@pytest.fixture(scope="module")
def real() -> Edition:
    return compose(read_source(ROOT))


def test_there_are_no_mistakes() -> None:
    mistakes = [str(problem) for problem in check(ROOT) if not problem.open]
    assert not mistakes, "\n".join(mistakes)


def test_every_example_holds_its_entry(real: Edition) -> None:
    matcher = build_matcher(real.library.entries)
    unproven = [
        f"{entry.id}: {example}"
        for entry in real.library.entries
        for example in entry.match.examples
        if entry.id not in {found.target for found in find_entries(example, matcher)}
    ]
    assert not unproven, "\n".join(unproven)


def test_no_context_that_is_refused_holds_its_entry(real: Edition) -> None:
    matcher = build_matcher(real.library.entries)
    wrong = [
        f"{entry.id}: {context}"
        for entry in real.library.entries
        for context in entry.match.not_in
        if entry.id in {found.target for found in find_entries(context, matcher)}
    ]
    assert not wrong, "\n".join(wrong)


def test_every_form_occurs_in_the_edition(real: Edition) -> None:
    texts = [place.text for one in real.documents for place in one.places.values()]
    texts += [furniture.text for one in real.documents for furniture in one.document.furniture]
    texts += [one.document.record.speaker or "" for one in real.documents]
    idle = [
        f"{entry.id}: {form.form}"
        for entry in real.library.entries
        for form in entry.forms
        if not form.damaged and not any(form.form in text for text in texts)
    ]
    assert not idle, "\n".join(idle)


def test_every_entry_is_used_in_the_text_or_in_what_is_kept_out_of_it(real: Edition) -> None:
    kept_out = [furniture.text for one in real.documents for furniture in one.document.furniture]
    idle = [
        entry.id
        for entry in real.library.entries
        if entry.id not in real.uses and not any(form.form in text for form in entry.forms for text in kept_out)
    ]
    assert not idle
