"""Rows as JSON Lines and as CSV, a block of rows at a time.

The CSV is what Excel opens rightly: UTF-8 with a byte order mark, CR LF, no text that reads as a formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import NoneType
from typing import Any

from orjson import OPT_APPEND_NEWLINE, dumps

LIST_SIGN = " | "
"""What stands between the members of a list in a CSV cell."""
_FORMULA = ("=", "@", "\t", "\r")
_QUOTED = ',"\r\n'
"""What no cell holds outside quotation marks (RFC 4180)."""
_TOUCHY = (*_QUOTED, *_FORMULA)
"""Texts with none of these are cells as they are; others may be too, for a formula only begins with its sign."""
_ALIKE = {str, int, float, NoneType}
"""Types of values whose equal values are equal cells, 1 and 1.0; true equals 1, too, but is another cell."""
_NESTED = {list, dict}
_find_quoted = re.compile(f"[{_QUOTED}]").search
Row = Mapping[str, Any]


def copy(text: str) -> str:
    """A long text for a row, where others hold it too: orjson leaves its UTF-8 in a text for as long as that lives."""
    return text.encode(errors="surrogatepass").decode(errors="surrogatepass")


def write_lines(rows: Iterable[Row]) -> bytes:
    """Each row as a line of JSON; raises TypeError where a text holds half a surrogate pair."""
    return b"".join([dumps(row, None, OPT_APPEND_NEWLINE) for row in rows])


def write_head(columns: Sequence[str]) -> bytes:
    """The mark and the header of a CSV."""
    return ("\ufeff" + ",".join(map(_quote, columns)) + "\r\n").encode()


def write_cells(columns: Sequence[str], rows: Sequence[Row]) -> bytes:
    """Each row as a line of CSV (RFC 4180) with these columns; all rows have the same fields in the same order.

    A column ``start.offset`` is the part ``offset`` of the object ``start``. A list of plain values is one cell, its
    members parted by `` | ``; a list of anything else, and an object that has no columns of its own, is JSON. A text
    that begins like a formula is preceded by an apostrophe.
    """
    if not rows:
        return b""
    fields = zip(*[row.values() for row in rows], strict=True)
    values = dict(zip(rows[0], fields, strict=True))
    cells = [_cells(_reach(values, *column.split("."))) for column in columns]
    lines = map(",".join, zip(*cells, strict=True))
    return "\r\n".join([*lines, ""]).encode()


def _reach(values: Mapping[str, Sequence[Any]], name: str, *parts: str) -> Sequence[Any]:
    """The values of a field, or of a part of it; None where an object on the way is missing."""
    reached = values[name]
    for part in parts:
        reached = [None if value is None else value.get(part) for value in reached]
    return reached


def _cells(values: Sequence[Any]) -> Iterable[str]:
    """The values of a column as cells; the whole of it is looked at first, since most are so already."""
    if _are_cells(values):
        return values
    kinds = set(map(type, values))
    if kinds == {int}:
        return map(str, values)
    if kinds <= _ALIKE:
        cells = {value: _cell(value) for value in set(values)}
        return [cells[value] for value in values]
    return map(_cell, values)


def _are_cells(values: Sequence[Any]) -> bool:
    """Whether all are texts without any ``_TOUCHY`` sign, looked at as one."""
    try:
        whole = "".join(values)
    except TypeError:
        return False
    return not any(sign in whole for sign in _TOUCHY)


def _cell(value: Any) -> str:
    """A value as CSV has it: none is empty, true and false in small letters, whole numbers without a point."""
    if isinstance(value, str):
        return _quote(f"'{value}" if value.startswith(_FORMULA) and len(value) > 1 else value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list):
        plain = _NESTED.isdisjoint(map(type, value))
        return _cell(LIST_SIGN.join(map(str, value))) if plain else _quote(dumps(value).decode())
    if isinstance(value, dict):
        return _quote(dumps(value).decode())
    return "" if value is None else str(value)


def _quote(text: str) -> str:
    if not _find_quoted(text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
