"""Every use of an entry with the words around it, aligned on the form, document by document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from build_pages.model.edition import Annotated
from build_pages.model.mention import Mention
from build_pages.pages.atlas import Atlas
from build_pages.split.sentences import quote_sentence

WIDTH = 14
"""Characters of context shown on either side."""
MOST = 400
"""Uses that a page lists."""
LONG = 18
"""Characters from which on a form leaves no room beside it: the whole sentence is shown."""


class Use(NamedTuple):
    """One use: the sentence around it in three pieces, and the clipped contexts beside the form.

    Millions are written: templates/_entry.j2 takes them apart in this order.
    """

    where: str
    """The place within the document, as the link shows it."""
    spoken: str
    """The same with the name of the document, for who only hears the link."""
    url: str
    before: str
    quote: str
    after: str
    left: str
    right: str
    long: bool
    """The form leaves no room beside it: the sentence is shown whole."""


class Witness(NamedTuple):
    """A document with its uses of an entry; first what ``Face`` tells of it. Taken apart in templates/_entry.j2."""

    name: str
    url: str
    date: str
    speaker: str
    uses: list[Use]


def list_uses(mentions: Sequence[Mention], atlas: Atlas, page: str) -> list[Witness]:
    """The uses of an entry in the order of dates and of the text; of more than ``MOST`` the earliest and the latest."""
    few = len(mentions) <= MOST
    return list(_witnesses(mentions if few else (*mentions[: MOST // 2], *mentions[-MOST // 2 :]), atlas, page))


def _witnesses(mentions: Sequence[Mention], atlas: Atlas, page: str) -> Iterator[Witness]:
    for document, found in groupby(mentions, key=lambda mention: mention.paragraph.partition("#")[0]):
        one = atlas.documents[document]
        yield Witness(*atlas.face(document, page), [_use(mention, one, atlas, page) for mention in found])


def _use(mention: Mention, one: Annotated, atlas: Atlas, page: str) -> Use:
    place, start, end, quote = mention.paragraph, mention.start, mention.end, mention.quote
    where, spoken, url = atlas.stand(place, page)
    if start is None or end is None:
        return Use("署名", spoken, url, "", quote, "", "", "", len(quote) > LONG)
    before, _, after = quote_sentence(one, place, start, end)
    where = where.partition("“")[0]
    return Use(where, spoken, url, before, quote, after, _clip(before, -WIDTH), _clip(after, WIDTH), len(quote) > LONG)


def _clip(text: str, width: int) -> str:
    if len(text) <= abs(width):
        return text
    return "…" + text[width + 1 :] if width < 0 else text[: width - 1] + "…"
