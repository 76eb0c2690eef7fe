"""Bytes to text: every encoding that is read, and a clear word for each that is not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_pages.intake.decode import MAX_BYTES, MAX_LINE, decode
from build_pages.model.problem import SourceError

TEXT = "各位代表：\r\n现在，我代表市人民政府报告工作。PM2.5下降😀\n"


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8 with BOM"),
        ("gb18030", "GB18030"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16-LE"),
        ("utf-16-be", "UTF-16-BE"),
        ("utf-32", "UTF-32"),
    ],
)
def test_encodings(codec: str, name: str) -> None:
    decoded = decode(TEXT.encode(codec), "a.txt")
    assert (decoded.text, decoded.encoding) == (TEXT, name)


@pytest.mark.parametrize(
    ("data", "line", "code"),
    [
        (b"", 1, "I001"),
        (b" \n\t\n", 1, "I001"),
        ("\u3000\n".encode(), 1, "I001"),
        (b"a" * (MAX_BYTES + 1), 1, "I002"),
        (b"a\n" + b"a" * (MAX_LINE + 1), 2, "I002"),
        (b"%PDF-1.7 text", 1, "I003"),
        (b"first\nsec\0ond line", 2, "I003"),
        (b"\x80\x81\x82" + bytes(range(1, 32)) * 9, 1, "I004"),
        ("各位代表：\n".encode("big5") * 9, 1, "I004"),
        ("这一行是统一码的文字。\n".encode() + "这一行是国标码的文字。".encode("gbk"), 2, "I005"),
        ("好\n".encode() + b"\xed\xa0\x80", 2, "I006"),
        (b"\xff\xfea\0\x00\xd8a\0", 1, "I006"),
    ],
)
def test_refusals(data: bytes, line: int, code: str) -> None:
    with pytest.raises(SourceError) as refused:
        decode(data, "a.txt")
    assert [(problem.path, problem.line, problem.code) for problem in refused.value.problems] == [("a.txt", line, code)]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
@settings(deadline=None)
def test_any_text_is_given_back(text: str) -> None:
    try:
        decoded = decode(text.encode(), "a.txt")
    except SourceError as refused:
        assert {problem.code for problem in refused.problems} <= {"I001", "I003"}
        controls = any(unicodedata.category(char) == "Cc" for char in text)
        assert not text.strip() or controls or text.startswith(("%PDF-", "GIF8", "{\\rtf", "PK", "\ufeff"))
    else:
        assert decoded.text == text.removeprefix("\ufeff")


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_fuzzed_bytes_never_crash(data: bytes) -> None:
    try:
        decode(data, "a.txt")
    except SourceError as refused:
        assert refused.problems
