"""A new archive: its own name, colours and pages, and what holds for the whole genre, pointed at this generator."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from build_pages.model.problem import Problem, SourceError

_HERE = Path(__file__).resolve().parent
_STARTER, _GENERATOR = _HERE / "starter", _HERE.parent
_FILLED = ("Makefile", "mkdocs.yml", "source/archive.yml")
"""Files of the starter that name the archive or the generator."""
_EVERYDAY = "source/everyday.yml"
"""Readers' words, which hold for any archive: handed on as they are in the archive beside this generator, if any."""
_FOLDERS = ("received", "documents", "rulings", "glossary/people", "glossary/bodies")
TITLE = "政策文献"


def initiate(folder: Path, title: str = TITLE, place: str = "") -> None:
    """Write the files of an archive called ``title``, of ``place`` (江城; 全国; "" for many), below ``folder``.

    Its ``mkdocs.yml`` and ``Makefile`` lead to this generator by a relative path. Raises SourceError (N001) where there
    is an archive already, or a file in the place of one of the new ones.
    """
    taken = [name for name in ("source", *_names()) if (folder / name).exists()]
    if taken:
        say = "choose another folder: this one already holds an archive, or a file of this name"
        raise SourceError([Problem(f"{folder}/{taken[0]}", 1, "N001", say)])
    shutil.copytree(_STARTER, folder, dirs_exist_ok=True)
    for name in _FOLDERS:
        (folder / "source" / name).mkdir(parents=True)
    if (_GENERATOR / _EVERYDAY).exists():
        shutil.copyfile(_GENERATOR / _EVERYDAY, folder / _EVERYDAY)
    generator = Path(os.path.relpath(_GENERATOR, folder.resolve())).as_posix()
    words = {"@TITLE@": _quote(title), "@PLACE@": _quote(place), "@GENERATOR@": generator}
    for name in _FILLED:
        _fill(folder / name, words)


def _names() -> list[str]:
    """The files that a new archive begins with, outside ``source``."""
    return sorted(path.name for path in _STARTER.iterdir() if path.is_file())


def _quote(text: str) -> str:
    """Words as YAML, whatever they hold."""
    return json.dumps(text, ensure_ascii=False)


def _fill(path: Path, words: Mapping[str, str]) -> None:
    """Put ``words`` in the places of a file that are marked for them, all at once: no word is searched for marks."""
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub("|".join(words), lambda mark: words[mark[0]], text), encoding="utf-8")
