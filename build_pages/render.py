"""Pages to Markdown, through the Jinja templates, which are ours: the source gives them data and no text of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache, partial
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from build_pages.addresses import relative
from build_pages.escaping import EscapingEnvironment, escape
from build_pages.model.output import File
from build_pages.model.page import Page
from build_pages.pages import words
from build_pages.pages.atlas import Spot
from build_pages.pages.cards import Card
from build_pages.store import NOTHING_KEPT, Store

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What JSON may hold as it is and YAML reads as a line end or not at all."""


class _Compiled(BytecodeCache):
    """Templates as code, compiled once in a process that renders again and again."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with the code of its template, if that was compiled from the same text."""
        if code := self._code.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember the code in a bucket."""
        self._code[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def render(
    pages: Iterable[Page], site: object, store: Store = NOTHING_KEPT, templates: Path = TEMPLATES
) -> Iterator[File]:
    """The file of each page: Markdown for pages, other text as it is.

    ``site`` is what every template may name (the archive's record); ``store`` gives the keys of the files.
    """
    environment = EscapingEnvironment(
        loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True, bytecode_cache=_COMPILED,
    )  # fmt: skip
    environment.filters |= {
        "links": write_links,
        "raw": Markup,
        "say_date": words.say_date,
        "yaml": to_yaml,
        **_once(environment),
    }
    environment.globals |= {"site": site, "words": words}
    named = store.key(site)
    for page in pages:
        key = store.key(page.key, page.path, page.title, page.template, page.head, named) if page.key else ""
        yield File(_source(page), partial(_render, environment, page), key)


def write_links(spots: Iterable[Spot]) -> Markup:
    """Links one after the other, as lists of documents have them."""
    return Markup("、".join(map(_link, spots)))


@lru_cache(maxsize=4096)  # a document is linked from thousands of rows
def _link(spot: Spot) -> str:
    return f'<a href="{escape(spot.url)}">{escape(spot.text)}</a>'


def to_yaml(value: object) -> Markup:
    """A value as JSON on one line that YAML 1.1 reads alike, rare characters too: not as halves of a pair."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return Markup(_NOT_IN_YAML.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text))


def _once(environment: Environment) -> dict[str, Callable[[Iterable[Card]], Markup]]:
    """Filters for what hundreds of pages show alike, each card written once.

    ``cards`` gives HTML, ``cards_as_script`` the same as it stands between the quotes of a script's string.
    """

    @cache
    def write(card: Card) -> Markup:
        macro: Callable[[Card], Markup] = environment.get_template("_card.j2").make_module().card  # type: ignore[attr-defined]
        return macro(card)

    @cache
    def write_as_script(card: Card) -> str:
        return htmlsafe_json_dumps(write(card))[1:-1]

    def cards(shown: Iterable[Card]) -> Markup:
        return Markup("".join(map(write, shown)))

    def cards_as_script(shown: Iterable[Card]) -> Markup:
        return Markup("".join(map(write_as_script, shown)))

    return {"cards": cards, "cards_as_script": cards_as_script}


def _render(environment: Environment, page: Page) -> str:
    template = environment.get_template(page.template)

    def link(target: str) -> str:
        return relative(target, page.path)

    return template.render(page=page, link=link, **page.fill())


def _source(page: Page) -> str:
    return page.path.removesuffix(".html") + ".md" if page.template.endswith(".md.j2") else page.path
