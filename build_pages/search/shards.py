"""The index cut into files that are fetched one by one: grams by hash, documents by number, texts by document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from build_pages.search.coding import write_number, write_occurrences
from build_pages.search.fold import Folding
from build_pages.search.grams import list_grams
from build_pages.search.scripts import FOLDER, script
from build_pages.search.sheets import Sheet, Unit

GRAMS = 24_000
"""Characters of a shard of grams, on average."""
DOCUMENTS = 8
"""Documents in a shard of documents."""
TEXT = 3_000
"""Characters of a shard of text; a longer paragraph has one to itself."""
_ANCHOR = re.compile(r"([ps])(\d+)(.*)")


def plan_index(sheets: Sequence[Sheet], folding: Folding, light: int) -> tuple[dict[str, str], dict[str, object]]:
    """The shards by path, and what the manifest says of them."""
    texts = [folding.fold(unit.text) for sheet in sheets for unit in sheet.units]
    postings, heavy = _write_grams(texts, light)
    size = max(1, round(sum(map(len, postings.values())) / GRAMS))
    files = {**_gram_files(postings, size), **dict(_document_files(sheets)), **dict(_text_files(sheets))}
    kinds, speakers = _names(s.kind for s in sheets), _names(s.speaker for s in sheets)
    summary = {
        "shards": size, "group": DOCUMENTS, "heavy": heavy, "kinds": kinds, "speakers": speakers,
        "units": [len(sheet.units) for sheet in sheets], "dates": [sheet.date for sheet in sheets],
        "kind": [kinds.index(sheet.kind) for sheet in sheets],
        "speaker": [speakers.index(sheet.speaker) for sheet in sheets],
    }  # fmt: skip
    return files, summary


def hash_gram(gram: str) -> int:
    """A number for a gram, the same here and in the browser."""
    value = 0
    for char in gram:
        value = (value * 31 + ord(char)) % (1 << 32)
    return value


def cut_units(units: Sequence[Unit]) -> list[int]:
    """How many units go into each shard of a document's text."""
    cuts: list[int] = []
    room = 0
    for unit in units:
        if not cuts or room < len(unit.text):
            cuts.append(0)
            room = TEXT
        cuts[-1] += 1
        room -= len(unit.text)
    return cuts


def _write_grams(texts: Sequence[str], light: int) -> tuple[dict[str, str], list[str]]:
    """Gram ▸ its occurrences as text (units and count before those of a heavy one); and the heavy grams by length."""
    postings: dict[str, str] = {}
    heavy: dict[int, list[str]] = {}
    for gram in list_grams(texts, light):
        head = f"{gram.units} {gram.count} " if gram.heavy else ""
        postings[gram.text] = head + write_occurrences(gram.occurrences)
        if gram.heavy:
            heavy.setdefault(len(gram.text), []).append(gram.text)
    return postings, ["".join(heavy[length]) for length in sorted(heavy)]


def _gram_files(postings: Mapping[str, str], size: int) -> dict[str, str]:
    shards: list[dict[str, str]] = [{} for _ in range(size)]
    for gram, text in postings.items():
        shards[hash_gram(gram) % size][gram] = text
    return {f"{FOLDER}/grams/{n}.js": script(f"grams/{n}", shard) for n, shard in enumerate(shards)}


def _document_files(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    for n, group in groupby(enumerate(sheets), key=lambda pair: pair[0] // DOCUMENTS):
        rows = [_document_row(sheet) for _, sheet in group]
        yield f"{FOLDER}/documents/{n}.js", script(f"documents/{n}", rows)


def _document_row(sheet: Sheet) -> dict[str, object]:
    return {
        "id": sheet.id, "path": sheet.path, "name": sheet.name, "when": sheet.when,
        "completeness": sheet.completeness, "anchors": write_anchors([unit.anchor for unit in sheet.units]),
        "sizes": "".join(write_number(min(31, len(unit.text).bit_length())) for unit in sheet.units),
        "cuts": cut_units(sheet.units),
    }  # fmt: skip


def write_anchors(anchors: Sequence[str]) -> str:
    """Anchors one after the other; the number of each (p37) as its distance from the one before."""
    out = []
    last = 0
    for anchor in anchors:
        if match := _ANCHOR.fullmatch(anchor):
            letter, number, rest = match.groups()
            out.append(f"{letter}{int(number) - last}{rest}")
            last = int(number)
        else:
            out.append(anchor)
    return " ".join(out)


def _text_files(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    for sheet in sheets:
        at = 0
        for n, size in enumerate(cut_units(sheet.units)):
            name = f"texts/{sheet.id}-{n}"
            units = sheet.units[at : at + size]
            sections = _names(unit.section for unit in units)
            rows = [[unit.text, sections.index(unit.section), _flat(unit.figures)] for unit in units]
            yield f"{FOLDER}/{name}.js", script(name, {"sections": sections, "units": rows})
            at += size


def _flat(spans: Iterable[tuple[int, int]]) -> list[int]:
    return [offset for span in spans for offset in span]


def _names(names: Iterable[str]) -> list[str]:
    """Each name once, in the order in which it first stands."""
    return list(dict.fromkeys(names))
