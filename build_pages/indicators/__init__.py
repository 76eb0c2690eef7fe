"""Indicators: which figures state the same measure, and what a reader may make of their values side by side."""
