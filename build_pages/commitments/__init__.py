"""Commitments: what is promised, clause by clause, and what answers it. States in the documents' words, no verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from sys import intern

from build_pages.commitments.answers import Respondents
from build_pages.commitments.measures import Stated
from build_pages.commitments.promises import read_promises
from build_pages.commitments.stages import read_stage
from build_pages.model.commitment import Commitment
from build_pages.model.edition import Edition


def find_commitments(edition: Edition, measures: Mapping[str, Stated]) -> tuple[Commitment, ...]:
    """Every commitment of a coded edition with what answers it, in the order of dates and of the text.

    ``measures`` are what its figures state.
    """
    return tuple(_commitments(edition, measures))


def _commitments(edition: Edition, measures: Mapping[str, Stated]) -> Iterator[Commitment]:
    respondents = Respondents(edition, measures)
    for one in edition.documents:
        for promise in read_promises(one):
            told = respondents.answer(promise)
            yield Commitment(
                id=promise.id,
                paragraph=promise.paragraph,
                start=promise.statement.start,
                end=promise.statement.end,
                quote=promise.quote,
                voice=promise.voice,
                relayed=promise.relayed,
                period=promise.period,
                answer=told.answer,
                why=intern(told.why),  # few are unlike each other
                figure=promise.figure,
                stage=read_stage(promise.quote),
                comparability=told.comparability,
                baseline=told.baseline,
                answer_figure=told.figure,
                answer_paragraph=told.paragraph,
                answer_quote=told.quote,
            )
