"""A process that follows its source, as the server's does: ``python follow.py RESULT`` in the root of an archive.

It builds the archive, makes each edit that RESULT lists (file, what stands in it, what to write instead, what new
Markdown then holds), and writes there the seconds from each edit to the new Markdown of all documents and entries that
rest on it, with its peak memory in bytes.
"""

import gc
import json
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path.cwd()))  # the generator that lies beside the archive

from build_pages.build import build, make_leaves
from build_pages.find.segment import load_dictionary
from build_pages.store import KEPT, Store

ROOT = Path.cwd()


def main(result: Path) -> None:
    """Build, edit, measure."""
    edits = json.loads(result.read_text(encoding="utf-8"))
    hand: dict[str, object] = {}
    done = build(ROOT, ROOT / "build/docs", store=Store(ROOT / KEPT, hand))
    keys = {path: mark.key for path, mark in done.marks.items()}
    load_dictionary()  # as the server does
    gc.collect()
    gc.freeze()
    seconds = [_edit(Path(path), old, new, mark, keys, hand) for path, old, new, mark in edits]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    result.write_text(json.dumps({"seconds": seconds, "peak": peak}), encoding="utf-8")


def _edit(path: Path, old: str, new: str, mark: str, keys: dict[str, str], hand: dict[str, object]) -> float:
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    try:
        started = time.perf_counter()
        leaves = make_leaves(ROOT, Store(ROOT / KEPT, hand))
        made = [str(file.make()) for file in leaves if keys.get(file.path) != file.key]
        seconds = time.perf_counter() - started
    finally:
        path.write_text(text, encoding="utf-8")
    if not any(mark in one for one in made):
        raise SystemExit(f"no page that was made anew holds {mark}")
    return seconds


if __name__ == "__main__":
    main(Path(sys.argv[1]))
