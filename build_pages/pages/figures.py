"""Tables of statistics: one page a document, each row linked to the paragraph it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from build_pages.addresses import document_path, relative
from build_pages.indicators.evidence import place_of_figure
from build_pages.model.edition import Annotated, Edition
from build_pages.model.ledger import Redirect
from build_pages.model.mention import Figure
from build_pages.model.page import Page
from build_pages.pages.atlas import Atlas, draw_atlas, name_document
from build_pages.pages.keys import NO_KEYS, Keys
from build_pages.pages.redirects import find_kept, list_left
from build_pages.pages.words import COMPLETENESS, KIND, MEASURE, STATUS, say_date

BEFORE, AFTER = 18, 8
"""Characters of context on either side of a number."""


class Row(NamedTuple):
    """A figure with the words around it; ``words`` is its value as worded, promise and bound included.

    templates/figures.md.j2 takes it apart in this order.
    """

    id: str
    subject: str
    quote: str
    words: str
    status: str
    measure: str
    period: str
    where: str
    url: str
    before: str
    after: str


def figures_path(document: str) -> str:
    """The page of a document's figures."""
    return f"figures/{document}.html"


def figure_pages(edition: Edition, keys: Keys = NO_KEYS) -> Iterator[Page]:
    """One page for each document that has figures."""
    atlas = draw_atlas(edition)
    for one in edition.documents:
        if one.figures:
            title = f"数据：{name_document(one.document.record)}"
            context = partial(_list, one, atlas, edition.library.redirects)
            yield Page(figures_path(one.id), "figures.md.j2", title, context, key=keys.of_document(one, "figures"))


def _list(one: Annotated, atlas: Atlas, redirects: Sequence[Redirect]) -> dict[str, object]:
    record, path = one.document.record, figures_path(one.id)
    rows = tuple(_row(id, figure, one, atlas, path) for id, figure in one.figures.items())
    shown = {row.id for row in rows}
    return {
        "record": record,
        "kicker": " · ".join((say_date(record.date), KIND[record.kind], COMPLETENESS[record.completeness])),
        "document": relative(document_path(one.id), path),
        "rows": rows,
        "kept": find_kept(redirects, path, shown),
        "left": list_left(redirects, path, shown),
    }


def _row(id: str, figure: Figure, one: Annotated, atlas: Atlas, page: str) -> Row:
    place, start, end = place_of_figure(id), figure.start, figure.end
    text = one.places[place].text
    quote, before, after = text[start:end], text[max(0, start - BEFORE) : start], text[end : end + AFTER]
    where, _, url = atlas.stand(place, page)
    return Row(
        id=id.partition("#")[2] or id, subject=figure.subject, quote=quote, words=_words(figure, quote),
        status=STATUS[figure.status], measure=MEASURE[figure.measure], period=say_period(figure.period),
        where=where, url=url,
        before="…" + before if start > BEFORE else before, after=after + "…" if end + AFTER < len(text) else after,
    )  # fmt: skip


def _words(figure: Figure, quote: str) -> str:
    """力争达到4000亿元: what promises and what bounds the number stand before it, unless they are part of it."""
    return figure.modality + (figure.qualifier if figure.qualifier not in quote else "") + quote


def say_period(period: str | None) -> str:
    """A period in the words of the page: 2021—2025年."""
    return "未定" if not period else period.replace("/", "—") + "年"
