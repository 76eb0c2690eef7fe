"""One raw Aho–Corasick pass: run by the environment that holds the matchers, ``python raw_matching.py STAGES OUT``.

Leftmost-longest, text by text, all matches with their character offsets: the least that finding terms can cost.
"""

import gc
import json
import sys
from importlib import import_module
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

RUNS = 5


def make_matchers(forms: list[str]) -> dict[str, Any]:
    """Name ▸ a function from a text to its matches."""
    ahocorasick_rs, daachorse = import_module("ahocorasick_rs"), import_module("daachorse")
    rust = ahocorasick_rs.AhoCorasick(forms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=False)
    double = daachorse.CharwiseDoubleArrayAhoCorasick(forms, 1)  # 1: leftmost-longest
    return {"ahocorasick_rs": rust.find_matches_as_indexes, "daachorse": double.find}


def main(stages: Path, out: Path) -> None:
    """Time every matcher over the texts and forms that ``stages`` holds."""
    gc.disable()  # as where ours is timed
    data = json.loads(stages.read_text(encoding="utf-8"))
    rows = {}
    for name, find in make_matchers(data["forms"]).items():
        seconds = []
        for _ in range(RUNS):
            start = process_time()
            found = [find(text) for text in data["places"]]
            seconds.append(process_time() - start)
        rows[name] = {"seconds": median(seconds), "matches": sum(map(len, found))}
    out.write_text(json.dumps(rows))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
