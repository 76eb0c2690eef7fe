"""What ``mkdocs serve`` does after an edit: the pages of what was edited come first, the rest when it is quiet.

MkDocs renders every page at each edit. Here only those are rendered that rest on what was edited: at once the pages of
documents and entries, and, when no further edit comes, whatever else has changed, which a further edit stops. Where a
page is new or gone, or where most of them change, MkDocs builds the site.
"""

from __future__ import annotations

import gc
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from threading import Timer
from typing import Any

from build_pages.build import Superseded, build, make_leaves
from build_pages.find.segment import load_dictionary
from build_pages.model.problem import SourceError
from build_pages.passing import Passing
from build_pages.store import KEPT, Store
from build_pages.write import Written

QUIET = 2.0
"""Seconds without an edit after which all that rests on the last ones is built."""
FEW = 100
"""Pages up to which all that rest on an edit are shown at once: of more (a number on a card that hundreds have) first
those of the edited files themselves.
"""
MANY = 2000
"""Pages from which on MkDocs builds them all."""
_AGAIN = ".cache/again"
"""A file that is watched: touching it asks for a build."""
log = logging.getLogger("mkdocs.hooks.build_pages")


class Following:
    """A server that follows its source: what it holds in memory, and the keys of the pages it shows."""

    def __init__(self, passing: Passing) -> None:
        self.command = "build"
        self._passing = passing
        self._at_hand: dict[str, object] = {}
        self._shown: dict[str, str] = {}
        self._nav: Any = None
        self._settings = 0
        self._looked = 0.0
        self._timer: Timer | None = None

    def start(self, command: str, **_: Any) -> None:
        """What MkDocs was asked to do: build or serve."""
        self.command = command

    def build(self, config: Any, superseded: Callable[[], bool] = lambda: False) -> Written:
        """Write the archive; raises SourceError, and Superseded."""
        root = Path(config.config_file_path).parent  # of the archive, which may lie elsewhere than its generator
        self._looked = time.time()
        store = Store(root / KEPT, self._at_hand if self.command == "serve" else None)
        done = build(root, Path(config.docs_dir), address=config.site_url or "", store=store, superseded=superseded)
        self._shown = {path: mark.key for path, mark in done.marks.items()}
        if self.command == "serve":
            gc.collect()
            gc.freeze()  # what is held stays: no later collection need go through it
        return done

    def take_nav(self, nav: Any, config: Any, **_: Any) -> None:
        """Remember the navigation that pages are rendered with, and when the settings were what they are."""
        self._nav, self._settings = nav, _read_time(config)

    def serve(self, server: Any, config: Any, builder: Callable[[], None]) -> None:
        """Follow edits in MkDocs' place. The generated pages are no source: writing them must not start a build."""
        load_dictionary()  # no edit is to wait for it
        server.unwatch(config.docs_dir)
        again = Path(config.config_file_path).parent / _AGAIN
        again.parent.mkdir(exist_ok=True)
        again.touch()
        server.watch(str(again))
        server.builder = lambda: self._follow(again, builder, lambda: getattr(server, "_want_rebuild", False))

    def _follow(self, again: Path, build_site: Callable[[], None], superseded: Callable[[], bool]) -> None:
        if self._timer:
            self._timer.cancel()
        try:
            if self._settings != _read_time(self._passing.site.config):
                build_site()
            elif self._show_edited():
                self._timer = Timer(QUIET, again.touch)
                self._timer.daemon = True
                self._timer.start()
            elif not self._show_rest(superseded):
                build_site()
        except Superseded:
            log.info("stopped for a further edit")
        except SourceError as error:
            for problem in error.problems:
                log.error("%s", problem)

    def _show_edited(self) -> bool:
        """Render pages of documents and entries that rest on an edit; whether there were any to show at once."""
        config = self._passing.site.config
        root, address = Path(config.config_file_path).parent, config.site_url or ""
        saved = set(_list_saved(root / "source", since=self._looked))
        self._looked = time.time()
        leaves = list(make_leaves(root, Store(root / KEPT, self._at_hand), address))
        edited = [file for file in leaves if self._shown.get(file.path) != file.key]
        if any(file.path not in self._shown for file in edited):
            return False
        if len(edited) > FEW:
            edited = [file for file in edited if Path(file.path).stem.removesuffix(".cards") in saved]
        for file in edited:
            self._show(file.path, str(file.make()))
        self._shown |= {file.path: file.key for file in edited}
        return bool(edited)

    def _show_rest(self, superseded: Callable[[], bool]) -> bool:
        """Write the archive and render what changed in it; whether that could be done page by page."""
        config = self._passing.site.config
        done = self.build(config, superseded)
        if done.removed or done.written > len(done.changed) or len(done.changed) > MANY:
            return False
        for path in done.changed:
            self._show(path, Path(config.docs_dir, path).read_bytes())
        return True

    def _show(self, path: str, content: str | bytes) -> None:
        """Put a file of the output into the site that is served, a page as MkDocs would write it."""
        site, config = self._passing.site, self._passing.site.config
        file = _module(config, "structure.files").File.generated(config, path, content=content)
        if not file.is_documentation_page():
            Path(file.abs_dest_path).unlink(missing_ok=True)  # it may be a second name of the file it was
            file.copy_file()
            return
        page, building = _module(config, "structure.pages").Page(None, file, config), _module(config, "commands.build")
        building._populate_page(page, config, site.files)
        building._build_page(page, config, site.pages, self._nav, site.templates)


def _list_saved(source: Path, since: float) -> Iterator[str]:
    """The ids of records and entries that were saved since a time, or up to a second before."""
    for path in source.rglob("*.yml"):
        with suppress(FileNotFoundError):
            if path.stat().st_mtime > since - 1:
                yield path.stem


def _read_time(config: Any) -> int:
    """When the settings were last changed."""
    return Path(config.config_file_path).stat().st_mtime_ns


def _module(config: Any, name: str) -> Any:
    """A module of the MkDocs that runs, which goes by the name of ProperDocs too."""
    return import_module(f"{type(config).__module__.partition('.')[0]}.{name}")
