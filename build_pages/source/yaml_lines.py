"""YAML with the line of every value, so that each complaint can name the place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from build_pages.model.problem import Problem, SourceError


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
    root: yaml.Node | None

    def line(self, steps: Sequence[str | int] = ()) -> int:
        """The line (from 1) of the value that ``steps`` (keys, positions) lead to, or of the last step that exists."""
        node, line = self.root, 1
        for step in steps:
            found = _step(node, step)
            if found is None:
                break
            line, node = found
        return line


def read_yaml(text: str, path: str) -> YamlText:
    """Parse one YAML document; raises SourceError (Y001) where it is malformed, (Y002) where a key stands twice."""
    try:
        loader = _Loader(text)
        root = loader.get_single_node()
        twice = [
            Problem(path, line, "Y002", f"the key {key!r} stands twice; keep one") for key, line in _repeated(root)
        ]
        if twice:
            raise SourceError(twice)
        return YamlText(path, loader.construct_document(root) if root else None, root)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        why = getattr(error, "problem", None) or "characters that YAML does not allow"
        line = mark.line + 1 if mark else 1
        raise SourceError([Problem(path, line, "Y001", f"mend the YAML here: {why}")]) from None
    except (ValueError, RecursionError) as error:
        raise SourceError([Problem(path, 1, "Y001", f"mend the YAML: {error}")]) from None


def _step(node: yaml.Node | None, step: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark.line + 1, node.value[step]
    return None


def _repeated(root: yaml.Node | None) -> Iterator[tuple[str, int]]:
    waiting, met = [root], set()
    while waiting:
        node = waiting.pop()
        if node is None or id(node) in met:  # an alias leads to a node met before
            continue
        met.add(id(node))
        if isinstance(node, yaml.MappingNode):
            seen = set()
            for key, value in node.value:
                if key.value.__hash__ and key.value in seen:
                    yield str(key.value), key.start_mark.line + 1
                if isinstance(key.value, str):
                    seen.add(key.value)
                waiting.append(value)
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
