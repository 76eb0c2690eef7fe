"""One spelling for what readers spell in many ways: width, case, traditional characters, digits, quotes, blanks.

Folding works character by character, so that what is a substring stays one. The browser folds queries by the same
steps with the same table: NFKC, lower case, ``pairs``, then ``dropped`` characters left out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

import opencc

DROPPED = "".join(
    (
        " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a",
        "\u200b\u200c\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\xad",
        "\"'`´“”‘’‚„‹›«»「」『』〈〉《》【】〔〕",
        "-‐‑‒–—―−─━~～〜+＋·•・‧",
    )
)
"""Blanks, quotation and title marks, dashes, plus signs and middle dots: readers leave them out, scans lose them."""
DIGITS = dict(zip("〇零一二三四五六七八九", "00123456789", strict=True))
_HAN = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00))


class Folding(dict[int, str]):
    """A table for ``str.translate``: how characters are folded, each looked into when it is first met."""

    def __missing__(self, code: int) -> str:
        """Fold a character that was not met before."""
        folded = self[code] = fold_character(chr(code))
        return folded

    def fold(self, text: str) -> str:
        """A text, folded."""
        return text.translate(self)


def plan_folding(alphabet: Iterable[str]) -> dict[str, str]:
    """What the browser is given to fold queries to an archive of these (folded) characters: the pairs that lead to one
    of them, written one after the other, and the dropped characters."""
    held = set(alphabet)
    pairs = DIGITS | {old: DIGITS.get(new, new) for old, new in _simplified().items()}
    return {"pairs": "".join(old + new for old, new in sorted(pairs.items()) if new in held), "dropped": DROPPED}


def fold_character(char: str) -> str:
    """One character as it is compared; nothing for one that is left out."""
    simplified = _simplified()
    folded = (simplified.get(c, c) for c in unicodedata.normalize("NFKC", char).lower())
    return "".join(DIGITS.get(c, c) for c in folded if c not in DROPPED)


@cache
def _simplified() -> dict[str, str]:
    """Traditional character ▸ simplified one, as OpenCC's character table has it."""
    characters = [chr(code) for first, end in _HAN for code in range(first, end)]
    converted = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return {old: new for old, new in zip(characters, converted, strict=True) if old != new and len(new) == 1}
