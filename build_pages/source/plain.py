"""What the source may hold: plain data and plain text. All that could run, grow or hide is refused, with its line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from build_pages.model.problem import Problem, SourceError

DEEPEST = 40
"""Lists and mappings inside one another; the deepest shape of an archive has six."""
MOST_DIGITS = 18
_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("map", "seq", "str", "int", "float", "bool", "null"))
_NO_NUMBER = re.compile(r"[-+]?\.(?:inf|nan)", re.IGNORECASE)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""General categories (UAX 44) of control, format and separator characters: direction marks, zero-width blanks."""
_MARKUP = re.compile(r"<(?!https?://)[A-Za-z/!?]|&(?!(?:lt|gt|amp);)[A-Za-z#]+|\{")
_SCRIPT = re.compile(r"\s*".join("javascript:") + "|" + r"\s*".join("vbscript:"), re.IGNORECASE)
"""Browsers read over blanks and line ends in an address."""
_ADDRESSES = ("url", "repository")
"""Keys whose values become links."""
_NAMES = ("id", "file", "reading")
_ADDRESS = re.compile(r"(?:https?://[^\s\"'<>\\]+)?")
_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?")


def refuse_bombs(events: Iterable[Any], path: str) -> None:
    """Look at the events of a YAML text before anything is made of it.

    Raises SourceError (Y008) for aliases, which a few lines can make grow to billions, and for what is nested so
    deeply that the parser's own stack would not hold.
    """
    depth = 0
    for event in events:
        if isinstance(event, yaml.AliasEvent):
            say = "write out what this alias stands for; aliases are not read here"
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            say = f"write this flatter: at most {DEEPEST} lists and mappings inside one another are read"
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if isinstance(event, yaml.AliasEvent) or depth > DEEPEST:
            raise SourceError([Problem(path, event.start_mark.line + 1, "Y008", say)])


def check_nodes(root: yaml.Node | None, path: str) -> Iterator[Problem]:
    """Keys that stand twice (Y002), what is no plain data (Y008), unseen characters (Y009), addresses that run (Y011).

    Quotes of received text are given as received: there, what cannot be seen is allowed.
    """
    waiting = [(root, False)] if root else []
    while waiting:
        node, verbatim = waiting.pop()
        line = node.start_mark.line + 1
        if node.tag not in _TAGS:
            say = "write plain text (in quotes), a number, a list or a mapping here; nothing else is read"
            yield Problem(path, line, "Y008", say)
        elif isinstance(node, yaml.MappingNode):
            yield from _repeated(node, path)
            for key, value in node.value:
                waiting += [(key, False), (value, _is_quote(key))]
                yield from _check_name(key, value, path)
        elif isinstance(node, yaml.SequenceNode):
            waiting += [(member, False) for member in node.value]
        else:
            yield from _check_scalar(node, path, line, verbatim)


def names_page(id: str) -> bool:
    """Whether a page can be named after an id: plain ASCII, 100 characters at most, and no page of an index."""
    return _ID.fullmatch(id) is not None and id != "index"


def find_unseen(text: str) -> str:
    """The first character of a text that cannot be seen, by its number and name; "" where there is none."""
    char = next(filter(_is_unseen, text), "")
    return f"U+{ord(char):04X} {unicodedata.name(char, 'a control character')}" if char else ""


def drop_unseen(text: str) -> str:
    """A text without the characters that cannot be seen."""
    return "".join(char for char in text if not _is_unseen(char))


def _is_unseen(char: str) -> bool:
    return not char.isprintable() and char not in "\n\t" and unicodedata.category(char) in _UNSEEN


def check_prose(text: str, path: str) -> Iterator[Problem]:
    """What a page holds beyond Markdown (Y010: HTML, attributes, scripts), and characters that are not seen (Y009)."""
    for found in (*_MARKUP.finditer(text), *_SCRIPT.finditer(text)):
        line = text.count("\n", 0, found.start()) + 1
        say = f"write Markdown alone: {found.group()!r} begins markup or a script; as text, < is &lt; and & is &amp;"
        yield Problem(path, line, "Y010", say)
    for number, line_text in enumerate(text.split("\n"), 1):
        if unseen := find_unseen(line_text):
            yield Problem(path, number, "Y009", f"delete {unseen}: readers cannot see it")


def _is_quote(key: yaml.Node) -> bool:
    return isinstance(key, yaml.ScalarNode) and (key.value == "found" or key.value.endswith("quote"))


def _repeated(node: yaml.MappingNode, path: str) -> Iterator[Problem]:
    seen = set[str]()
    for key, _ in node.value:
        if isinstance(key, yaml.ScalarNode):
            if key.value in seen:
                say = f"the key {key.value!r} stands twice; keep one"
                yield Problem(path, key.start_mark.line + 1, "Y002", say)
            seen.add(key.value)


def _check_name(key: yaml.Node, value: yaml.Node, path: str) -> Iterator[Problem]:
    """A value that becomes a link must be an address that does not run, one that names a file a single line."""
    line = value.start_mark.line + 1
    if not isinstance(value, yaml.ScalarNode):
        return
    if key.value in _ADDRESSES and not _ADDRESS.fullmatch(value.value):
        yield Problem(path, line, "Y011", "write a whole address: https://…")
    if key.value in _NAMES and set(value.value) & {"\n", "\t"}:
        yield Problem(path, line, "Y009", "write this name on one line, without tabs")


def _check_scalar(node: yaml.Node, path: str, line: int, verbatim: bool) -> Iterator[Problem]:
    kind = node.tag.rpartition(":")[2]
    if kind in ("int", "float") and (len(node.value) > MOST_DIGITS or _NO_NUMBER.fullmatch(node.value)):
        yield Problem(
            path, line, "Y008", f"write a number of at most {MOST_DIGITS} digits, or put it in quotes as text"
        )
    if not verbatim and (unseen := find_unseen(node.value)):
        yield Problem(path, line, "Y009", f"delete {unseen}: readers cannot see it")
