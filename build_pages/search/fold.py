"""One spelling for what readers spell in many ways: width, case, traditional characters, digits, quotes, blanks.

Folding works character by character, so that what is a substring stays one. The browser folds queries by the same
steps with the same table: NFKC, lower case, ``pairs``, then ``dropped`` characters left out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Folding:
    """How to fold the characters of one archive: ``table`` is for ``str.translate``, ``pairs`` is what queries need."""

    table: Mapping[int, str]
    pairs: Mapping[str, str]

    @classmethod
    def over(cls, texts: Iterable[str]) -> Folding:
        """The folding for an archive of these texts."""
        characters: set[str] = set()
        for text in texts:
            characters.update(text)
        table = {ord(char): fold_character(char) for char in sorted(characters)}
        alphabet = set("".join(table.values()))
        pairs = DIGITS | {old: DIGITS.get(new, new) for old, new in _simplified().items()}
        return cls(table, {old: new for old, new in sorted(pairs.items()) if new in alphabet})

    def fold(self, text: str) -> str:
        """A text of the archive, folded."""
        return text.translate(self.table)

    def as_data(self) -> dict[str, str]:
        """What the browser is given: pairs written one after the other, and the dropped characters."""
        return {"pairs": "".join(old + new for old, new in self.pairs.items()), "dropped": DROPPED}


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
