"""Rows as JSON Lines and as CSV, one line at a time, so that a table of any length needs no more than its output.

The CSV is what Excel opens rightly: UTF-8 with a byte order mark, CR LF, no text that reads as a formula.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, Protocol

LIST_SIGN = " | "
"""What stands between the members of a list in a CSV cell."""
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_FORMULA = ("=", "@", "\t", "\r")
Row = Mapping[str, Any]


class Output(Protocol):
    """What lines are written to: a file opened for text, or a text in memory."""

    def write(self, text: str, /) -> object:
        """Take a piece of text."""


def write_table(
    rows: Iterable[Row], columns: Sequence[str], lines: Output, table: Output | None = None, *, headed: bool = True
) -> int:
    """Write each row as a line of JSON and, where a ``table`` is asked for, as a line of CSV with these columns, under
    a header if it is to be ``headed``; gives how many rows there were.
    """
    put = begin_csv(columns, table, headed=headed) if table else None
    count = 0
    for row in rows:
        count += 1
        lines.write(_to_json(row) + "\n")
        if put:
            put(row)
    return count


def write_csv(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """The rows as a CSV text."""
    out = io.StringIO()
    put = begin_csv(columns, out)
    for row in rows:
        put(row)
    return out.getvalue()


def begin_csv(columns: Sequence[str], out: Output, *, headed: bool = True) -> Callable[[Row], object]:
    """Write the mark and the header of a CSV (RFC 4180), if it is to be ``headed``; gives what writes a row.

    A column ``start.offset`` is the part ``offset`` of the object ``start``. A list of plain values is one cell, its
    members parted by `` | ``; a list of anything else, and an object that has no columns of its own, is JSON. A text
    that begins like a formula is preceded by an apostrophe.
    """
    writer = csv.writer(out, lineterminator="\r\n")
    if headed:
        out.write("\ufeff")
        writer.writerow(columns)
    reach = [_reach(column.split(".")) for column in columns]
    return lambda row: writer.writerow([_cell(find(row)) for find in reach])


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


def _cell(value: Any) -> Any:
    """A value as CSV has it: none is empty, true and false in small letters, whole numbers without a point."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) and len(value) > 1 else value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        plain = not any(isinstance(member, list | dict) for member in value)
        return _cell(LIST_SIGN.join(map(str, value))) if plain else _to_json(value)
    return _to_json(value) if isinstance(value, dict) else value
