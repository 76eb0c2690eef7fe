"""Small invented things for tests: records, entries, libraries and the pages of a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import markdown  # type: ignore[import-untyped]
from bs4 import BeautifulSoup
from mkdocs.utils.meta import get_data
from mkdocs.utils.yaml import yaml_load
from pydantic import TypeAdapter

from build_pages.build import make_files
from build_pages.compose import compose
from build_pages.data import plan_data
from build_pages.model.edition import Edition
from build_pages.model.entry import Entry
from build_pages.model.library import Library, Reading
from build_pages.model.output import Content, File, Size, as_files
from build_pages.model.page import Page
from build_pages.model.record import Archive, ReceivedFile, Record, Ruling
from build_pages.render import render
from build_pages.search import plan_search
from build_pages.store import NOTHING_KEPT, Store
from build_pages.write import Written, write
from tests.publish import ROOT

RECORD = {
    "id": "doc", "title": "题", "kind": "report", "completeness": "full", "date": "2031", "date_basis": "stated",
}  # fmt: skip


def make_record(lines: int, fields: Mapping[str, Any] | None = None) -> Record:
    """A record of a document of so many lines, with further ``fields`` as YAML gives them."""
    data = RECORD | {"received": {"file": "a.txt", "lines": [1, lines]}} | dict(fields or {})
    return TypeAdapter(Record).validate_python(data)


def make_entry(name: str, **fields: Any) -> Entry:
    """A glossary entry found by its name, with further fields as YAML gives them."""
    data = {"id": name, "kind": "term", "name": name, "forms": [{"form": name}], "category": "slogan"} | fields
    return TypeAdapter(Entry).validate_python(data)


def make_edition(
    lines: Sequence[str], entries: Iterable[Entry] = (), rulings: Iterable[Ruling] = (), **fields: Any
) -> Edition:
    """The edition of an archive that holds one document of these lines."""
    record = make_record(len(lines), fields)
    file = ReceivedFile(file="a.txt", sha256="0" * 64, origin="invented", rights="none")
    return compose(
        Library(
            archive=Archive(title="库", lead="虚构"),
            readings={"a.txt": Reading(file, "\n".join(lines), "UTF-8", 1)},
            records=(record,),
            entries=tuple(entries),
            rulings={record.id: tuple(rulings)},
        )
    )


@cache
def _extensions() -> tuple[list[str], dict[str, Any]]:
    """The extensions MkDocs loads for mkdocs.yml: its own three, then those that are named there."""
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        named = yaml_load(file)["markdown_extensions"]
    configs = {name: config for item in named if isinstance(item, dict) for name, config in item.items()}
    names = [item if isinstance(item, str) else next(iter(item)) for item in named]
    return list(dict.fromkeys(["toc", "tables", "fenced_code", *names])), configs


def read_page(source: str | bytes) -> BeautifulSoup:
    """The HTML that MkDocs makes of a generated page, parsed."""
    text, _ = get_data(source if isinstance(source, str) else source.decode())
    return BeautifulSoup(to_html(text), "html.parser", preserve_whitespace_tags={"p", "pre"})


def to_html(text: str) -> str:
    """Markdown as Python-Markdown reads it with the extensions of this site."""
    names, configs = _extensions()
    return str(markdown.markdown(text, extensions=names, extension_configs=configs))


def read_files(files: Iterable[File], sizes: dict[str, Size] | None = None) -> dict[str, str | bytes]:
    """Path ▸ content, all of it made; ``sizes`` is given theirs, as by ``write``."""
    made = dict[str, str | bytes]()
    for file in files:
        content = file.make()
        data = content if isinstance(content, str | bytes) else b"".join(part.make() for part in content)
        made[file.path] = data
        if sizes is not None:
            as_bytes = data.encode() if isinstance(data, str) else data
            sizes[file.path] = Size(as_bytes.count(b"\n"), len(as_bytes))
    return made


def read_output(edition: Edition, root: Path) -> dict[str, str | bytes]:
    """Path ▸ content of every file of the output."""
    sizes = dict[str, Size]()
    return read_files(make_files(edition, root, sizes), sizes)


def render_texts(pages: Iterable[Page], site: object) -> dict[str, str]:
    """Path ▸ text of the files that pages become."""
    return {path: str(content) for path, content in read_files(render(pages, site)).items()}


def write_contents(out: Path, contents: Mapping[str, Content]) -> Written:
    """Write contents, by path, as the output of a build that knows no keys."""
    return write(out, as_files(contents.items()))


def read_data(edition: Edition) -> dict[str, str]:
    """Path ▸ text of every data file."""
    files = read_files(plan_data(edition))
    return {path: content.decode() if isinstance(content, bytes) else content for path, content in files.items()}


def read_index(
    edition: Edition, everyday: Mapping[str, Sequence[str]] | None = None, store: Store = NOTHING_KEPT
) -> dict[str, bytes]:
    """Path ▸ bytes of every file of the search index."""
    files = read_files(plan_search(edition, everyday or {}, store))
    return {path: content.encode() if isinstance(content, str) else content for path, content in files.items()}
