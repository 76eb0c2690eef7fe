"""The grams of some documents that follow each other, with the positions where each stands."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate, pairwise
from json.encoder import encode_basestring

import numpy as np
from numpy.typing import NDArray

from build_pages.search.beds import Bed, grade
from build_pages.search.coding import write_numbers
from build_pages.search.fold import Folding
from build_pages.search.grams import STOP, Flags, Integers, add_up, list_grams
from build_pages.search.scripts import make_safe

SUM = 12
"""Bytes of a checksum."""


@dataclass(frozen=True, slots=True)
class Laid:
    """The folded units of documents as one text, a stop after each; the position of the first character of each."""

    text: str
    starts: array[int]
    bits: tuple[int, ...]
    """Of each document."""


@dataclass(frozen=True, slots=True)
class Postings:
    """The grams of documents: for each shard a JSON string, where each of these ends, and its checksum.

    In it stand, between blanks (which no gram has), a gram and its positions, the next gram and its positions. Before
    the positions of a heavy one stand in how many units it stands and how often, with a full stop after each.
    """

    text: bytes
    ends: array[int]
    sums: bytes


def lay(beds: Sequence[Bed], folding: Folding) -> Laid:
    """Lay the units of documents out, one document after the other, from position 0 on."""
    texts: list[str] = []
    starts = array("q")
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
    widths = np.array([len(text) + 1 for text in laid.text.split(STOP)[:-1]], np.int64)
    units = np.arange(len(widths)).repeat(widths)
    positions = (np.array(laid.starts) - add_up(widths)[:-1])[units] + np.arange(len(units))
    for grams, names, which in list_grams(laid.text, heavy):
        counts = [""] * len(names)
        kept = np.ones(len(grams.spots), bool)
        for n in which.nonzero()[0]:
            spots = slice(*grams.begins[n : n + 2])
            there, unit, often = np.unique(units[grams.spots[spots]], return_inverse=True, return_counts=True)
            counts[n] = f"{len(there)}.{len(unit)}."
            dense = often / (widths[there] + 60)  # those that speak of it most densely are the best
            kept[spots] = _choose_most(dense, head)[unit]
        steps = _write_steps(positions[grams.spots[kept]], add_up(kept)[grams.begins])
        for share, name, count, step in zip(hash_grams(names) % shards, names, counts, steps, strict=True):
            shares[share].append(f"{name} {count}{step}")
    written = [make_safe(encode_basestring(" ".join(share))).encode() for share in shares]
    sums = b"".join([blake2b(text, digest_size=SUM).digest() for text in written])
    return Postings(b"".join(written), array("Q", accumulate(map(len, written))), sums)


def _choose_most(values: NDArray[np.float64], number: int) -> Flags:
    """Which are the greatest of some values, the first ones of equals."""
    best = np.zeros(len(values), bool)
    best[np.argsort(-values, kind="stable")[:number]] = True
    return best


def _write_steps(positions: Integers, begins: Integers) -> Iterator[str]:
    """The positions of each gram, as the distance of the first from 0 and of others from the one before."""
    steps = np.diff(positions, prepend=0)
    steps[begins[:-1]] = positions[begins[:-1]]
    text, at = write_numbers(steps)
    return (text[begin:end] for begin, end in pairwise(at[begins].tolist()))


def hash_grams(names: Sequence[str]) -> NDArray[np.uint32]:
    """Numbers for grams of one length, the same here and in the browser."""
    codes = np.array(names).view(np.uint32).reshape(len(names), -1)
    value = np.zeros(len(names), np.uint32)
    for column in codes.T:
        value = value * np.uint32(31) + column
    return value
