"""Rows as JSON Lines and as CSV, a block of rows at a time.

The CSV is what Excel opens rightly: UTF-8 with a byte order mark, CR LF, no text that reads as a formula.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from types import NoneType
from typing import Any

from orjson import OPT_APPEND_NEWLINE, dumps

LIST_SIGN = " | "
"""What stands between the members of a list in a CSV cell."""
_FORMULA = ("=", "@", "\t", "\r")
_QUOTED = ',"\r\n'
"""What no cell holds outside quotation marks (RFC 4180)."""
_TOUCHY = {*_QUOTED, *_FORMULA}
"""What stands nowhere in texts that are cells as they are."""
_find_quoted = re.compile(f"[{_QUOTED}]").search
Row = Mapping[str, Any]


def write_lines(rows: Iterable[Row]) -> bytes:
    """Each row as a line of JSON."""
    return b"".join([dumps(row, None, OPT_APPEND_NEWLINE) for row in rows])


def write_head(columns: Sequence[str]) -> bytes:
    """The mark and the header of a CSV."""
    return ("\ufeff" + ",".join(map(_quote, columns)) + "\r\n").encode()


def write_cells(columns: Sequence[str], rows: Sequence[Row]) -> bytes:
    """Each row as a line of CSV (RFC 4180) with these columns.

    A column ``start.offset`` is the part ``offset`` of the object ``start``. A list of plain values is one cell, its
    members parted by `` | ``; a list of anything else, and an object that has no columns of its own, is JSON. A text
    that begins like a formula is preceded by an apostrophe.
    """
    cells = [_cells(list(map(_reach(column.split(".")), rows))) for column in columns]
    return "\r\n".join([*map(",".join, zip(*cells, strict=True)), ""]).encode()


def _reach(path: Sequence[str]) -> Callable[[Row], Any]:
    """What finds the value at the end of a path in a row; None where an object on the way is missing."""
    if len(path) == 1:
        return itemgetter(path[0])

    def find(row: Row) -> Any:
        value: Any = row
        for key in path:
            value = None if value is None else value.get(key)
        return value

    return find


def _cells(values: Sequence[Any]) -> Iterable[str]:
    """The values of a column as cells; the whole of it is looked at first, since most are so already."""
    kinds = set(map(type, values))
    if kinds == {int}:
        return map(str, values)
    if kinds <= {str, NoneType}:
        texts = [value or "" for value in values] if NoneType in kinds else values
        whole = "".join(texts)
        return map(_cell, texts) if any(sign in whole for sign in _TOUCHY) else texts
    return map(_cell, values)


def _cell(value: Any) -> str:
    """A value as CSV has it: none is empty, true and false in small letters, whole numbers without a point."""
    if isinstance(value, str):
        return _quote(f"'{value}" if value.startswith(_FORMULA) and len(value) > 1 else value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list):
        plain = not any(isinstance(member, list | dict) for member in value)
        return _cell(LIST_SIGN.join(map(str, value))) if plain else _quote(dumps(value).decode())
    if isinstance(value, dict):
        return _quote(dumps(value).decode())
    return "" if value is None else str(value)


def _quote(text: str) -> str:
    if not _find_quoted(text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
