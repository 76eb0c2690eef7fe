"""The index cut into files that are fetched one by one: grams by hash, texts by document; and what all of it shares."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from build_pages.addresses import document_path
from build_pages.model.output import File
from build_pages.search.blocks import Block, Known, Leaf, Row, Whole
from build_pages.search.fold import Folding, plan_folding
from build_pages.search.grams import choose_heavy
from build_pages.search.postings import SUM
from build_pages.search.scripts import FOLDER, script, wrap
from build_pages.search.texts import write_texts
from build_pages.spool import Spool
from build_pages.store import Store

FORMAT = "2"
"""Changes with the form of the files, so that browsers do not mix those they hold with others."""
LEAST = 32
"""Documents in a block, at least."""
SHARD = 6_000
"""Characters of text for each shard of grams, about."""
HEAD = 400
"""Units that are kept of a heavy gram in all, about."""
SHARE = 8
"""Units that are kept of it in each block, at least."""


def plan_index(
    leaves: Sequence[Leaf], extra: Mapping[str, object], parts: Mapping[str, Mapping[str, object]], light: int,
    store: Store,
) -> Iterator[File]:  # fmt: skip
    """The files of the index over documents, with ``parts`` by name; the manifest holds ``extra``."""
    size, folding, spool = size_blocks(len(leaves)), Folding(), Spool()
    blocks = [Block(leaves[at : at + size], folding, store, spool) for at in range(0, max(1, len(leaves)), size)]
    many = _round_up(len(blocks))
    known, common = list[Known](), Counter[str]()
    for block in blocks:
        one = block.know(max(1, light // (2 * many)))
        common.update(one.common)
        known.append(replace(one, common={}))
    whole = _look_over(known, choose_heavy(common, light), max(SHARE, math.ceil(HEAD / many)), store)
    sums = [block.sum(whole) for block in blocks]
    columns, words = write_columns([row for one in known for row in one.rows])
    loose = {name: script(name, data) for name, data in {"documents": columns, **parts}.items()}
    lengths = range(1, 1 + max(map(len, whole.heavy), default=0))
    manifest = {
        "shards": whole.shards, "block": size, "units": sum(one.units for one in known), "page": document_path("*"),
        "heavy": ["".join(sorted(gram for gram in whole.heavy if len(gram) == length)) for length in lengths],
        "fold": plan_folding("".join(one.letters for one in known)), "words": words, **extra,
    }  # fmt: skip
    version = hashlib.sha256(FORMAT.encode())
    for piece in (script("manifest", manifest), *loose.values(), *sums, repr([one.digests for one in known]).encode()):
        version.update(piece)
    loose["manifest"] = script("manifest", {"version": version.hexdigest()[:12], **manifest})
    for name, text in loose.items():
        yield File(f"{FOLDER}/{name}.js", lambda text=text: text)  # type: ignore[misc]
    for shard in range(whole.shards):
        key = store.key("grams", b"".join(one[shard * SUM : shard * SUM + SUM] for one in sums))
        yield File(f"{FOLDER}/grams/{shard}.js", partial(_join, blocks, shard, whole), key)
    for block, one in zip(blocks, known, strict=True):
        for leaf, row, shards in zip(block.leaves, one.rows, one.texts, strict=True):
            yield from _list_texts(leaf, str(row["id"]), shards, store)


def _look_over(known: Sequence[Known], heavy: frozenset[str], head: int, store: Store) -> Whole:
    """What the postings of one block depend on in the others."""
    shards = _round_up(sum(one.characters for one in known) // SHARD)
    return Whole(heavy, store.key(sorted(heavy)), head, shards)


def size_blocks(documents: int) -> int:
    """Documents in a block: about half the root of their number, as a power of two, so that it seldom changes."""
    return max(LEAST, 1 << int(math.sqrt(documents)).bit_length() - 2 if documents > 3 else 1)


def _round_up(number: int) -> int:
    """The least power of two that is not less than a number."""
    return 1 << max(0, number - 1).bit_length()


def _join(blocks: Sequence[Block], shard: int, whole: Whole) -> bytes:
    """A shard of grams, with a part for every block."""
    return wrap(f"grams/{shard}", b"[%b]" % b",".join([block.read(shard, whole) for block in blocks]))


def _list_texts(leaf: Leaf, id: str, shards: Sequence[int], store: Store) -> Iterator[File]:
    """The shards of a document's text, which is read when the first of them is made."""
    read = cache(lambda: dict(write_texts(leaf.read())))
    key = store.key("text", leaf.digest)
    for n in shards:
        yield File(f"{FOLDER}/texts/{id}-{n}.js", lambda n=n: read()[n], key)  # type: ignore[misc]


_NAMED = ("kind", "completeness", "speaker")
"""What is said of many documents in the same words: columns hold the number of a word."""


def write_columns(rows: Sequence[Row]) -> tuple[Row, Row]:
    """What the browser must know of all documents, by column; and the words that some of these name by number."""
    words = {name: list(dict.fromkeys(row[name] for row in rows)) for name in _NAMED}
    numbers = {name: {word: n for n, word in enumerate(words[name])} for name in _NAMED}
    plain = ("id", "name", "date", "when", "size", "bits", "step")
    columns: Row = {name: [row[name] for row in rows] for name in plain}
    columns |= {name: [numbers[name][row[name]] for row in rows] for name in _NAMED}
    columns["odd"] = {n: row["odd"] for n, row in enumerate(rows) if row["odd"]}
    return columns, dict(words)
