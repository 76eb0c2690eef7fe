"""The received view: what the page is given makes the received characters out of the edited ones, of every document."""

from __future__ import annotations

import pytest

from build_pages.compose import compose
from build_pages.pages.received import list_received
from build_pages.source import read_source
from tests.publish import ROOT


def receive(text: str, flat: list[int | str]) -> str:
    """What received.js does."""
    out, at = "", 0
    for gap, length, found in zip(flat[::3], flat[1::3], flat[2::3], strict=True):
        assert isinstance(gap, int) and isinstance(length, int)
        out += text[at : at + gap] + str(found)
        at += gap + length
    return out + text[at:]


@pytest.mark.source
def test_received_lines_come_back() -> None:
    edition = compose(read_source(ROOT))
    for one in edition.documents:
        lines = edition.library.readings[one.document.record.received.file].lines
        texts = list_received(one)["texts"]
        assert isinstance(texts, dict)
        for paragraph in one.document.paragraphs:
            first, last = paragraph.lines
            received = receive(paragraph.text, texts.get(paragraph.id.partition("#")[2], []))
            assert received.strip() == "\n".join(lines[first - 1 : last]).strip()
