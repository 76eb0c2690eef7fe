"""MkDocs' side: the archive is built before MkDocs reads its pages; what Markdown need not read goes around it."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[0:0] = [str(ROOT)]  # MkDocs puts this folder there, not the one that holds the package

from build_pages.following import Following  # noqa: E402
from build_pages.linking import link_files  # noqa: E402
from build_pages.model.problem import SourceError  # noqa: E402
from build_pages.passing import Passing  # noqa: E402

log = logging.getLogger("mkdocs.hooks.build_pages")
passing = Passing()
following = Following(passing)
on_page_read_source, on_page_markdown = passing.read, passing.set_aside
on_page_context, on_post_page, on_post_build = passing.put_back, passing.keep, passing.sweep
on_startup, on_files, on_nav, on_env = following.start, link_files, following.take_nav, passing.take_site
on_serve = following.serve


def on_pre_build(config: Any) -> None:
    """Write what changed; with mistakes in the source, list them and keep the last good pages (``build`` fails)."""
    try:
        done = following.build(config)
        log.info("%d of %d files written, %d removed", done.written, done.files, done.removed)
    except SourceError as error:
        for problem in error.problems:
            log.error("%s", problem)
        if following.command != "serve":
            raise SystemExit(1) from None
    passing.begin(config, following.command)
