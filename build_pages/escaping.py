"""Templates that escape what they are given as MarkupSafe does, without a ``Markup`` made of each of its strings.

Nothing else that a template does is made of so many: an archive of hundreds of documents has millions.

The code that Jinja makes of a template imports a function ``escape`` and calls it on all that is printed; here that
name means our own. Should Jinja call another function some day, that escapes as ever, and ours is not called. Nor is
anything escaped twice, whichever of the two comes first: what ours gives is a ``Markup`` or has nothing to escape.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from types import CodeType
from typing import Any

import markupsafe
from jinja2 import Environment, Template
from markupsafe import Markup


def escape(value: object) -> str:
    """A value as HTML, as ``markupsafe.escape`` gives it; a string that holds nothing to escape is given as it is."""
    if type(value) is str:
        if not ("&" in value or "<" in value or ">" in value or '"' in value or "'" in value):
            return value
    elif type(value) is Markup:
        return value
    return markupsafe.escape(value)


class _Escaping(Template):
    """A template whose code calls our ``escape``."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """The template of compiled code, as Jinja makes it."""
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__["escape"] = escape
        return template


class EscapingEnvironment(Environment):
    """The environment of templates that are always escaped."""

    template_class = _Escaping
