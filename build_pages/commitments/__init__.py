"""Commitments: what is promised, clause by clause, and what answers it. States in the documents' words, no verdicts."""

from __future__ import annotations

from build_pages.commitments.answers import Respondents
from build_pages.commitments.promises import read_promises
from build_pages.commitments.stages import read_stage
from build_pages.model.commitment import Commitment
from build_pages.model.edition import Edition
from build_pages.themes import code_all_sentences


def find_commitments(edition: Edition) -> tuple[Commitment, ...]:
    """Every commitment of a coded edition with what answers it, in the order of dates and of the text."""
    sentences = code_all_sentences(edition)
    respondents = Respondents(edition, sentences)
    found = []
    for one in edition.documents:
        for promise in read_promises(one, sentences):
            told = respondents.answer(promise)
            found.append(
                Commitment(
                    promise.id, promise.paragraph, promise.statement.start, promise.statement.end, promise.quote,
                    promise.voice, promise.relayed, promise.period, told.answer, told.why, promise.figure,
                    read_stage(promise.quote), told.comparability, told.baseline, told.figure, told.paragraph, told.quote,
                )  # fmt: skip
            )
    return tuple(found)
