"""Write records as YAML that people can read and edit: keys in the order of the shape, nothing that says nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any

import yaml

from build_pages.model.record import ReceivedFile, Record

_WIDTH = 120
_ALWAYS = frozenset({"transcription", "date_basis"})
"""Keys written even where they hold their default, because the reader of a record should see them."""


def write_record(record: Record) -> str:
    """The YAML of one document's record, without what holds its default."""
    return "".join(_entry(key, value) for key, value in _told(record).items())


def write_received(files: Iterable[ReceivedFile]) -> str:
    """The YAML list of received files, one block each."""
    return "".join(
        "- " + "  ".join(f"{key}: {_scalar(value)}\n" for key, value in _told(file).items()) for file in files
    )


def _told(value: Any) -> dict[str, Any]:
    """Field ▸ value of a record without its defaults; ``is_`` is written ``is``."""
    return {
        spec.name.rstrip("_"): getattr(value, spec.name)
        for spec in fields(value)
        if spec.name in _ALWAYS or getattr(value, spec.name) != _default(spec)
    }


def _default(spec: Field[Any]) -> Any:
    return spec.default if spec.default is not MISSING else {} if spec.default_factory is not MISSING else MISSING


def _entry(key: str, value: Any) -> str:
    """One key of a record: a scalar or a short list on its line, longer things as a block."""
    if is_dataclass(value):
        return f"{key}: {_flow(_told(value))}\n"
    if isinstance(value, Mapping):
        return f"{key}:\n" + "".join(f"  {name}: {_scalar(item)}\n" for name, item in value.items())
    if not isinstance(value, tuple):
        return f"{key}: {_scalar(value)}\n"
    if not any(is_dataclass(item) for item in value) and len(line := f"{key}: {_flow(value)}\n") <= _WIDTH:
        return line
    return f"{key}:\n" + "".join(_item(item) for item in value)


def _item(item: Any) -> str:
    """One item of a list: on a line if it fits, else key by key."""
    if not is_dataclass(item):
        return f"  - {_scalar(item)}\n"
    told = _told(item)
    if len(line := f"  - {_flow(told)}\n") <= _WIDTH:
        return line
    return "  - " + "    ".join(f"{key}: {_scalar(value)}\n" for key, value in told.items())


def _scalar(value: Any) -> str:
    return _flow(value).removesuffix("\n...\n").rstrip("\n")


def _flow(value: Any) -> str:
    """A value as YAML on one line, list items of lists included."""
    plain = [list(item) if isinstance(item, tuple) else item for item in value] if isinstance(value, tuple) else value
    text: str = yaml.safe_dump(plain, allow_unicode=True, default_flow_style=True, sort_keys=False, width=float("inf"))
    return text.removesuffix("\n").removesuffix("\n...")
