"""Whether a document was written early in its year or late: late ones speak of it, early ones of the year before.

A month says so. Without one the text does: late in a year it looks ahead to 明年, early it looks back at 去年.
"""

from __future__ import annotations

import re

from build_pages.find.figures.numbers import fold
from build_pages.find.figures.wording import any_of
from build_pages.model.text import Document

_LATE = 7
"""From this month on a document speaks of its own year rather than of the last."""
_MONTH = re.compile(r"[0-9]{4}-([0-9]{2})")
_AHEAD = re.compile(any_of("明年 来年 下一年(?!级)"))
_BACK = re.compile(r"(?<![比较同与按在])(?:去年|上年|上一年)(?!同期|[底末])")


def is_late(document: Document, spoken: int) -> bool:
    """Whether a document of the year ``spoken`` was written late in it.

    Where its date has no month, more looks ahead than back decide: 明年 against 去年 (but not as the base of a
    comparison), headings of the year behind it against those of the year before.
    """
    if match := _MONTH.match(document.record.date):
        return int(match[1]) >= _LATE
    headings = [fold(section.title) for section in document.sections]
    ahead = sum(bool(re.search(rf"(?<![0-9]){spoken + 1}(?![0-9])", heading)) for heading in headings)
    back = sum(bool(re.search(rf"(?<![0-9]){spoken - 1}(?![0-9])", heading)) for heading in headings)
    for paragraph in document.paragraphs:
        ahead += len(_AHEAD.findall(paragraph.text))
        back += len(_BACK.findall(paragraph.text))
    return ahead > back
