"""Two passages of the archive aligned sentence by sentence, in rows by subject, each with its grounds."""

from build_pages.comparisons.align import align
from build_pages.comparisons.sentences import read_side

__all__ = ["align", "read_side"]
