"""Every use of an entry with the words around it, aligned on the form, document by document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from build_pages.model.edition import Annotated
from build_pages.model.mention import Mention
from build_pages.pages.atlas import Atlas
from build_pages.pages.words import say_date
from build_pages.split.sentences import quote_sentence

WIDTH = 14
"""Characters of context shown on either side."""
MOST = 400
"""Uses that a page lists."""
LONG = 18
"""Characters from which on a form leaves no room beside it: the whole sentence is shown."""


class Use(NamedTuple):
    """One use: the sentence around it in three pieces, and the clipped contexts beside the form."""

    where: str
    spoken: str
    url: str
    before: str
    quote: str
    after: str
    left: str
    right: str
    long: bool


@dataclass(frozen=True, slots=True)
class Witness:
    """A document with its uses of an entry."""

    date: str
    name: str
    speaker: str
    url: str
    uses: tuple[Use, ...]


def list_uses(mentions: Iterable[Mention], atlas: Atlas, page: str) -> tuple[Witness, ...]:
    """The uses of an entry in the order of dates and of the text; of more than ``MOST`` the earliest and the latest."""
    uses = tuple(mentions)
    shown = uses if len(uses) <= MOST else (*uses[: MOST // 2], *uses[-MOST // 2 :])
    return tuple(_witnesses(shown, atlas, page))


def _witnesses(mentions: Iterable[Mention], atlas: Atlas, page: str) -> Iterator[Witness]:
    for document, found in groupby(mentions, key=lambda mention: mention.paragraph.partition("#")[0]):
        one, spot = atlas.documents[document], atlas.spot(document, page)
        record = one.document.record
        uses = tuple([_use(mention, one, atlas, page) for mention in found])
        yield Witness(say_date(record.date), spot.text, record.speaker or record.issuer or "", spot.url, uses)


def _use(mention: Mention, one: Annotated, atlas: Atlas, page: str) -> Use:
    place, before, after = mention.paragraph, "", ""
    if mention.start is not None and mention.end is not None:
        before, _, after = quote_sentence(one, place, mention.start, mention.end)
    spot = atlas.spot(place, page)
    return Use(
        where="署名" if mention.start is None else _shorten(atlas.where(place)), spoken=spot.text, url=spot.url,
        before=before, quote=mention.quote, after=after, left=_clip(before, -WIDTH), right=_clip(after, WIDTH),
        long=len(mention.quote) > LONG,
    )  # fmt: skip


def _shorten(where: str) -> str:
    return where.partition("“")[0]


def _clip(text: str, width: int) -> str:
    if len(text) <= abs(width):
        return text
    return "…" + text[width + 1 :] if width < 0 else text[: width - 1] + "…"
