"""Figures: every statistic of a text with its value, unit, bound, measure, period, status and subject as worded."""

from build_pages.find.figures.reading import read_figures, read_together
from build_pages.find.figures.setting import Setting, read_settings

__all__ = ["Setting", "read_figures", "read_settings", "read_together"]
