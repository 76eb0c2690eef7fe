"""A piece of data as a classic script that hands it to the page: ``<script src>`` works from the file system too."""

from __future__ import annotations

import json

FOLDER = "search"
"""Where the index lies below the output."""

_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<\u2028\u2029"}
"""Signs that end a script or a line of it where a page or an old browser reads them; JSON strings hold all of them."""


def script(name: str, data: object) -> str:
    """The text of a script that registers ``data`` under ``name``."""
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"archiveSearch.register({json.dumps(name, ensure_ascii=False)},{body.translate(_UNSAFE)});\n"
