"""The received files: their hashes, and the view that makes the received characters out of the edited ones."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from build_pages.addresses import received_path
from build_pages.build import check, open_edition
from build_pages.compose import compose
from build_pages.intake import take_in
from build_pages.pages.received import list_received
from build_pages.source import read_source
from tests.conftest import CORPUS
from tests.make import read_output
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


def test_the_hashes_are_published_with_the_bytes() -> None:
    files = read_output(open_edition(CORPUS), CORPUS)
    lines = str(files["received/SHA256SUMS"]).splitlines()
    sums = {name: sum_ for sum_, name in (line.split("  ") for line in lines)}
    held = (CORPUS / "source/received").iterdir()
    assert {f"received/{name}" for name in sums} == {received_path(path.name) for path in held}
    for name, sum_ in sums.items():
        data = files[f"received/{name}"]
        assert isinstance(data, bytes) and hashlib.sha256(data).hexdigest() == sum_
    page = BeautifulSoup(str(files["documents/2031-01-12-work-report.md"]), "html.parser")
    origin = page.select_one("p.origin")
    assert origin and sums["report.txt"] in origin.get_text() and origin.select('a[href="../received/SHA256SUMS"]')


def test_a_reading_is_held_to_what_the_import_made(archive: Path, tmp_path: Path) -> None:
    """The lines that records count are those of the reading, so it must no more change than the file."""
    text = "<title>灯塔</title><p>灯塔市政府工作报告</p><p>各位代表：</p><p>我代表市政府向大会报告工作。</p>"
    (tmp_path / "page.html").write_text(text, encoding="utf-8")
    list(take_in(archive, [tmp_path / "page.html"]))
    assert not [problem for problem in check(archive) if not problem.open]
    reading = archive / "source/received/page.html.txt"
    reading.write_text(reading.read_text(encoding="utf-8").replace("灯塔市", "渡口市"), encoding="utf-8")
    assert [problem.code for problem in check(archive) if not problem.open] == ["R003"]
