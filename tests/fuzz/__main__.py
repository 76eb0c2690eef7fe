"""``python -m tests.fuzz TARGET SECONDS``: feed a target what atheris makes of its corpus; findings stay as files."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

from tests.publish import ROOT


def main() -> None:
    """Run one target for so many seconds; new inputs go to ``build/fuzz/TARGET``, which is not kept."""
    atheris: Any = import_module("atheris")  # not among the locked dependencies
    name, seconds = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "300"
    with atheris.instrument_imports(include=["build_pages", "yaml", "zipfile"]):
        from tests.fuzz.targets import TARGETS
    found = ROOT / "build/fuzz" / name
    found.mkdir(parents=True, exist_ok=True)
    options = [
        f"-max_total_time={seconds}",
        "-timeout=20",
        "-max_len=4096",
        "-rss_limit_mb=3000",
        f"-artifact_prefix={found}-",
    ]
    kept = [str(folder) for folder in (found, ROOT / "tests/fuzz/corpus" / name) if folder.exists()]
    atheris.Setup([sys.argv[0], *options, *kept], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
