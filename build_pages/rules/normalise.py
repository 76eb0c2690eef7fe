"""Set a received line right without changing a word: blanks, markup left from other formats, the width of punctuation.

Each normaliser takes one received line and yields (start, end, replacement) in code points of that line. Blanks that
may stand for a lost sign (inside quotation marks, between digits or letters) and blanks that are right (between the two
halves of a headline, inside a name of two characters) are left to the proposals and to people.
"""

from __future__ import annotations

import html
import re
import string
from collections.abc import Callable, Iterable, Iterator, Mapping

from build_pages.rules.characters import BLANK, HAN, INVISIBLE

Edit = tuple[int, int, str]
"""Start and end in a received line, code points, half-open, and what stands there instead."""
Normaliser = Callable[[str], Iterator[Edit]]

_MARK = re.compile(rf"^[{BLANK}{INVISIBLE}]*(?P<mark>#{{1,6}}(?:[{BLANK}]+|$)|>[{BLANK}]+)")
_RULE = re.compile(r"^\s*(?:-\s*){3,}$|^\s*(?:\*\s*){3,}$|^\s*(?:_\s*){3,}$")
_TAG = re.compile(
    r"</?(?:sub|sup|b|i|u|s|em|strong|span|font|br|p|div|a|center|small|big|o:p|td|tr|table|tbody|img)"
    r"(?:\s[^<>]{0,2000})?/?>|<!--[^<>]{0,2000}-->",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}[0-9]{0,2}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_IMAGE = re.compile(r"!\[[^\[\]]{0,200}\]\([^()\s]{0,500}\)")
_LINK = re.compile(r"(?<!!)(?P<open>\[)[^\[\]]{1,200}(?P<close>\]\((?:https?:|/|\.|#)[^()\s]{0,500}\))")
_STRONG = re.compile(r"(?P<open>\*\*)(?=[^\s*])[^*]{1,500}(?<=[^\s*])(?P<close>\*\*)")
_ESCAPE = re.compile(r"(?P<open>\\)[#*_\[\]().+!`>~-]")

_MARKED = re.compile(r"[<&\[*\\]")
"""What every tag, entity, link, emphasis and escape has."""

_BLANKS = "".join(chr(code) for code in range(0x3001) if re.match(f"[{BLANK}{INVISIBLE}]", chr(code)))
_BLANK = re.compile(f"[{BLANK}{INVISIBLE}]")
_UNSEEN = re.compile(rf"[{INVISIBLE}]+")
_BESIDE_STOP = re.compile(
    rf"(?<=[，。；：、！？）》])[ \t\u00a0\u3000](?=[^{BLANK}])|(?<![{BLANK}])[{BLANK}]{{1,50}}(?=[，。；：、！？）》])"
)
_AFTER_NARROW = re.compile(rf"(?<=[{HAN}”》%][,;:!?])[{BLANK}](?=[{HAN}“《])|(?<=[{HAN}])[{BLANK}](?=[,;:!?][{HAN}“])")
_SPACED = re.compile(rf"(?<![{HAN}])[{HAN}](?P<blank>[ \u3000]{{1,4}})(?:[{HAN}](?P=blank)){{3,40}}[{HAN}](?![{HAN}])")
_RUNNING = re.compile("[，。；,;]")
_AROUND_NUMBER = re.compile(
    rf"(?<=[0-9])[ \u00a0](?=[年月日时%％‰万亿])|(?<=[{HAN}])[ \u00a0](?=[0-9.]{{1,12}}[ \u00a0]?[年月日万亿%％])"
)

_SPACED_NUMBER = re.compile(r"(?<![0-9“])[0-9](?: [0-9.]){2,12} ?(?=[年月日亿万%％‰元])")

_WIDE = str.maketrans(",;:!?()", "，；：！？（）")
_STOPS = frozenset(",;:!?")
_NARROW = {chr(code + 0xFEE0): chr(code) for code in map(ord, string.ascii_letters + string.digits + "%+")}
_WIDENED = re.compile(f"[{re.escape(''.join((*_STOPS, *'()', *_NARROW)))}]")
_BRACKET = re.compile("[()）]")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[A-Za-z0-9./?=&_%:#~+,;!-]+|(?<![A-Za-z0-9._-])[A-Za-z0-9._-]{1,64}@[A-Za-z0-9.-]{1,255}"
)
_CHINESE = re.compile(f"[{HAN}，。；：、“”《》—]")
_NEAR = 200
"""How far a rule looks around a character, so that time stays linear in the length of a line."""


def unmark(line: str) -> Iterator[Edit]:
    """Take out what Markdown and HTML leave in a text: marks, tags, entities, links, escapes; the words stay."""
    if line.lstrip(_BLANKS).startswith(("-", "*", "_", "#", ">")):
        if _RULE.match(line):
            yield 0, len(line), ""
            return
        if mark := _MARK.match(line):
            yield *mark.span("mark"), ""
    if not _MARKED.search(line):
        return
    for pattern in (_TAG, _IMAGE):
        yield from ((*found.span(), "") for found in pattern.finditer(line))
    for pattern in (_LINK, _STRONG, _ESCAPE):
        for found in pattern.finditer(line):
            yield from ((*found.span(end), "") for end in pattern.groupindex)
    for found in _ENTITY.finditer(line):
        char = html.unescape(found.group())
        if char != found.group() and char != "\ufffd" and "\n" not in char:
            yield *found.span(), char.replace("\u00a0", " ").strip() if len(char) == 1 else char


def trim(line: str) -> Iterator[Edit]:
    """Take out blanks that are no part of the text: at the ends, unseen, beside stops, in spaced-out words."""
    text = line.strip(_BLANKS)
    start = line.find(text) if text else len(line)
    if len(text) < len(line):
        yield 0, start, ""
        yield start + len(text), len(line), ""
    if not _BLANK.search(text):
        return
    running = (_AROUND_NUMBER,) if _RUNNING.search(line) else ()
    for pattern in (_UNSEEN, _BESIDE_STOP, _AFTER_NARROW, *running):
        yield from ((*found.span(), "") for found in pattern.finditer(line, start, start + len(text)))
    for number in _SPACED_NUMBER.finditer(line):
        yield from ((place, place + 1, "") for place in range(*number.span()) if line[place] == " ")
    for spaced in _SPACED.finditer(line):
        width = len(spaced.group("blank"))
        yield from ((place, place + width, "") for place in range(spaced.start() + 1, spaced.end(), width + 1))


def widen(line: str) -> Iterator[Edit]:
    """Set half-width stops and brackets beside Chinese full-width, and full-width digits and letters half-width.

    Never inside numbers (1,234), times (12:30), Latin words or addresses. GB/T 15834-2011 §4, CLREQ §3.1.
    """
    if not _CHINESE.search(line):
        return
    if not _WIDENED.search(line):
        return
    kept = {i for found in _ADDRESS.finditer(line) for i in range(*found.span())}
    brackets = _chinese_brackets(line)
    for found in _WIDENED.finditer(line):
        i, char = found.start(), found[0]
        if i in kept:
            continue
        if (char in _STOPS and _stands_in_chinese(line, i)) or i in brackets:
            yield i, i + 1, char.translate(_WIDE)
        elif char in _NARROW:
            yield i, i + 1, _NARROW[char]


def _stands_in_chinese(line: str, i: int) -> bool:
    """Whether the stop at ``i`` belongs to a Chinese sentence: not between Latin letters or digits, not alone."""
    before = line[max(0, i - _NEAR) : i].rstrip()[-1:]
    after = line[i + 1 : i + _NEAR].lstrip()[:1]
    latin_after = not after or after in "/\\" or _is_latin(after)
    return not (latin_after and (not before or _is_latin(before)))


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _chinese_brackets(line: str) -> frozenset[int]:
    """Places of the half-width brackets that hold Chinese or stand beside it; a pair goes together."""
    places, waiting = set[int](), list[int]()
    for found in _BRACKET.finditer(line):
        i = found.start()
        if found[0] == "(":
            waiting.append(i)
        else:
            start = waiting.pop() if waiting else i
            around = line[max(0, start - 1, i - _NEAR) : i + 2]
            if _CHINESE.search(around):
                places.update({start, i})
    places.update(i for i in waiting if _CHINESE.search(line[max(0, i - 1) : i + 2]))
    return frozenset(i for i in places if line[i] in "()")


NORMALISERS: Mapping[str, Normaliser] = {"markup": unmark, "blanks": trim, "width": widen}
"""Name on record ▸ normaliser, the one that wins where two want the same characters first."""


def normalise_line(line: str, names: Iterable[str]) -> tuple[tuple[int, int, str, str], ...]:
    """Everything the named normalisers change in a line: (start, end, replacement, name), sorted, never overlapping.

    Raises KeyError for a name that ``NORMALISERS`` does not hold.
    """
    wanted = frozenset(names)
    if unknown := wanted - NORMALISERS.keys():
        raise KeyError(min(unknown))
    taken = bytearray(len(line))
    edits = list[tuple[int, int, str, str]]()
    for name, normaliser in NORMALISERS.items():
        if name not in wanted:
            continue
        found = list(normaliser(line))
        found.sort(key=lambda edit: (edit[0], -edit[1]))
        for start, end, replacement in found:
            if start < end and not any(taken[start:end]) and line[start:end] != replacement:
                taken[start:end] = b"\1" * (end - start)
                edits.append((start, end, replacement, name))
    return tuple(sorted(edits))
