"""Sentences drawn from a folder of real texts, instead of invented ones; their numbers are made anew."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from random import Random

from build_pages.intake.decode import decode

_SENTENCE = re.compile(r"[^。！？\n]{8,120}[。！？]")
_CLAUSE = re.compile(r"[\u4e00-\u9fff]{4,9}")


class Drawn:
    """The sentences of every .txt and .md file below a folder, drawn at random."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        paths = sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".md"))
        texts = [decode(path.read_bytes(), str(path)).text for path in paths]
        self._sentences = tuple(dict.fromkeys(one.strip() for text in texts for one in _SENTENCE.findall(text)))
        if not self._sentences:
            raise FileNotFoundError(f"{folder} holds no .txt or .md file with sentences")
        clauses = Counter(clause for one in self._sentences for clause in re.split(r"[^\u4e00-\u9fff]+", one))
        self._terms = [clause for clause, _ in clauses.most_common() if _CLAUSE.fullmatch(clause)]

    def sentence(self, random: Random) -> str:
        """A sentence with digits of its own."""
        return re.sub(r"[1-9]", lambda _: str(random.randrange(1, 10)), random.choice(self._sentences))

    def heading(self, random: Random) -> str:
        """The words of a heading."""
        return random.choice(self._terms)

    def terms(self, count: int) -> list[tuple[str, ...]]:
        """The commonest stretches of four to nine characters between two stops; fewer where there are not so many."""
        return [(term,) for term in self._terms[:count]]
