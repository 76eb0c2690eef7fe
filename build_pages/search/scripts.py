"""A piece of data as a classic script that hands it to the page: ``<script src>`` works from the file system too."""

from __future__ import annotations

import json

FOLDER = "search"
"""Where the index lies below the output."""

_UNSAFE = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<\u2028\u2029")
"""Signs that end a script or a line of it where a page or an old browser reads them; JSON strings hold all of them."""


def make_safe(body: str) -> str:
    """JSON as it may stand in a script."""
    for sign, escaped in _UNSAFE:
        body = body.replace(sign, escaped)
    return body


def wrap(name: str, body: bytes) -> bytes:
    """The text of a script that registers JSON under ``name``."""
    return b"archiveSearch.register(%b,%b);\n" % (json.dumps(name, ensure_ascii=False).encode(), body)


def script(name: str, data: object) -> bytes:
    """The text of a script that registers ``data`` under ``name``."""
    return wrap(name, make_safe(json.dumps(data, ensure_ascii=False, separators=(",", ":"))).encode())
