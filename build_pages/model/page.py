"""A page before it is rendered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its path in the site (….html), the template that renders it and what that template is given."""

    path: str
    template: str
    title: str
    context: Mapping[str, object]
    head: Mapping[str, object] = field(default_factory=dict)
    """What machines read in its head, as front matter; see ``pages.metadata``."""
