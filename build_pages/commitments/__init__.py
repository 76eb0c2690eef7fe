"""Commitments: what is promised, clause by clause, and what answers it. States in the documents' words, no verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from sys import intern

from build_pages.commitments.answers import Respondents
from build_pages.commitments.measures import Stated
from build_pages.commitments.promises import read_promises
from build_pages.commitments.stages import read_stage
from build_pages.model.commitment import Commitment
from build_pages.model.edition import Annotated, Edition


def find_commitments(edition: Edition, measures: Mapping[str, Stated]) -> dict[str, tuple[Commitment, ...]]:
    """Document id ▸ its commitments with what answers them, in the order of dates and of the text, where it has any.

    ``measures`` are what the figures of the coded edition state.
    """
    respondents = Respondents(edition, measures)
    found = {one.id: tuple(_commitments(one, respondents)) for one in edition.documents}
    return {id: commitments for id, commitments in found.items() if commitments}


def _commitments(one: Annotated, respondents: Respondents) -> Iterator[Commitment]:
    promises = tuple(read_promises(one))
    for promise, told in zip(promises, respondents.answer(promises), strict=True):
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
