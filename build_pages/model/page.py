"""A page before it is rendered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Context = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its path in the site (….html), the template that renders it and what that template is given."""

    path: str
    template: str
    title: str
    context: Context | Callable[[], Context]
    """What the template is given, or what finds it when it is needed."""
    head: Mapping[str, object] = field(default_factory=dict)
    """What machines read in its head, as front matter; see ``pages.metadata``."""
    key: str = ""
    """The digest of all that the context is found from; "" where that is not known. See ``pages.keys``."""

    def fill(self) -> Context:
        """What the template is given."""
        return self.context() if callable(self.context) else self.context
