"""``source/everyday.yml``: the words people use, and what the documents call the same thing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from build_pages.model.problem import Problem, SourceError
from build_pages.source.shapes import fit
from build_pages.source.yaml_lines import read_yaml

PATH = "source/everyday.yml"


def read_everyday(root: Path) -> Mapping[str, tuple[str, ...]]:
    """Everyday word ▸ official words, closest first; empty where there is no such file.

    Raises SourceError where the file is no mapping of words to lists of words.
    """
    path = root / PATH
    if not path.exists():
        return {}
    try:
        text = read_yaml(path.read_text(encoding="utf-8-sig"), PATH)
    except UnicodeDecodeError:
        raise SourceError([Problem(PATH, 1, "Y005", "save this file as UTF-8")]) from None
    words: Mapping[str, tuple[str, ...]] = fit(dict[str, tuple[str, ...]], text, text.data or {})
    return words
