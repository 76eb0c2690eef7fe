"""MkDocs' side: the archive is built before MkDocs reads its pages; what Markdown need not read goes around it."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[0:0] = [str(ROOT)]  # MkDocs puts this folder there, not the one that holds the package

from build_pages.build import build  # noqa: E402
from build_pages.model.problem import SourceError  # noqa: E402
from build_pages.passing import Passing  # noqa: E402
from build_pages.store import KEPT  # noqa: E402

log = logging.getLogger("mkdocs.hooks.build_pages")
passing = Passing()
on_startup, on_page_read_source, on_page_markdown = passing.start, passing.read, passing.set_aside
on_page_content, on_post_page, on_post_build = passing.put_back, passing.keep, passing.sweep


def on_pre_build(config: Any) -> None:
    """Write what changed; with mistakes in the source, list them and keep the last good pages (``build`` fails)."""
    root = Path(config.config_file_path).parent  # of the archive, which may lie elsewhere than its generator
    try:
        done = build(root, Path(config.docs_dir), address=config.site_url or "", kept=root / KEPT)
        log.info("%d of %d files written, %d removed", done.written, done.files, done.removed)
    except SourceError as error:
        for problem in error.problems:
            log.error("%s", problem)
        if passing.command != "serve":
            raise SystemExit(1) from None
    passing.begin(config)


def on_serve(server: Any, config: Any, builder: Any) -> None:
    """The generated pages are no source: writing them must not start another build."""
    server.unwatch(config.docs_dir)
