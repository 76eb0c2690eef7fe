"""Registers over a series: headline targets no longer mentioned, and how their bounds changed from year to year."""

from build_pages.registers.headline import Headline, read_headlines
from build_pages.registers.series import BoundRow, Silence, read_bounds, read_silences

__all__ = ["BoundRow", "Headline", "Silence", "read_bounds", "read_headlines", "read_silences"]
