"""What the page of a document says of its editions: the change log, and the old fragments that lead elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from build_pages.addresses import document_path
from build_pages.model.edition import Annotated, Edition
from build_pages.model.ledger import TITLE
from build_pages.model.record import Revision
from build_pages.pages.redirects import find_kept, list_left

_STOPS = "、.．：:，"


@dataclass(frozen=True, slots=True)
class Logged:
    """An edition and the places it names, each a fragment of the page ("" where there is none) and its label."""

    edition: Revision
    places: tuple[tuple[str, str], ...]


def describe_editions(one: Annotated, edition: Edition) -> dict[str, object]:
    """What the template is given: ``log``, ``kept`` (see ``find_kept``) and ``left`` (see ``list_left``)."""
    path, redirects = document_path(one.id), edition.library.redirects
    named = {id.partition("#")[2]: label for id, label in one.labels.items()}
    named |= {
        section.id.partition("#")[2]: section.number.strip(_STOPS) or section.heading
        for section in one.document.sections
    }
    run_in = {section.id.partition("#")[2] for section in one.document.sections if section.run_in}
    shown = named.keys() - run_in
    kept, left = find_kept(redirects, path, shown), list_left(redirects, path, shown)
    named |= {old: old for old in (*chain.from_iterable(kept.values()), *(gone.id for gone in left))}
    return {
        "log": tuple(_log(revision, named) for revision in reversed(one.document.record.editions)),
        "kept": kept,
        "left": left,
    }


def _log(revision: Revision, named: Mapping[str, str]) -> Logged:
    labels = {TITLE: "标题", **named}
    places = ((anchor if anchor in named else "", labels.get(anchor, anchor)) for anchor in revision.anchors)
    return Logged(revision, tuple(places))
