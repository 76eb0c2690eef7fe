"""Documents known to exist and not held, and their anchors in the index of documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_pages.model.record import Missing
from build_pages.pages.atlas import say_when

INDEX = "documents/index.html"


@dataclass(frozen=True, slots=True)
class Gap:
    """A missing document; ``path`` is where the site says what is known of it, ``when`` its date in words."""

    id: str
    path: str
    when: str
    missing: Missing


def list_gaps(missing: Sequence[Missing]) -> tuple[Gap, ...]:
    """The missing documents in the order of their dates.

    Ids come from date and kind, and from the order of the source where two have both in common.
    """
    met: dict[str, int] = {}
    gaps = []
    for one in missing:
        id = f"missing-{one.date.rstrip('?~%')}-{one.kind}"
        met[id] = met.get(id, 0) + 1
        id += f"-{met[id]}" if met[id] > 1 else ""
        gaps.append(Gap(id, f"{INDEX}#{id}", say_when(one.date), one))
    return tuple(sorted(gaps, key=lambda gap: (gap.missing.date, gap.missing.title)))
