"""The nouns of the archive: frozen values that flow between the stages, with no behaviour beyond the obvious."""
