"""What the page needs to show the received characters in place of the edited ones (原貌), and no more than that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_pages.model.edition import Annotated
from build_pages.model.text import Placed


def list_received(one: Annotated) -> dict[str, object]:
    """``texts``: fragment ▸ [gap, length, found, …] for each text that was changed, where ``gap`` counts the edited
    characters kept since the last change and ``length`` those that ``found`` stands for; ``furniture``: [line, text].
    """
    texts = {}
    for id, changes in _changed(one):
        texts[id.partition("#")[2]] = _flatten(changes)
    kept_out = [[f.line, f.text] for f in one.document.furniture if f.start == 0 and f.text.strip()]
    return {"texts": texts, "furniture": kept_out}


def _changed(one: Annotated) -> Iterator[tuple[str, Sequence[Placed]]]:
    for paragraph in one.document.paragraphs:
        if paragraph.changes:
            yield paragraph.id, paragraph.changes
    for section in one.document.sections:
        if section.changes and not section.run_in:
            yield section.id, section.changes


def _flatten(changes: Sequence[Placed]) -> list[int | str]:
    flat: list[int | str] = []
    at = 0
    for placed in changes:
        flat += [placed.start - at, placed.end - placed.start, placed.change.found]
        at = placed.end
    return flat
