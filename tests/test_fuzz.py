"""Every input that fuzzing found worth keeping, and some that Hypothesis makes, go through their target."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS
from tests.hostile import BAD_YAML, PROSE, TEXTS
from tests.publish import ROOT

KEPT = sorted((ROOT / "tests/fuzz/corpus").glob("*/*"))


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_kept_input_passes(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
@given(data=st.binary(max_size=200))
@example(data=b"\x00\xde\x98\xd7")  # as words: a character that nobody sees, beside a lone quotation mark
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_input_passes(name: str, data: bytes) -> None:
    TARGETS[name](data)


@pytest.mark.parametrize("name", ["text_file", "html", "yaml", "prose", "escape"])
def test_hostile_texts_pass(name: str) -> None:
    for text in (*TEXTS, *BAD_YAML, *PROSE):
        short = text[:100] if name == "prose" else text  # Python-Markdown takes minutes for 900 brackets
        TARGETS[name](short.encode("utf-8", "surrogatepass"))
