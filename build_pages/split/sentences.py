"""Where sentences begin and end in a paragraph, and which of them something stands in."""

from __future__ import annotations

import re
from functools import lru_cache

from build_pages.model.edition import Annotated
from build_pages.model.packed import Packed

_END = re.compile(r"[。！？!?](?:(?<=[。！？])[。！？]*[”’）》]*|(?<=[!?])[!?]*(?=[\s”]|$))")


@lru_cache(maxsize=4096)  # several readers of one document after the other
def read_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence, stops included; together they cover the text. Stops inside “” do not end one."""
    spans, start, quotes = [], 0, "“" in text
    opened, counted = 0, 0  # quotation marks open in this sentence, up to where they are counted
    for match in _END.finditer(text):
        stop, end = match.span()
        if quotes:
            opened += text.count("“", counted, stop) - text.count("”", counted, stop)
            counted = stop
            if opened > 0 and "”" not in match[0]:
                continue
        if text.startswith(("，", "、", "；", "的"), end):  # “…！”的号召 goes on
            continue
        spans.append((start, end))
        start = counted = end
        opened = 0
    if start < len(text):
        spans.append((start, len(text)))
    return tuple(spans)


def find_sentence(one: Annotated, place: str, at: int) -> tuple[int, int]:
    """Start and end of the sentence of a place of a document that the offset ``at`` lies in; of all of it if in none.

    Sentences that are coded are not read again, unless they are packed: opening them takes longer.
    """
    text = one.places[place].text
    coded = None if isinstance(one.sentences, Packed) else one.sentences.get(place)
    for span in coded or read_sentences(text):
        if at < span[1]:
            return span[0], span[1]
    return 0, len(text)


def quote_sentence(one: Annotated, place: str, start: int, end: int) -> tuple[str, str, str]:
    """The sentence around ``start`` to ``end`` of a place of a document: what stands before, there, and after.

    What runs on into the next sentence is whole, and nothing stands after it.
    """
    text = one.places[place].text
    first, last = find_sentence(one, place, start)
    return text[first:start], text[start:end], text[end:last]
