"""Our archive built and edited, by the commands that anyone has."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.bench.archive import Scale, clear, make_archive
from tests.bench.measure import Cost, run
from tests.bench.settings import Setting, say

MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
_FOLLOW = Path(__file__).with_name("follow.py")
Change = tuple[Path, str, str]
"""A file, what stands in it, what to write instead."""
_LESS = "less.yml"


def lay(setting: Setting, scale: Scale) -> Path:
    """The root of an archive of this scale, nothing built in it."""
    say(f"an archive of {scale.documents} documents, {scale.terms} terms")
    return make_archive(setting.words, scale, setting.work)


def build_site(root: Path, without: Sequence[str] = ()) -> Cost:
    """The cold build of the site in ``root/site``; ``without`` names what is left out, each by a hook of that name."""
    clear(root)
    hooks = [f"without_{part}.py" for part in without]
    for hook in hooks:
        shutil.copy(Path(__file__).with_name(hook), root)
    (root / _LESS).write_text(f"INHERIT: mkdocs.yml\nhooks: [{', '.join([*hooks, 'build_pages/mkdocs_hook.py'])}]\n")
    return run((*MKDOCS, "--config-file", _LESS) if hooks else MKDOCS, root)


def build_pages(root: Path, jobs: int = 1) -> Cost:
    """The archive's Markdown, data and index in ``root/build/docs``; cold after ``clear``."""
    return run((sys.executable, "-m", "build_pages", "build", "--out", "build/docs", "--jobs", str(jobs)), root)


def follow(root: Path, edits: Sequence[Change], mark: str) -> Cost:
    """Edits that bring ``mark`` into pages, one after the other: the median of the seconds until they are made anew."""
    with tempfile.TemporaryDirectory() as aside:
        result = Path(aside) / "edits.json"
        told = [(str(path), old, new, mark) for path, old, new in edits]
        result.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        run((sys.executable, _FOLLOW, result), root)
        done = json.loads(result.read_text(encoding="utf-8"))
    return Cost(median(done["seconds"]), median(done["seconds"]), done["peak"])


@contextmanager
def changed(path: Path, old: str, new: str) -> Iterator[None]:
    """A file with the first ``old`` in it replaced; it is put back in the end."""
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise ValueError(f"{path} does not hold {old!r}")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    try:
        yield
    finally:
        path.write_text(text, encoding="utf-8")


def emend(root: Path, document: str, mark: str) -> Change:
    """What to change in a record so that the first paragraph reads ``mark`` for its first two characters."""
    record = root / f"source/documents/{document}.yml"
    lines = (root / f"source/received/{document}.txt").read_text(encoding="utf-8").split("\n")
    number, line = next((n, line) for n, line in enumerate(lines, 1) if len(line) > 60)
    repair = {
        "line": number, "found": line[:2], "replacement": mark, "rule": "invented", "method": "理校",
        "confidence": "likely", "decided": "ed",
    }  # fmt: skip
    return record, "structure:", f"repairs: [{json.dumps(repair, ensure_ascii=False)}]\nstructure:"
