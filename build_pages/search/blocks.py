"""A block of the index: some documents that follow each other, made without looking at any other.

What a block gives is kept from build to build, so that an edit makes one block anew. What depends on the archive as a
whole is little, and seldom changes: which grams are heavy, and into how many shards the grams go.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from build_pages.search.beds import Bed, make_bed
from build_pages.search.fold import Folding
from build_pages.search.grams import STOP, survey
from build_pages.search.postings import Laid, Postings, lay, post
from build_pages.search.sheets import Sheet, digest_sheet
from build_pages.search.texts import list_shards, measure_step
from build_pages.spool import Spool
from build_pages.store import Store

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A document that is to be indexed: how to read its sheet, and the digest of that ("" if nothing is kept)."""

    read: Callable[[], Sheet]
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a block by itself: of each document what the browser must know, the shards of its text and the
    digest of its sheet; characters that stand in the block, and strings that are common there, with how often they
    stand; how many units and characters it has."""

    rows: tuple[Row, ...]
    texts: tuple[tuple[int, ...], ...]
    digests: tuple[str, ...]
    letters: str
    common: dict[str, int]
    units: int
    characters: int


@dataclass(frozen=True, slots=True)
class Whole:
    """What postings depend on beyond their block: what is heavy and the digest of that, how many of the units of a
    heavy gram are kept of a block, how many shards there are."""

    heavy: frozenset[str]
    digest: str
    head: int
    shards: int


@dataclass(frozen=True, slots=True)
class Opened:
    """The documents of a block, read, numbered and folded."""

    sheets: list[Sheet]
    beds: list[Bed]
    laid: Laid


class Block:
    """Some documents that follow each other; they are read and folded only where what they give is not kept.

    Of what was read only the folded text stays, until its grams are posted and put aside: there may be many blocks.
    """

    def __init__(self, leaves: Sequence[Leaf], folding: Folding, store: Store, spool: Spool) -> None:
        self.leaves, self._folding, self._store, self._spool = leaves, folding, store, spool
        self._digests = [leaf.digest for leaf in leaves]
        self._laid: Laid | None = None
        self._ends: array[int] = array("Q")
        """Where in the spool its postings begin, and where those of each shard end."""

    def know(self, least: int) -> Known:
        """What is known of it by itself; common is what stands there ``least`` times."""
        return self._store.recall(self._store.key("block", self._digests, least), lambda: self._know(least))

    def sum(self, whole: Whole) -> bytes:
        """The checksums of its parts of the shards of grams."""
        key = self._store.key("sums", self._digests, whole.digest, whole.head, whole.shards)
        sums = self._store.recall(key, lambda: self._post(whole).sums)
        self._laid = None  # the texts of one block after the other are let go
        return sums

    def read(self, shard: int, whole: Whole) -> bytes:
        """Its part of a shard of grams."""
        if not self._ends:
            self._post(whole)
        return self._spool.read(self._ends[shard], self._ends[shard + 1])

    def _post(self, whole: Whole) -> Postings:
        """Its postings, which are put aside for the shards."""
        key = self._store.key("postings", self._digests, whole.digest, whole.head, whole.shards)
        posted = self._store.recall(
            key, lambda: post(self._laid or self._open().laid, whole.heavy, whole.head, whole.shards)
        )
        start, _ = self._spool.put(posted.text)
        self._ends = array("Q", [start, *(start + end for end in posted.ends)])
        return posted

    def _open(self) -> Opened:
        sheets = [leaf.read() for leaf in self.leaves]
        beds = [make_bed(sheet.units) for sheet in sheets]
        return Opened(sheets, beds, lay(beds, self._folding))

    def _know(self, least: int) -> Known:
        opened = self._open()
        self._laid = opened.laid
        text, units = opened.laid.text, len(opened.laid.starts)
        digests = (leaf.digest or digest_sheet(sheet) for leaf, sheet in zip(self.leaves, opened.sheets, strict=True))
        return Known(
            rows=tuple(map(_describe, opened.sheets, opened.beds, opened.laid.bits)),
            texts=tuple(map(list_shards, opened.beds)), digests=tuple(digests),
            letters="".join(sorted(set(text) - {STOP})), common=survey(text, least),
            units=units, characters=len(text) - units,
        )  # fmt: skip


def _describe(sheet: Sheet, bed: Bed, bits: int) -> Row:
    return {
        "id": sheet.id, "name": sheet.name, "date": sheet.date, "when": sheet.when, "kind": sheet.kind,
        "completeness": sheet.completeness, "speaker": sheet.speaker, "size": bed.size, "bits": bits,
        "step": measure_step(bed), "odd": list(bed.odd),
    }  # fmt: skip
