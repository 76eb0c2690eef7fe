"""The grams of some documents that follow each other, with the positions where each stands."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from heapq import nlargest
from itertools import accumulate, repeat
from json.encoder import encode_basestring
from operator import sub

from build_pages.search.beds import Bed, grade
from build_pages.search.coding import write_number, write_steps
from build_pages.search.fold import Folding
from build_pages.search.grams import STOP, Spots, list_grams
from build_pages.search.scripts import make_safe

SUM = 12
"""Bytes of a checksum."""


@dataclass(frozen=True, slots=True)
class Laid:
    """The folded units of documents as one text, a stop after each; the position of the first character of each."""

    text: str
    starts: Spots
    bits: tuple[int, ...]
    """Of each document."""


@dataclass(frozen=True, slots=True)
class Postings:
    """The grams of documents: for each shard a JSON string, where each of these ends, and its checksum.

    In it stand, between blanks (which no gram has), a gram and its positions, the next gram and its positions. Before
    the positions of a heavy one stand in how many units it stands and how often, with a full stop after each.
    """

    text: bytes
    ends: Spots
    sums: bytes


def lay(beds: Sequence[Bed], folding: Folding) -> Laid:
    """Lay the units of documents out, one document after the other, from position 0 on."""
    texts: list[str] = []
    starts = array("Q")
    widths: list[int] = []
    start = 0
    for bed in beds:
        folded = [folding.fold(unit.text) for _, unit in bed.units]
        bits = max(map(len, folded), default=0).bit_length()
        texts += folded
        starts.extend(start + (number * 4 + grade(unit) << bits) for number, unit in bed.units)
        start += bed.size * 4 << bits
        widths.append(bits)
    return Laid("".join(text + STOP for text in texts), starts, tuple(widths))


def post(laid: Laid, heavy: frozenset[str], head: int, shards: int) -> Postings:
    """The grams of documents by shard; of a heavy one those places that are in the ``head`` best units."""
    shares: list[list[str]] = [[] for _ in range(shards)]
    begins = array("I", accumulate((len(text) + 1 for text in laid.text.split(STOP)[:-1]), initial=0))
    positions, units = array("Q"), array("I")
    for unit, (start, length) in enumerate(zip(laid.starts, map(sub, begins[1:], begins), strict=True)):
        positions.extend(range(start, start + length))
        units.extend(repeat(unit, length))
    for gram, spots in list_grams(laid.text, heavy):
        count = ""
        if gram in heavy:
            found = Counter(map(units.__getitem__, spots))
            count = f"{len(found)}.{len(spots)}."
            spots = _choose_best(spots, found, begins, head)
        alone = len(spots) == 1  # most are
        steps = write_number(positions[spots[0]]) if alone else write_steps(map(positions.__getitem__, spots))
        shares[hash_gram(gram) % shards].append(f"{gram} {count}{steps}")
    written = [make_safe(encode_basestring(" ".join(share))).encode() for share in shares]
    sums = b"".join([blake2b(text, digest_size=SUM).digest() for text in written])
    return Postings(b"".join(written), array("Q", accumulate(map(len, written))), sums)


def _choose_best(spots: Spots, found: Mapping[int, int], begins: Spots, head: int) -> Spots:
    """The spots of a heavy gram that are in the units that speak of it most densely, the first ones of equals.

    ``found`` says how often it stands in a unit, in the order of the text, ``begins`` where each unit begins.
    """
    if len(found) <= head:
        return spots
    dense = {unit: count / (begins[unit + 1] - begins[unit] + 60) for unit, count in found.items()}
    best = array("I")
    for unit in sorted(nlargest(head, dense, key=dense.__getitem__)):
        at = bisect_left(spots, begins[unit])
        best += spots[at : at + found[unit]]
    return best


def hash_gram(gram: str) -> int:
    """A number for a gram, the same here and in the browser."""
    value = 0
    for char in gram:
        value = value * 31 + ord(char)
    return value % (1 << 32)
