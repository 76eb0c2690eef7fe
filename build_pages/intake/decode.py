"""Received bytes to text: which encoding it is, or why it is no text. One way in, at import and at every reading."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from build_pages.model.problem import Problem, SourceError

MAX_BYTES = 32 * 1024 * 1024
"""The largest file taken in; the longest report of the genre has 400 kB."""
MAX_LINE = 1_000_000
"""The longest line, in code points."""
_SAMPLE = 64 * 1024

_MARKED = (  # longest first: UTF-32 begins with the mark of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with BOM"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_BINARY = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip archive",
    b"\xd0\xcf\x11\xe0": "an old Word, Excel or PowerPoint file",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"{\\rtf": "an RTF file",
    b"\x1f\x8b": "a gzip archive",
}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e\r\n\t -~—“”‘’…·]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, without the byte order mark, and the encoding it was found to have."""

    text: str
    encoding: str


def decode(data: bytes, path: str) -> Decoded:
    """The text of a received file in UTF-8, UTF-16, UTF-32 or GB18030 (GBK, GB2312), every character kept.

    Raises SourceError: I001 empty, I002 too large or a line too long, I003 not text, I004 in no known encoding,
    I005 in two encodings, I006 with half a surrogate pair.
    """
    if not data.strip():
        raise _refusal(path, 1, "I001", "this file is empty; import one that holds text")
    if len(data) > MAX_BYTES:
        raise _refusal(path, 1, "I002", f"this file has {len(data):,} bytes, at most {MAX_BYTES:,} are read; split it")
    for magic, what in _BINARY.items():
        if data.startswith(magic):
            raise _refusal(path, 1, "I003", f"this is {what}, not text; save it as .txt, .md, .html or .docx")
    decoded = _decode(data, path)
    doubtful = len(decoded.text) > MAX_LINE or _CONTROL.search(decoded.text)
    for number, line in enumerate(decoded.text.split("\n") if doubtful else (), 1):
        if len(line) > MAX_LINE:
            say = f"this line has {len(line):,} characters, at most {MAX_LINE:,} are read; break it into paragraphs"
            raise _refusal(path, number, "I002", say)
        if _CONTROL.search(line):
            raise _refusal(path, number, "I003", "this line holds control characters: the file is binary or damaged")
    if not decoded.text.strip():
        raise _refusal(path, 1, "I001", "this file holds nothing but blanks; import one that holds text")
    return decoded


def _decode(data: bytes, path: str) -> Decoded:
    for mark, codec, name in _MARKED:
        if data.startswith(mark):
            return Decoded(_strictly(data, codec, path), name)
    if b"\0" in data:
        return _unmarked_utf16(data, path)
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError as error:
        _refuse_damaged_utf8(data, error, path)
    return _legacy(data, path)


def _strictly(data: bytes, codec: str, path: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(codec, "ignore").count("\n") + 1
        code = "I006" if "surrogate" in error.reason else "I004"
        say = f"bytes that {codec.upper()} does not allow ({error.reason}); get the file again or save it as UTF-8"
        raise _refusal(path, line, code, say) from None


def _unmarked_utf16(data: bytes, path: str) -> Decoded:
    """UTF-16 without its mark reads as Chinese one way round, with characters that no ASCII bytes make by chance.

    Else NUL bytes mean a binary file.
    """
    for codec in ("utf-16-le", "utf-16-be"):
        sample = data[:_SAMPLE].decode(codec, "ignore")
        if len(_CHINESE.findall(sample)) > 0.9 * len(sample) and set("的，。：") & set(sample):
            return Decoded(_strictly(data, codec, path), codec.upper())
    line = data[: data.index(b"\0")].count(b"\n") + 1
    raise _refusal(path, line, "I003", "here stands a NUL byte: the file is binary or damaged; get it again as text")


def _refuse_damaged_utf8(data: bytes, error: UnicodeDecodeError, path: str) -> None:
    """Refuse what is UTF-8 in the main: lines of another encoding in between, or half a surrogate pair."""
    lines = data.split(b"\n")
    bad = [n for n, line in enumerate(lines, 1) if not _is_utf8(line)]
    good = [n for n, line in enumerate(lines, 1) if _is_plainly_utf8(line)]
    if _SURROGATE.search(data) and all(_is_utf8(_SURROGATE.sub(b"", lines[n - 1])) for n in bad):
        say = "half a surrogate pair stands in this line (an emoji cut in two); delete it or get the file again"
        raise _refusal(path, bad[0], "I006", say)
    if good:
        say = f"this line is not UTF-8, but line {good[0]} is: the file mixes encodings; save all of it as UTF-8"
        raise _refusal(path, bad[0], "I005", say)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_plainly_utf8(line: bytes) -> bool:
    """Whether a line has so much UTF-8 outside ASCII that no other encoding reads so by chance."""
    return sum(byte > 0x7F for byte in line) >= 12 and _is_utf8(line)


def _legacy(data: bytes, path: str) -> Decoded:
    """GB18030, the one encoding of Chinese before UTF-8 that is told from Big5 and from noise."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _refusal(
            path, line, "I004", "neither UTF-8 nor GB18030 can read this line; save the file as UTF-8"
        ) from None
    sample = text[:_SAMPLE]
    if not _CONTROL.search(text) and len(_CHINESE.findall(sample)) < 0.9 * len(sample):
        raise _refusal(path, 1, "I004", _advise(data))
    return Decoded(text, "GB18030")


def _advise(data: bytes) -> str:
    guess = from_bytes(data[:_SAMPLE]).best()
    hint = f" (it may be {guess.encoding})" if guess else ""
    return f"the encoding of this file is neither UTF-8 nor GB18030{hint}; save it as UTF-8"


def _refusal(path: str, line: int, code: str, message: str) -> SourceError:
    return SourceError([Problem(path, line, code, message)])
