"""Files that a site takes over as they are: given a second name there instead of a copy, which takes far longer.

MkDocs leaves alone a file that is in the site already. No file of the output is ever written through, see ``write``;
what MkDocs writes itself is no second name of one either.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any


def link_files(files: Any, config: Any) -> None:
    """Give what MkDocs would copy from its docs folder a second name in the site; what cannot have one it copies."""
    written = {*config.theme.static_templates, *config.extra_templates}
    copied = (file for file in files if not file.is_documentation_page() and file.inclusion.is_included())
    for file in copied:
        if file.src_dir == config.docs_dir and file.src_uri not in written:
            with suppress(OSError):  # another file system, or one that knows one name a file
                _link(Path(file.abs_src_path), Path(file.abs_dest_path))


def _link(path: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    to.unlink(missing_ok=True)
    to.hardlink_to(path)
