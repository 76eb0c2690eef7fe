"""The promises of a document, clause by clause: those with figures, one row a figure, and those without."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from build_pages.commitments.clauses import Span, Statement, core, read_clauses, read_statements
from build_pages.commitments.likeness import key
from build_pages.commitments.periods import due
from build_pages.commitments.voices import OWN_WORDS, addresses_others, relayed_voice, speaker_body
from build_pages.find.figures.setting import read_settings
from build_pages.indicators.evidence import place_of_figure
from build_pages.model.edition import Annotated, CodedSentence
from build_pages.model.mention import Figure
from build_pages.model.theme import FrameLetter

_MODAL = re.compile(r"(?:我们)?(?:将(?!军|来|士|领|近)|一定(?!程度|的)|必将)")
_STANCE = re.compile(
    r"(?:始终|深入|全面|认真|完整准确全面|完整、准确、全面|一以贯之|深学细悟)*(?:坚持|学习|贯彻|领会|把握|高举|增强“|坚定“|做到“|树牢|拥护|坚决做到“|深刻领悟)"
    r".*(?:精神|思想|主义|理念|论述|讲话|发展观|总基调|全会|自信”|意识”|维护”|方向|领导)"
)
"""Professions of faith: they promise nothing."""
_REPORTED = re.compile(
    r"[一-龥]了(?!解)|就是|需要|以下(?:几|重点|方面)|作.{0,4}工作报告|未能|任重道远|使命光荣|"
    r"(?<![一二三四五六七八九十但于若尤])是(?=.{4,})"
)
_ANALYSIS = re.compile(r"(?:从[^，。]{2,10}来看|当前|目前|近年来|这[两几]年|可见|只有|一方面|另一方面|未来只|近期)")
"""A sentence that begins so describes, up to the clause that says 要."""
_COPULA = re.compile(r"(?<![一二三四五六七八九十但于若尤的标])是(?!否|指|[：:]).{3,}[，；]")
_DIRECTED = re.compile(r"(?<![重需主])要(?!求|素|点|害)|必须|我们[将一]")
_DEMANDED = re.compile(r"(?:提出|要求|明确|赋予|寄予|指示|强调).*要|要求")
_COMPARED = re.compile(r"[高低快优好大多][于过][^，。；]{0,24}$")
_CAPACITY = "年产"
"""What stands before the capacity of a thing that is promised, which is no promise of its own."""
_COUNTS = ("个", "家", "条", "座", "所", "项")
_CARRIED = re.compile(r"人大|政协|委员|法院|检察院")


class Promise(NamedTuple):
    """A statement that promises, with the id of one of its figures or none, before anything answers it."""

    id: str
    paragraph: str
    statement: Statement
    quote: str
    voice: str
    relayed: bool
    period: str | None
    figure: str | None
    core: str
    """Its words in common terms, see ``likeness``."""

    @property
    def document(self) -> str:
        """The id of its document."""
        return self.paragraph.partition("#")[0]

    @property
    def head(self) -> str:
        """The words of the clause that promises, without what opens the way to it and its purposes."""
        start, head = self.statement.start, self.statement.head
        return self.quote[head[0] - start : head[1] - start]


def read_promises(one: Annotated) -> Iterator[Promise]:
    """The promises of a document in the order of its text."""
    if one.document.record.kind not in OWN_WORDS:
        return
    body, settings, headings, promised = speaker_body(one), read_settings(one.document), _headings(one), _promised(one)
    for paragraph in one.document.paragraphs:
        text, figures = paragraph.text, promised.get(paragraph.id, {})
        statements = _of_paragraph(text, figures, one.sentences[paragraph.id], headings.get(paragraph.id, 0))
        for n, (statement, frame, id) in enumerate(statements, 1):
            words = text[statement.start : statement.end]
            relayed = frame == "G"
            voice = relayed_voice(text[slice(*statement.sentence)]) if relayed else body
            period = (figures[id].period if id else None) or due(words, settings[paragraph.id])
            yield Promise(
                f"{paragraph.id}-c{n}", paragraph.id, statement, words, voice, relayed, period, id, key(words)
            )


def _of_paragraph(
    text: str, figures: Mapping[str, Figure], sentences: Collection[CodedSentence], heading: int
) -> Iterator[tuple[Statement, FrameLetter | None, str | None]]:
    """The promising statements of a paragraph behind its heading, with their frames and one promised figure or none.

    Behind a sentence that asks something of bodies of other powers nothing is promised any more.
    """
    if not figures and not any(_may_promise(text, frame) for frame in {coded.frame for _, _, coded in sentences}):
        return
    for start, end, coded in sentences:
        words, frame = text[start:end], coded.frame
        promised = {id: figure.start for id, figure in figures.items() if start <= figure.start < end}
        if addresses_others(words):
            if _CARRIED.search(words) and any(_statements(text, (start, end), frame, promised.values())):
                return
        elif promised or _may_promise(words, frame):
            for statement in _statements(text, (start, end), frame, promised.values()):
                held = [id for id, at in promised.items() if statement.head[0] <= at < statement.end]
                told = bool(held) or _promises(text, statement, frame)
                if told and statement.end > heading and not _describes(text, statement):
                    yield from ((statement, frame, id) for id in held or (None,))


def _statements(
    text: str, sentence: Span, frame: FrameLetter | None, promised: Collection[int] = ()
) -> Iterable[Statement]:
    """The statements of a sentence; where it hands on a demand, every clause is one."""
    if frame != "G":
        return read_statements(text, sentence, promised)
    return (Statement(*clause, clause, sentence) for clause in read_clauses(text, *sentence))


def _may_promise(text: str, frame: FrameLetter | None) -> bool:
    """Whether any clause of a text of one frame can promise without a figure, see ``_promises``."""
    if frame in ("A", "B", "C"):
        return "将" in text or "一定" in text
    return frame in ("D", "E", "G")


def _promises(text: str, statement: Statement, frame: FrameLetter | None) -> bool:
    """Whether a statement without a figure promises: by its frame, or by 将 and 一定 in its head."""
    head = text[slice(*statement.head)]
    if frame == "G":
        promises = _DEMANDED.search(head) is not None
    else:
        promises = frame in ("D", "E") or (frame in ("A", "B", "C") and _MODAL.match(head) is not None)
    return promises and not _REPORTED.search(head) and not _STANCE.match(core(head))


def _describes(text: str, statement: Statement) -> bool:
    """Whether a statement describes how things are: after 当前 or 甲是乙, before anything is said to be done."""
    start, (begin, end) = statement.sentence[0], statement.head
    described = _ANALYSIS.match(text, start, end) or _COPULA.search(text[start:begin])
    return described is not None and not _DIRECTED.search(text[start:end])


def _promised(one: Annotated) -> dict[str, dict[str, Figure]]:
    """Paragraph id ▸ its promised figures: targets, but not what a target is compared with."""
    promised: dict[str, dict[str, Figure]] = defaultdict(dict)
    for id, figure in one.figures.items():
        place = place_of_figure(id)
        if figure.status == "target" and not _is_aside(one.places[place].text, figure):
            promised[place][id] = figure
    return promised


def _is_aside(text: str, figure: Figure) -> bool:
    before = text[max(0, figure.start - 30) : figure.start]
    if figure.unit in _COUNTS and _COMPARED.search(before):
        return True
    return before.endswith(_CAPACITY)


def _headings(one: Annotated) -> dict[str, int]:
    """Paragraph id ▸ where the run-in heading that it begins with ends."""
    return {s.paragraph: len(s.title) for s in one.document.sections if s.run_in and s.paragraph and s.offset == 0}
