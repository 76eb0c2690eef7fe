"""The tree of sections while it grows, paragraph by paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from build_pages.edit.passage import line_at
from build_pages.model.text import Paragraph, Passage, Section
from build_pages.split.headings import Heading
from build_pages.split.run_in import RunIn


@dataclass(slots=True)
class Tree:
    """Sections and paragraphs made so far. ``open`` are the sections in force, outermost first."""

    document: str
    sections: list[Section] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    open: list[Section] = field(default_factory=list)
    met: Counter[str] = field(default_factory=Counter)

    def begin(self, heading: Heading, level: int) -> None:
        """Begin a section with a stand-alone heading."""
        passage, number = heading.passage, heading.number.printed if heading.number else ""
        self.return_to(level - 1)
        lines = (passage.line, passage.last_line)
        section = Section(
            self._id("s", lines[0]), self._parent(), level, number, heading.text, False, lines, changes=passage.changes
        )
        self.sections.append(section)
        self.open.append(section)

    def add(self, passage: Passage, run_ins: Sequence[RunIn], level: int | None) -> None:
        """Add a paragraph and the run-in sections that begin in it; ``level`` is that of a counted one at its head.

        A counted head (一、（一）1.) stays in force until the next heading; the others end with their paragraph.
        """
        id = self._id("p", passage.line)
        if level:
            self.return_to(level - 1)
        base, before = len(self.open), self._parent()
        depth = level or self.level + 1
        for run_in in run_ins:
            inside_head = run_in.inner and not run_ins[0].inner and _style(run_ins[0]) not in (None, _style(run_in))
            self.return_to((run_in.level or depth + inside_head) - 1)
            self._begin_run_in(passage, id, run_in, run_in.level or depth + inside_head)
            if run_in.start == 0:
                before = self._parent()
        lines = (passage.line, passage.last_line)
        self.paragraphs.append(Paragraph(id, passage.text, lines, before, passage.changes))
        self._start_open_sections_at(id)
        del self.open[base + bool(level) :]

    @property
    def level(self) -> int:
        """The level of the section in force, 0 where there is none."""
        return self.open[-1].level if self.open else 0

    def return_to(self, level: int) -> None:
        """Close the sections in force that are deeper than ``level``."""
        while self.level > level:
            self.open.pop()

    def _begin_run_in(self, passage: Passage, paragraph: str, run_in: RunIn, level: int) -> None:
        first = line_at(passage, run_in.start)
        last = line_at(passage, max(run_in.start, run_in.end - 1))
        number = run_in.number.printed if run_in.number else ""
        section = Section(
            self._id("s", first), self._parent(), level, number, run_in.text, True, (first, last), paragraph,
            run_in.start,
        )  # fmt: skip
        self.sections.append(section)
        self.open.append(section)

    def _start_open_sections_at(self, paragraph: str) -> None:
        """Give the stand-alone sections that had no text yet their first paragraph."""
        for n in range(len(self.sections) - 1, -1, -1):
            section = self.sections[n]
            if section.run_in:
                continue
            if section.paragraph:
                break
            self.sections[n] = replace(section, paragraph=paragraph)

    def _parent(self) -> str | None:
        return self.open[-1].id if self.open else None

    def _id(self, letter: str, line: int) -> str:
        stem = f"{self.document}#{letter}{line}"
        self.met[stem] += 1
        return stem if self.met[stem] == 1 else f"{stem}-{self.met[stem]}"


def _style(run_in: RunIn) -> str | None:
    return run_in.number.style if run_in.number else None
