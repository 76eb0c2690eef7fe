"""Wordings close to a form of an entry that no form covers: a deviating use, or a damaged one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_pages.find.entries import forms_of
from build_pages.model.edition import Edition

_JOINED = re.compile(r"[、，—+·\s]")


def find_variants(edition: Edition) -> Iterator[tuple[str, str, float]]:
    """(wording, "variant", weight): forms of several members of which one member stands in the text otherwise."""
    texts = [place.text for one in edition.documents for place in one.places.values()]
    for entry in edition.library.entries:
        forms = forms_of(entry)
        for form in forms:
            members = _JOINED.split(form)
            if len(members) < 3 or not all(members):
                continue
            for n in range(len(members)):
                parts = [re.escape(m) if k != n else f"[\\u4e00-\\u9fff]{{{len(m)}}}" for k, m in enumerate(members)]
                pattern = re.compile("[、，—+· ]?".join(parts))
                for text in texts:
                    for match in pattern.finditer(text):
                        if match[0] not in forms and not any(match[0] in other for other in forms):
                            yield match[0], "variant", 5.0
