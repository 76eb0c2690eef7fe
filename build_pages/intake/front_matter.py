"""The front matter of a Markdown file: the block of ``key: value`` lines between two rules at its top."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_pages.model.record import Role

_RULE = re.compile(r"^(?:---|\.\.\.)\s*$")
_ENTRY = re.compile(r"^(?P<key>[A-Za-z_\u4e00-\u9fff][\w -]{0,30}):\s*[\"']?(?P<value>.*?)[\"']?\s*$")
_ISO = re.compile(r"((?:19|20)[0-9]{2})-([0-9]{1,2})-([0-9]{1,2}).*")
_MOST = 60
"""Lines that front matter has at most."""
_ROLES: dict[str, tuple[Role, str]] = {
    "title": ("title", "{}"),
    "标题": ("title", "{}"),
    "subtitle": ("subtitle", "{}"),
    "date": ("dateline", "{}"),
    "日期": ("dateline", "{}"),
    "author": ("byline", "{}"),
    "speaker": ("byline", "{}"),
    "作者": ("byline", "{}"),
    "source": ("credit", "来源：{}"),
    "来源": ("credit", "来源：{}"),
}
"""Key ▸ the role its value plays in the head of a document, and how it would be printed there."""


def front_matter(lines: Sequence[str]) -> tuple[int, int]:
    """Index of the first line of the front matter and of the first line behind it; equal where there is none."""
    start = next((n for n, line in enumerate(lines[:_MOST]) if line.strip("\ufeff \t\r")), 0)
    if not lines or lines[start].strip("\ufeff \t\r") != "---":
        return start, start
    for n in range(start + 1, min(len(lines), start + _MOST)):
        if _RULE.match(lines[n]):
            return (start, n + 1) if any(map(_ENTRY.match, lines[start + 1 : n])) else (start, start)
    return start, start


def read_front_matter(lines: Sequence[str]) -> Iterator[tuple[Role, str]]:
    """Role and words of each entry that says something on the document, as its head would."""
    for line in lines:
        entry = _ENTRY.match(line)
        if entry and entry["value"] and (known := _ROLES.get(entry["key"].strip().lower())):
            role, form = known
            yield role, form.format(_ISO.sub(_date, entry["value"]))


def _date(match: re.Match[str]) -> str:
    return f"{match[1]}年{int(match[2])}月{int(match[3])}日"
