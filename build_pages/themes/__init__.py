"""Themes and frames of paragraphs and sentences: proposed by signals, settled by people where they are close."""

from build_pages.themes.code import code_all_sentences, code_edition, code_sentences

__all__ = ["code_all_sentences", "code_edition", "code_sentences"]
