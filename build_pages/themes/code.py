"""The coding of every paragraph and sentence of a document: the rule's proposal, under the word of people."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from build_pages.find.figures.setting import Setting, read_settings
from build_pages.model.edition import Annotated, CodedSentence
from build_pages.model.text import Paragraph, Section
from build_pages.model.theme import OUTSIDE, Coded, Coding, FrameLetter
from build_pages.split.sentences import read_sentences
from build_pages.themes.frames import frame_of, may_differ, sentence_frame
from build_pages.themes.signals import Hit, Scores, Signals, tally

OVERVIEW = "overview"
"""The theme of what has none of its own: general part, situation, thanks and calls."""


def code_document(
    one: Annotated, signals: Signals, decided: Sequence[Coding] = (), settings: Mapping[str, Setting] | None = None
) -> Annotated:
    """The document with its paragraphs and sentences coded; ``decided`` is what people settled in it.

    ``settings`` are those of its places if they are known. Without themes there are only frames.
    """
    settings = settings or read_settings(one.document)
    sections = {section.id: section for section in one.document.sections}
    words = {coding.place: coding for coding in decided if not coding.quote}
    codings, sentences = {}, {}
    for paragraph in one.document.paragraphs:
        heading = _heading(paragraph, sections)
        hits = signals.find(paragraph.text)
        proposed = propose(paragraph.text, heading, settings[paragraph.id], signals, hits)
        codings[paragraph.id] = coded = _settle(proposed, words.get(paragraph.id))
        said = [coding for coding in decided if coding.place == paragraph.id and coding.quote]
        sentences[paragraph.id] = tuple(code_sentences(paragraph.text, coded, signals, hits, said))
    return replace(one, codings=codings, sentences=sentences)


def propose(text: str, heading: str, setting: Setting, signals: Signals, hits: Sequence[Hit] | None = None) -> Coded:
    """The rule's proposal for a paragraph; the theme is None where it is too close.

    ``hits`` are the signals of its text if they are known.
    """
    scores = signals.score(text, heading, hits)
    frame = frame_of(text, setting)
    theme = scores.first()
    if (frame == "C" or (frame == "F" and theme is None)) and OVERVIEW in signals.parts:
        theme = OVERVIEW
    return Coded(theme, _part(scores, theme, signals), scores.further(theme), frame)


def code_sentences(
    text: str, coded: Coded, signals: Signals, hits: Sequence[Hit], decided: Sequence[Coding] = ()
) -> Iterator[CodedSentence]:
    """Start, end and coding of each sentence of a paragraph; ``hits`` are its signals, in order.

    A sentence has its paragraph's theme, unless its own signals lead for another theme of the paragraph or a person
    coded the sentence.
    """
    allowed = tuple(theme for theme in (coded.theme, *coded.further) if theme)
    plain = Coded(coded.theme, None, (), coded.frame, coded.by)
    apart = may_differ(text)
    after = 0
    for start, end in read_sentences(text):
        first, after = after, bisect_left(hits, (end,), after)
        frame = sentence_frame(text[start:end], coded.frame) if apart else coded.frame
        if first == after and frame == coded.frame:
            own = plain
        else:
            scores = tally(hits[first:after])
            theme = _best(scores, allowed) or coded.theme
            own = Coded(theme, _part(scores, theme, signals), (), frame, coded.by)
        if decided:
            words = text[start:end].lstrip()
            own = _settle(own, next((one for one in decided if words.startswith(one.quote)), None))
        yield start, end, own


def _best(scores: Scores, allowed: Sequence[str]) -> str | None:
    """The one of ``allowed`` with the most points; the first of equals, None without points."""
    best = max(allowed, key=lambda theme: scores.themes.get(theme, 0), default="")
    return best if best in scores.themes else None


def _part(scores: Scores, theme: str | None, signals: Signals) -> str | None:
    return scores.part(signals.parts.get(theme or "", ())) if scores.parts else None


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
