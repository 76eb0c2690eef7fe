"""The documents of one reading: their lines, and what each line is that is no plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from build_pages.intake.boundaries import find_starts, is_running_text
from build_pages.intake.draft import Draft
from build_pages.intake.front_matter import front_matter, read_front_matter
from build_pages.intake.furniture import find_glued, licence_from, name_line
from build_pages.intake.head import ADDRESS, HEADING, head_length, name_head
from build_pages.model.record import Role, Settled
from build_pages.rules.characters import STOP
from build_pages.rules.normalise import NORMALISERS, normalise_line

_MARK = re.compile(r"^\s*(#{1,6})\s")
_CAPTION = 25
"""Characters that a caption has at most."""


def find_documents(lines: Sequence[str]) -> tuple[Draft, ...]:
    """The documents of a reading, in its order; none where no line has text. Works on any text."""
    top, under = front_matter(lines)
    texts = ["" if top <= n < under else clean(line) for n, line in enumerate(lines)]
    marks = [len(mark[1]) if (mark := _MARK.match(line)) else 0 for line in lines]
    end = licence_from(list(lines))
    starts = list(find_starts(texts[:end], marks[:end]))
    starts[:1] = [next(n for n, line in enumerate(lines) if line.strip())] if starts else []  # unseen characters count
    drafts = []
    for start, stop in pairwise([*starts, end]):
        last = max(n for n in range(start, stop) if lines[n].strip())
        drafts.append(_describe(lines, texts, marks, start, last))
    if drafts and top < under:
        drafts[0] = _with_front_matter(drafts[0], lines, top, under)
    if drafts and end < len(lines):
        drafts[-1] = _with_licence(drafts[-1], lines, end)
    return tuple(_bind_parts(drafts))


def clean(line: str) -> str:
    """A received line normalised and trimmed, for judging what it is."""
    pieces, at = [], 0
    for start, end, replacement, _ in normalise_line(line, NORMALISERS):
        pieces += [line[at:start], replacement]
        at = end
    return "".join([*pieces, line[at:]]).strip()


def _describe(lines: Sequence[str], texts: Sequence[str], marks: Sequence[int], start: int, last: int) -> Draft:
    filled = [n for n in range(start, last + 1) if texts[n]]
    length = head_length([texts[n] for n in filled], [marks[n] for n in filled])
    head = [(n + 1, texts[n]) for n in filled[:length]]
    title, roles = name_head(head)
    structure = [_settle(number, role, why) for (number, _), (role, why) in zip(head, roles, strict=True)]
    body = filled[length:]
    marked = sum(1 for n in body if marks[n]) >= 2
    for place, n in enumerate(body):
        role = _name_body(texts, marks, body, place, marked)
        if role:
            structure.append(_settle(n + 1, *role))
        else:
            structure += (_settle(n + 1, kind, "", quote) for kind, quote in find_glued(lines[n]))
    settled = {item.line for item in structure if not item.quote}
    said = [
        (item.is_, item.quote or texts[item.line - 1]) for item in structure if item.is_ not in ("title", "subtitle")
    ]
    subtitles = [text for (_, text), (role, _) in zip(head, roles, strict=True) if role == "subtitle"]
    return Draft(
        parts=((start + 1, last + 1),), structure=tuple(structure), title=title, subtitle=" ".join(subtitles),
        head=tuple(said), body=tuple(texts[n] for n in body if n + 1 not in settled),
    )  # fmt: skip


def _settle(line: int, role: Role, why: str, quote: str = "") -> Settled:
    return Settled(line=line, is_=role, quote=quote, why=why)


def _name_body(
    texts: Sequence[str], marks: Sequence[int], body: Sequence[int], place: int, marked: bool
) -> tuple[Role, str] | None:
    """Role and reason of a line of the text that is furniture; in a text with marked headings, of a caption too."""
    text = texts[body[place]]
    role = name_line(text)
    if role and not (role[0] == "byline" and is_running_text(text)):
        return role
    short = len(text) <= _CAPTION and not re.search(f"[{STOP}：:；;，,]$", text)
    broken = (
        place
        and not re.search(f"[{STOP}：:；;”）)]$", texts[body[place - 1]])
        and is_running_text(texts[body[place - 1]])
    )
    if (
        marked
        and short
        and not marks[body[place]]
        and not HEADING.match(text)
        and not ADDRESS.match(text)
        and not broken
    ):
        return "caption", "图片说明"
    return None


def _with_front_matter(draft: Draft, lines: Sequence[str], top: int, under: int) -> Draft:
    """The first document with the front matter above it, as furniture; what it says counts where the head is silent."""
    said = tuple(read_front_matter(lines[top:under]))
    extra = tuple(_settle(n + 1, "furniture", "文件头") for n in range(top, under) if lines[n].strip())
    return replace(
        draft, structure=(*extra, *draft.structure), head=(*draft.head, *said),
        title=draft.title or next((text for role, text in said if role == "title"), ""),
        subtitle=draft.subtitle or next((text for role, text in said if role == "subtitle"), ""),
    )  # fmt: skip


def _with_licence(draft: Draft, lines: Sequence[str], end: int) -> Draft:
    """The last document with the statement of rights behind it, as furniture."""
    extra = [_settle(n + 1, "furniture", "版权声明") for n in range(end, len(lines)) if lines[n].strip()]
    first, _ = draft.parts[-1]
    return replace(draft, structure=(*draft.structure, *extra), parts=(*draft.parts[:-1], (first, extra[-1].line)))


def _bind_parts(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Bind a part that is continued on another page to its beginning, by jump lines and the same headline or none."""
    open_ends = {n: draft for n, draft in enumerate(drafts) if any("转" in said for said in draft.said("jump"))}
    bound: dict[int, Draft] = {}
    taken = set[int]()
    for n, draft in enumerate(drafts):
        if not any("接" in said for said in draft.said("jump")):
            continue
        first = next((m for m in open_ends if m < n and m not in bound and _is_same(open_ends[m], draft)), None)
        if first is not None:
            bound[first] = _bind(open_ends[first], draft)
            taken.add(n)
    yield from (bound.get(n, draft) for n, draft in enumerate(drafts) if n not in taken)


def _is_same(first: Draft, second: Draft) -> bool:
    return not second.title or second.title in first.title or first.title in second.title


def _bind(first: Draft, second: Draft) -> Draft:
    repeated = tuple(
        replace(item, is_="label", why="续版标题") if item.is_ in ("title", "subtitle") else item
        for item in second.structure
    )
    return replace(
        first, parts=(*first.parts, *second.parts), structure=(*first.structure, *repeated),
        body=(*first.body, *second.body), head=(*first.head, *((r, t) for r, t in second.head if "接" not in t)),
    )  # fmt: skip
