"""Which pages there are, and what each template is given."""

from __future__ import annotations

from build_pages.formats import DICTIONARY
from build_pages.model.edition import Edition
from build_pages.model.page import Page
from build_pages.pages.changes import change_pages
from build_pages.pages.commitments import commitment_pages
from build_pages.pages.comparisons import comparison_pages
from build_pages.pages.document import document_pages
from build_pages.pages.entry import entry_pages
from build_pages.pages.figures import figure_pages
from build_pages.pages.glossary import glossary_pages
from build_pages.pages.indexes import index_pages
from build_pages.pages.indicators import indicator_pages
from build_pages.pages.keys import Keys, read_keys
from build_pages.pages.prose import prose_pages
from build_pages.pages.redirects import redirect_pages
from build_pages.pages.registers import register_pages
from build_pages.pages.themes import theme_pages
from build_pages.store import NOTHING_KEPT, Store


def plan(edition: Edition, store: Store = NOTHING_KEPT) -> tuple[Page, ...]:
    """Every page of the archive, sorted by path; ``store`` gives the keys of those that rest on little."""
    keys = read_keys(edition, store)
    pages = (
        *plan_leaves(edition, keys), *glossary_pages(edition), *change_pages(edition, keys),
        *figure_pages(edition, keys), *indicator_pages(edition, keys), *index_pages(edition),
        *prose_pages(edition), *commitment_pages(edition, keys), *register_pages(edition), *theme_pages(edition),
        *comparison_pages(edition),
    )  # fmt: skip
    taken = {DICTIONARY, *(page.path for page in pages)}
    moved = redirect_pages(edition.library.redirects, taken, edition.address)
    return tuple(sorted((*pages, *moved), key=lambda page: page.path))


def plan_leaves(edition: Edition, keys: Keys) -> tuple[Page, ...]:
    """The pages of documents and of entries, which need nothing of what is found across documents."""
    return (*document_pages(edition, keys), *entry_pages(edition, keys))
