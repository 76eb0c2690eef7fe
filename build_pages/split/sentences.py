"""Where sentences begin and end in a paragraph."""

from __future__ import annotations

import re

_END = re.compile(r"[。！？]+[”’）》]*|[!?]+(?=[\s”]|$)")


def read_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence, stops included; together they cover the text. Stops inside “” do not end one."""
    spans, start = [], 0
    for match in _END.finditer(text):
        quoted = text.count("“", start, match.start()) > text.count("”", start, match.start())
        if quoted and "”" not in match[0]:
            continue
        if match.end() < len(text) and text[match.end()] in "，、；的":  # “…！”的号召 goes on
            continue
        spans.append((start, match.end()))
        start = match.end()
    if start < len(text):
        spans.append((start, len(text)))
    return tuple(spans)
