"""The words around a quantity, and what the quantities before it in the same sentence leave to it."""

from __future__ import annotations

import re
from typing import NamedTuple

from build_pages.find.figures.clauses import Bounds
from build_pages.find.figures.quantities import RANGE_SIGNS, Quantity
from build_pages.find.figures.wording import any_of
from build_pages.model.mention import Measure

_JOINTS = re.compile(rf"[、和与及][约近超]?|以及|[{re.escape(RANGE_SIGNS)}]{{1,2}}")
"""All that stands between two quantities of one enumeration or one range."""
_OWN_VERB = re.compile(
    any_of(
        "建成 新建 改造 完成 打造 培育 培养 新增 净增 引进 引留 引育 建设 实施 累计 开展 举办 入选 发放 达 突破 "
        "超 占 拥有 获 修 治理 总 投 支持 组织"
    )
)
_NOUN_AND = re.compile("[^，。；、和与及]{1,16}(?:和|与|以及|及)")
"""The noun that one quantity counts and the joint before the next: 3家实验室和22家…."""
AIMED = re.compile("[，、]?(?:力争|争取|努力|确保|奋力)+(?:达到?|实现|完成)?")
"""All that stands before a higher aim for the same: 增长7%以上、力争达到8%."""
_KEPT = 8
"""How many subjects are remembered for a later 分别."""


class Course(NamedTuple):
    """What the quantities read so far leave to the next: where the last ended, its subject and its measure.

    ``due`` are the subjects of an enumeration still to be given out, ``subjects`` the last ones given.
    """

    part: int = -1
    end: int = 0
    kind: str = ""
    subject: str = ""
    measure: Measure | None = None
    due: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()

    def at(self, part: int) -> Course:
        """The course at a quantity in the part of a sentence that begins at ``part``: a new one has none."""
        return self if part == self.part else Course(part, part)

    def after(self, quantity: Quantity, subject: str, measure: Measure, due: tuple[str, ...]) -> Course:
        """The course once a quantity is read."""
        subjects = (*self.subjects[1 - _KEPT :], subject)
        return Course(self.part, quantity.end, quantity.kind, subject, measure, due, subjects)


class Surroundings(NamedTuple):
    """The words around a quantity.

    ``whole`` is its clause before it, ``clause`` what of that stands behind the last quantity, ``stating`` the same
    without the joint of an enumeration, ``behind`` its clause behind it. ``shared`` is the measure of the quantity
    before, whose verb it shares.
    """

    whole: str
    clause: str
    stating: str
    behind: str
    shared: Measure | None


def look_around(folded: str, quantity: Quantity, bounds: Bounds, course: Course) -> Surroundings:
    """The words around a quantity; ``course`` is that of its own part of the sentence."""
    start, since = quantity.number.start, course.end
    clause = bounds.clause(start)
    follows = since > course.part
    joined = follows and bool(_JOINTS.fullmatch(folded[since:start].strip()))
    shares = (
        follows
        and (quantity.kind == course.kind or "money" not in (quantity.kind, course.kind))
        and (joined or _continues(folded, since, bounds.item(start), start))
    )
    since_last = folded[max(clause, since) : start]
    return Surroundings(
        whole=folded[clause:start],
        clause=since_last,
        stating="" if joined else since_last,
        behind=folded[quantity.end : bounds.clause_end(quantity.end)],
        shared=course.measure if shares else None,
    )


def _continues(folded: str, since: int, item: int, start: int) -> bool:
    """Whether a quantity goes on with the enumeration of the one that ends at ``since``, without a verb of its own."""
    begin = max(item, since)
    lead, gap = folded[begin:start], folded[since:begin].strip()
    if gap != "、" and not (gap in ("，", ",") and lead.endswith("各")) and not _NOUN_AND.fullmatch(lead):
        return False
    return not _OWN_VERB.search(lead) or bool(AIMED.fullmatch(lead))
