"""The search index: scripts that hand over data. Pages read them as data, or run them where files are not fetched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from build_pages.model.edition import Annotated, Edition
from build_pages.model.output import File
from build_pages.search.blocks import Leaf
from build_pages.search.grams import LIGHT
from build_pages.search.lexicon import plan_lexicon
from build_pages.search.shards import plan_index
from build_pages.search.sheets import digest_sheet, read_sheet
from build_pages.store import NOTHING_KEPT, Store


def plan_search(edition: Edition, everyday: Mapping[str, Sequence[str]], store: Store = NOTHING_KEPT) -> Iterator[File]:
    """The files of the index, which are made when they are asked for.

    ``everyday`` leads words people use to those the documents use. What ``store`` has is not made again.
    """
    missing = [{"title": m.title, "date": m.date, "answers": m.answers} for m in edition.library.missing]
    parts = plan_lexicon(edition, everyday, store)
    if not all(one.key for one in edition.documents):
        store = NOTHING_KEPT
    return plan_index([_leaf(one, store) for one in edition.documents], {"missing": missing}, parts, LIGHT, store)


def index_ahead(edition: Edition, everyday: Mapping[str, Sequence[str]], store: Store) -> None:
    """Make all that the index rests on, and keep it for the process that writes the files."""
    next(plan_search(edition, everyday, store), None)  # all of it goes into the first


def _leaf(one: Annotated, store: Store) -> Leaf:
    """A document to be indexed; where something is kept, its digest is."""
    if store is NOTHING_KEPT:
        return Leaf(partial(read_sheet, one))
    digest = store.recall(store.key("sheet", one.key), lambda: digest_sheet(read_sheet(one)))
    return Leaf(partial(read_sheet, one), digest)
