"""The coding of every paragraph and sentence of a document: the rule's proposal, under the word of people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from build_pages.find.figures.setting import Setting, read_settings
from build_pages.model.edition import Annotated, CodedSentence
from build_pages.model.text import Paragraph, Section
from build_pages.model.theme import OUTSIDE, Coded, Coding, FrameLetter
from build_pages.split.sentences import read_sentences
from build_pages.themes.frames import frame_of, sentence_frame
from build_pages.themes.signals import Scores, Signals, tally

OVERVIEW = "overview"
"""The theme of what has none of its own: general part, situation, thanks and calls."""


def code_document(one: Annotated, signals: Signals, decided: Sequence[Coding] = ()) -> Annotated:
    """The document with its paragraphs and sentences coded; ``decided`` is what people settled in it.

    Without themes there are only frames.
    """
    settings = read_settings(one.document)
    sections = {section.id: section for section in one.document.sections}
    words = {coding.place: coding for coding in decided if not coding.quote}
    codings, sentences = {}, {}
    for paragraph in one.document.paragraphs:
        heading = _heading(paragraph, sections)
        proposed = propose(paragraph.text, heading, settings[paragraph.id], signals)
        codings[paragraph.id] = coded = _settle(proposed, words.get(paragraph.id))
        sentences[paragraph.id] = tuple(code_sentences(paragraph, coded, signals, decided))
    return replace(one, codings=codings, sentences=sentences)


def propose(text: str, heading: str, setting: Setting, signals: Signals) -> Coded:
    """The rule's proposal for a paragraph; the theme is None where it is too close."""
    scores = signals.score(text, heading)
    frame = frame_of(text, setting)
    theme = scores.first()
    if (frame == "C" or (frame == "F" and theme is None)) and any(t.id == OVERVIEW for t in signals.themes):
        theme = OVERVIEW
    return Coded(theme, _part(scores, theme, signals), scores.further(theme), frame)


def code_sentences(
    paragraph: Paragraph, coded: Coded, signals: Signals, decided: Sequence[Coding] = ()
) -> Iterator[CodedSentence]:
    """Start, end and coding of each sentence.

    A sentence has its paragraph's theme, unless its own signals lead for another theme of the paragraph or a person
    coded the sentence.
    """
    allowed = tuple(theme for theme in (coded.theme, *coded.further) if theme)
    hits = signals.find(paragraph.text)
    for start, end in read_sentences(paragraph.text):
        words = paragraph.text[start:end]
        scores = tally(hit for hit in hits if start <= hit[0] < end)
        theme = _best(scores, allowed) or coded.theme
        own = Coded(theme, _part(scores, theme, signals), (), sentence_frame(words, coded.frame), coded.by)
        said = next(
            (c for c in decided if c.place == paragraph.id and c.quote and words.lstrip().startswith(c.quote)), None
        )
        yield start, end, _settle(own, said)


def _best(scores: Scores, allowed: Sequence[str]) -> str | None:
    """The one of ``allowed`` with the most points; the first of equals, None without points."""
    ranked = [(scores.themes.get(theme, 0), -n, theme) for n, theme in enumerate(allowed)]
    most = max(ranked, default=(0, 0, ""))
    return most[2] if most[0] else None


def _part(scores: Scores, theme: str | None, signals: Signals) -> str | None:
    found = next((one for one in signals.themes if one.id == theme), None)
    return scores.part([part.id for part in found.parts]) if found else None


def _settle(proposed: Coded, said: Coding | None) -> Coded:
    """The proposal with what a person said of it in place of its own."""
    if said is None:
        return proposed
    theme = said.theme or proposed.theme
    part = said.part if said.part or said.theme else proposed.part
    further = said.further if said.further is not None else tuple(t for t in proposed.further if t != theme)
    return replace(proposed, theme=theme, part=part, further=further, frame=_frame(said, proposed), by=said.by)


def _frame(said: Coding, proposed: Coded) -> FrameLetter | None:
    if said.frame == OUTSIDE:
        return None
    return said.frame or proposed.frame


def _heading(paragraph: Paragraph, sections: Mapping[str, Section]) -> str:
    """The heading that speaks for a paragraph: its run-in heading, else the stand-alone one right above it."""
    section = sections.get(paragraph.section or "")
    if section is None or (section.run_in and section.paragraph != paragraph.id):
        return ""
    return section.heading
