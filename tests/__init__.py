"""The tests, one module for each module of ``build_pages``; cases an editor can add to are in ``cases/``."""
