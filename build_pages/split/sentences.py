"""Where sentences begin and end in a paragraph."""

from __future__ import annotations

import re

_END = re.compile(r"[。！？]+[”’）》]*|[!?]+(?=[\s”]|$)")


def read_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence, stops included; together they cover the text. Stops inside “” do not end one."""
    spans, start = [], 0
    opened, counted = 0, 0  # quotation marks open in this sentence, up to where they are counted
    for match in _END.finditer(text):
        opened += text.count("“", counted, match.start()) - text.count("”", counted, match.start())
        counted = match.start()
        if opened > 0 and "”" not in match[0]:
            continue
        if match.end() < len(text) and text[match.end()] in "，、；的":  # “…！”的号召 goes on
            continue
        spans.append((start, match.end()))
        start = counted = match.end()
        opened = 0
    if start < len(text):
        spans.append((start, len(text)))
    return tuple(spans)
