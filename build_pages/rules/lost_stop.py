"""Enumeration commas lost between the members of a quoted name, where the texts have the name with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_pages.model.record import Method, Repair
from build_pages.rules.characters import HAN
from build_pages.rules.evidence import Evidence, occurrence

_MEMBERS = re.compile(rf"“([{HAN}0-9A-Za-z]{{2,12}}(?: [{HAN}0-9A-Za-z]{{2,12}})+)”")


def flag_lost_stop(evidence: Evidence) -> Iterator[Repair]:
    """A repair, likely but undecided, for each quoted name in parts that is attested with 、 between them."""
    for number, line in enumerate(evidence.text, 1):
        for quoted in _MEMBERS.finditer(line):
            found = quoted.group(1)
            if witness := evidence.attested(found.replace(" ", "、")):
                method: Method = "本校" if witness.startswith("第") else "他校"
                yield Repair(
                    line=number, found=found, replacement=found.replace(" ", "、"),
                    occurrence=occurrence(line, quoted.start(1), found), rule="lost-stop", method=method,
                    confidence="likely", witness=witness,
                )  # fmt: skip
