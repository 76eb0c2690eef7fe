"""YAML with the line of every value, so that each complaint can name the place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import yaml

from build_pages.model.problem import Problem, SourceError
from build_pages.source.plain import check_nodes, refuse_bombs


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The safe loader, but dates stay text: a record writes 2026-02 and 2026-02-06 alike."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True, slots=True)
class YamlText:
    """The data of a YAML text, and where in the text each piece of it stands."""

    path: str
    data: Any
    written: str
    """The text itself: the nodes it was parsed to take far more room, and are asked for the line of a mistake alone."""

    def line(self, steps: Sequence[str | int] = ()) -> int:
        """The line (from 1) of the value that ``steps`` (keys, positions) lead to, or of the last step that exists."""
        node, line = _read_nodes(self.written), 1
        for step in steps:
            found = _step(node, step)
            if found is None:
                break
            line, node = found
        return line


@cache  # a server reads thousands of texts again after one has changed
def read_yaml(text: str, path: str) -> YamlText:
    """Parse one YAML document of plain data; nobody changes what it gives.

    Raises SourceError: Y001 malformed, Y002 a key that stands twice, Y008 more than plain data, Y009 characters that
    cannot be seen.
    """
    try:
        refuse_bombs(yaml.parse(text, Loader=_Loader), path)
        loader = _Loader(text)
        root = loader.get_single_node()
        if problems := tuple(check_nodes(root, path)):
            raise SourceError(problems)
        return YamlText(path, loader.construct_document(root) if root else None, text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        why = getattr(error, "problem", None) or "characters that YAML does not allow"
        line = mark.line + 1 if mark else 1
        raise SourceError([Problem(path, line, "Y001", f"mend the YAML here: {why}")]) from None
    except (ValueError, RecursionError) as error:
        raise SourceError([Problem(path, 1, "Y001", f"mend the YAML: {error}")]) from None


@lru_cache(maxsize=8)  # the mistakes of a text are found one after the other
def _read_nodes(text: str) -> yaml.Node | None:
    node: yaml.Node | None = _Loader(text).get_single_node()
    return node


def _step(node: yaml.Node | None, step: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark.line + 1, node.value[step]
    return None
