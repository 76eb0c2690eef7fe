"""The indexes of formulations, people and bodies, with what the filter of the page needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_pages.addresses import entry_path, relative
from build_pages.explain import explains
from build_pages.model.edition import Edition
from build_pages.model.entry import Entry
from build_pages.model.page import Page
from build_pages.pages.atlas import Atlas, draw_atlas, name_document, read_uses
from build_pages.pages.sections import SECTIONS
from build_pages.pages.words import BASIS, CATEGORY, LEVEL


@dataclass(frozen=True, slots=True)
class Word:
    """An entry on a list; ``documents`` are numbers of the page's documents."""

    name: str
    english: str
    meaning: str
    forms: str
    level: str
    basis: str
    count: int
    documents: tuple[int, ...]
    explained: bool
    role: str
    url: str


@dataclass(frozen=True, slots=True)
class Group:
    """A category and its entries, the most used first."""

    id: str
    name: str
    words: tuple[Word, ...]


def glossary_pages(edition: Edition) -> Iterator[Page]:
    """The three indexes."""
    atlas = draw_atlas(edition)
    for kind, (path, title) in SECTIONS.items():
        entries = [entry for entry in edition.library.entries if entry.kind == kind]
        context = {
            "kind": kind,
            "groups": tuple(_groups(entries, edition, path)),
            "levels": LEVEL,
            "bases": BASIS,
            "documents": tuple(_documents(atlas)),
        }
        yield Page(path, "glossary.md.j2", title, context)


def _documents(atlas: Atlas) -> Iterator[str]:
    yield from (name_document(one.document.record) for one in atlas.documents.values())


def _groups(entries: Iterable[Entry], edition: Edition, page: str) -> Iterator[Group]:
    """Category ▸ its entries, in the order of the table of categories."""
    numbers = {one.id: n for n, one in enumerate(edition.documents)}
    by_category: dict[str, list[Word]] = {}
    for entry in entries:
        by_category.setdefault(entry.category, []).append(_word(entry, edition, numbers, page))
    order = {category: n for n, category in enumerate(CATEGORY)}
    for category in sorted(by_category, key=lambda c: (order.get(c, len(order)), c)):
        words = sorted(by_category[category], key=lambda word: (-word.count, word.name))
        yield Group(category, CATEGORY.get(category, category), tuple(words))


def _word(entry: Entry, edition: Edition, numbers: dict[str, int], page: str) -> Word:
    uses = read_uses(edition, entry.id)
    documents = {numbers[use.paragraph.partition("#")[0]] for use in uses}
    role = max(entry.roles, key=lambda role: role.date, default=None)
    return Word(
        entry.name, entry.english.text if entry.english else "", entry.meaning.text,
        " ".join(form.form for form in entry.forms if form.form != entry.name), entry.level or "",
        entry.meaning.basis, len(uses), tuple(sorted(documents)), explains(entry, edition.library.usage),
        role.text if role else "", relative(entry_path(entry), page),
    )  # fmt: skip
