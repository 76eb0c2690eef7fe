"""Edited passages to a document: a tree of sections over paragraphs, with ids taken from the received lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from build_pages.edit import Edited
from build_pages.model.record import Record
from build_pages.model.text import Document, Passage
from build_pages.split.headings import Heading, read_headings
from build_pages.split.numbering import RANKED
from build_pages.split.outline import level_headings
from build_pages.split.run_in import RunIn, read_run_ins
from build_pages.split.settled import settle_run_ins
from build_pages.split.tree import Tree

_SALUTATION = re.compile(r"^各位[\u4e00-\u9fff、]{2,12}[！，：!]")
NOTES = re.compile(r"名词(?:解释|注释|说明)|注释$")
"""The heading of an annex that explains terms; its items are no sections."""
# kinds whose paragraphs open with rhetoric or reporting, never with a topic sentence of their own
WITHOUT_RUN_INS = frozenset({"editorial", "news", "resolution", "notice"})


def split(record: Record, edited: Edited) -> Document:
    """Make the document that the edited passages are."""
    body = [p for p in edited.passages if not any(s.is_ in ("title", "subtitle") and not s.quote for s in p.settled)]
    headings = read_headings(body)
    run_ins = _run_ins(record, body, headings)
    levels = _levels(body, headings, run_ins)
    tree = Tree(record.id)
    for n, passage in enumerate(body):
        if n in headings:
            tree.begin(headings[n], levels[n])
            continue
        if _SALUTATION.match(passage.text):
            tree.return_to(1)
        tree.add(passage, run_ins.get(n, ()), levels.get(n))
    return Document(record, tuple(tree.sections), tuple(tree.paragraphs), edited.furniture, edited.changes)


def _run_ins(record: Record, body: Sequence[Passage], headings: Mapping[int, Heading]) -> dict[int, tuple[RunIn, ...]]:
    """Position of each paragraph ▸ its run-in headings."""
    places, groups, group, notes = [], [], 0, False
    for n, passage in enumerate(body):
        group += n in headings or bool(_SALUTATION.match(passage.text))
        if n in headings:
            notes = bool(NOTES.search(passage.text))
        elif not notes:
            places.append(n)
            groups.append(group)
    texts = [body[n].text for n in places]
    found = read_run_ins(texts, groups) if record.kind not in WITHOUT_RUN_INS else ((),) * len(texts)
    return {n: settle_run_ins(body[n], run_ins) for n, run_ins in zip(places, found, strict=True)}


def _levels(
    body: Sequence[Passage], headings: Mapping[int, Heading], run_ins: Mapping[int, Sequence[RunIn]]
) -> dict[int, int]:
    """Position ▸ level, of stand-alone headings and of paragraphs that open with a number of the same styles."""
    counted = dict(headings)
    for n, found in run_ins.items():
        if found and not found[0].start and found[0].number and found[0].number.style in RANKED:
            counted[n] = Heading(body[n], found[0].number, found[0].text, found[0].level)
    places = sorted(counted)
    return dict(zip(places, level_headings([counted[n] for n in places]), strict=True))
