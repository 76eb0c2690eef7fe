"""The promises of a document, clause by clause: those with figures, one row a figure, and those without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_pages.commitments.clauses import Statement, read_statements
from build_pages.commitments.periods import due
from build_pages.commitments.voices import OWN_WORDS, addresses_others, relayed_voice, speaker_body
from build_pages.find.figures.setting import Setting, read_settings
from build_pages.model.edition import Annotated
from build_pages.model.mention import Figure
from build_pages.model.text import Paragraph
from build_pages.model.theme import Coded

_MODAL = re.compile(r"(?:我们)?(?:将(?!军|来|士|领|近)|一定(?!程度|的)|必将)")
_COMPARED = re.compile(r"[高低快优好大多][于过][^，。；]{0,24}$")
_CAPACITY = re.compile(r"年产$")
_COUNTS = ("个", "家", "条", "座", "所", "项")
_CARRIED = re.compile(r"人大|政协|委员|法院|检察院")


@dataclass(frozen=True, slots=True)
class Promise:
    """A statement that promises, with the id of one of its figures or none, before anything answers it."""

    id: str
    paragraph: str
    statement: Statement
    quote: str
    voice: str
    relayed: bool
    period: str | None
    figure: str | None


def read_promises(one: Annotated, sentences: Mapping[str, tuple[tuple[int, int, Coded], ...]]) -> Iterator[Promise]:
    """The promises of a document in the order of its text; ``sentences`` are the coded sentences of each paragraph."""
    if one.document.record.kind not in OWN_WORDS:
        return
    body, settings, headings = speaker_body(one), read_settings(one.document), _headings(one)
    for paragraph in one.document.paragraphs:
        figures = _promised(one, paragraph)
        coded = {(start, end): coding for start, end, coding in sentences[paragraph.id]}
        n, others = 0, False
        for statement in read_statements(paragraph.text, {figure.start for figure in figures.values()}):
            sentence = paragraph.text[slice(*statement.sentence)]
            asked = addresses_others(sentence)
            others = others or (asked and bool(_CARRIED.search(sentence)))
            held = _figures_in(statement, figures)
            frame = coded[statement.sentence].frame
            if asked or others or statement.end <= headings.get(paragraph.id, 0):
                continue
            if not held and not _promises(paragraph.text, statement, frame):
                continue
            words = paragraph.text[statement.start : statement.end]
            for id in held or (None,):
                n += 1
                yield Promise(
                    f"{paragraph.id}-c{n}", paragraph.id, statement, words,
                    relayed_voice(sentence) if frame == "G" else body, frame == "G",
                    _period(figures.get(id or ""), words, settings[paragraph.id]), id,
                )  # fmt: skip


def _promises(text: str, statement: Statement, frame: str | None) -> bool:
    """Whether a statement without a figure promises: by its frame, or by 将 and 一定 in its head."""
    if frame in ("D", "E", "G"):
        return True
    head = text[statement.head.start : statement.head.end]
    return frame in ("A", "B", "C") and bool(_MODAL.match(head))


def _promised(one: Annotated, paragraph: Paragraph) -> dict[str, Figure]:
    """The figures of a paragraph that are promised: targets, but not what a target is compared with."""
    return {
        id: figure
        for id, figure in one.figures.items()
        if id.rpartition("-n")[0] == paragraph.id and figure.status == "target" and not _is_aside(paragraph.text, figure)
    }


def _is_aside(text: str, figure: Figure) -> bool:
    before = text[max(0, figure.start - 30) : figure.start]
    if figure.unit in _COUNTS and _COMPARED.search(before):
        return True
    return bool(_CAPACITY.search(before))


def _figures_in(statement: Statement, figures: Mapping[str, Figure]) -> tuple[str, ...]:
    return tuple(id for id, figure in figures.items() if statement.head.start <= figure.start < statement.end)


def _period(figure: Figure | None, words: str, setting: Setting) -> str | None:
    return figure.period if figure and figure.period else due(words, setting)


def _headings(one: Annotated) -> dict[str, int]:
    """Paragraph id ▸ where the run-in heading that it begins with ends."""
    return {s.paragraph: len(s.title) for s in one.document.sections if s.run_in and s.paragraph and s.offset == 0}
