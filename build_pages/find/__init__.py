"""Candidates for mentions: what in a text may be an entry of the glossary, and what may be a statistic."""
