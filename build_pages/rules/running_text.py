"""The lines of a reading that the rules look at: the running text of one document, everything else left empty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from build_pages.model.record import Settled


def keep_text(
    lines: Sequence[str], stretches: Iterable[tuple[int, int]], structure: Iterable[Settled]
) -> tuple[str, ...]:
    """The ``lines`` in the ``stretches`` of a document; what ``structure`` settles as no text, and the rest, is empty.

    Line numbers stay what they are, so that a proposal names the received line.
    """
    own = {n for first, last in stretches for n in range(first, last + 1)}
    own -= {item.line for item in structure if not item.quote and item.is_ not in ("heading", "text")}
    return tuple(line if n in own else "" for n, line in enumerate(lines, 1))
