"""A library to an edition: every document edited, split and annotated, and the index over all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial

from build_pages.ahead import begin
from build_pages.circles import Circle, draw_circles
from build_pages.commitments import find_commitments
from build_pages.commitments.measures import read_measures
from build_pages.discrepancies import find_discrepancies
from build_pages.indicators.series import read_series
from build_pages.model.commitment import Commitment, Discrepancy
from build_pages.model.edition import Annotated, Edition
from build_pages.model.library import Library
from build_pages.model.mention import Mention
from build_pages.model.packed import Joined, Packed
from build_pages.model.uses import Columns, Uses, write_columns
from build_pages.prepare import MANY, lay_out, prepare
from build_pages.store import NOTHING_KEPT, Store
from build_pages.stretches import cut

_SHARE = 100
"""Most documents given to a process at a time: what it makes of them comes back in one piece."""


def compose(library: Library, jobs: int = 1, store: Store = NOTHING_KEPT) -> Edition:
    """Compose the edition of a library, ``jobs`` documents at a time; what ``store`` has is not made again."""
    return look_across(gather(library, jobs, store), jobs, store)


def gather(library: Library, jobs: int = 1, store: Store = NOTHING_KEPT) -> Edition:
    """The documents of a library, each on its own, with the index over them all: ``compose`` before ``look_across``."""
    documents = sorted(_prepare_all(library, jobs, store), key=lambda one: (one.document.record.date, one.id))
    whole = _bind(library, documents)
    return replace(whole, uses=_index(documents, store))


def look_across(edition: Edition, jobs: int = 1, store: Store = NOTHING_KEPT) -> Edition:
    """The edition with the series of its indicators, what its documents promise and answer, where they disagree."""
    circles = tuple(draw_circles(edition.library, edition.documents))
    if jobs > 1 and store.keeps:
        _look_ahead(circles, jobs, store)
    hold = Packed if len(edition.documents) > MANY else dict
    promised, discrepancies = dict[str, Mapping[str, Sequence[Commitment]]](), list[Discrepancy]()
    for circle in circles:
        commitments, differing = _look_across(*circle, store)
        promised |= {id: hold({id: found}) for id, found in commitments.items()}
        discrepancies += differing
    return replace(
        edition,
        series=read_series(edition),
        commitments=Joined({one.id: promised[one.id] for one in edition.documents if one.id in promised}),
        discrepancies=tuple(sorted(discrepancies, key=lambda one: (one.class_, one.a, one.b, one.a_quote, one.by))),
    )


def _look_ahead(circles: Sequence[Circle], jobs: int, store: Store) -> None:
    """Look at a share of the circles in each of several processes, this one among them."""
    own, *others = (circles[n::jobs] for n in range(jobs))
    wait = begin(_look_through, [(share, store) for share in others if share])
    _look_through(own, store)
    wait()


def _look_through(circles: Sequence[Circle], store: Store) -> None:
    for circle in circles:
        _look_across(*circle, store)


def _look_across(
    library: Library, circle: Sequence[Annotated], store: Store
) -> tuple[Mapping[str, Sequence[Commitment]], tuple[Discrepancy, ...]]:
    """What the documents of a circle promise and answer, and where they disagree."""

    def look() -> tuple[Mapping[str, Sequence[Commitment]], tuple[Discrepancy, ...]]:
        edition, measures = _bind(library, circle), read_measures(circle)
        return find_commitments(edition, measures), find_discrepancies(edition, measures)

    held = [one.key for one in circle]
    return store.recall(store.key("circle", held, library.missing, library.discrepancies), look)


def _bind(library: Library, documents: Sequence[Annotated]) -> Edition:
    """An edition of documents with what each holds on its own."""
    return Edition(
        library,
        tuple(documents),
        {},
        ties=Joined({one.id: one.ties for one in documents}),
        codings=Joined({one.id: one.codings for one in documents}),
        sentences=Joined({one.id: one.sentences for one in documents}),
    )


def _prepare_all(library: Library, jobs: int, store: Store) -> Sequence[Annotated]:
    """Every document of a library on its own, in the order of the records."""
    make, records = partial(prepare, lay_out(library, store)), library.records
    readings = (library.readings[record.received.file].lines for record in records)  # let go when its turn is over
    rulings = [library.rulings.get(record.id, ()) for record in records]
    codings = [library.codings.get(record.id, ()) for record in records]
    if jobs == 1:
        return list(map(make, records, readings, rulings, codings))
    share = min(_SHARE, max(1, len(records) // (4 * jobs)))  # each share brings the glossary along
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(make, records, readings, rulings, codings, chunksize=share))


def _index(documents: Sequence[Annotated], store: Store) -> Mapping[str, Sequence[Mention]]:
    """Entry id ▸ its mentions, in the order of dates and of the text."""
    if len(documents) > MANY:
        return Uses(_write_columns(stretch, store) for stretch in cut(documents))
    uses: dict[str, list[Mention]] = defaultdict(list)
    for mention in _list_mentions(documents):
        uses[mention.target].append(mention)
    return {target: tuple(found) for target, found in sorted(uses.items())}


def _write_columns(stretch: Sequence[Annotated], store: Store) -> Columns:
    key = store.key("uses", [one.key for one in stretch])
    return store.recall(key, lambda: write_columns(_list_mentions(stretch)))


def _list_mentions(documents: Sequence[Annotated]) -> Iterator[Mention]:
    """The mentions of all entries."""
    for one in documents:
        for place in one.places:
            yield from (mention for mention in one.mentions[place] if mention.kind != "figure")
