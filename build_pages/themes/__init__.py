"""Themes and frames of paragraphs and sentences: proposed by signals, settled by people where they are close."""

from build_pages.themes.code import code_document, code_sentences
from build_pages.themes.signals import Signals

__all__ = ["Signals", "code_document", "code_sentences"]
