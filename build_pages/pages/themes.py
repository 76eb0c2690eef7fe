"""Pages of themes: what all documents say on a theme, by frame."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_pages.addresses import relative
from build_pages.model.edition import Edition
from build_pages.model.page import Page
from build_pages.model.theme import FrameLetter
from build_pages.pages.atlas import Atlas, Spot, draw_atlas
from build_pages.pages.commitments import commitments_path, theme_names
from build_pages.pages.words import FRAME
from build_pages.themes.agreement import krippendorff_alpha

INDEX = "themes/index.html"
MOST = 400
"""Passages that the page of a theme lists."""
Said = tuple[FrameLetter | None, str, str]
"""A frame, a paragraph and its sentences of one theme in that frame."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What a paragraph says on a theme: its sentences of the theme, in a row."""

    source: Spot
    text: str


def theme_path(theme: str) -> str:
    """The page of a theme."""
    return f"themes/{theme}.html"


def theme_pages(edition: Edition) -> Iterator[Page]:
    """The index, and one page for each theme that a document speaks of."""
    if not edition.library.themes:
        return
    atlas, names = draw_atlas(edition), theme_names(edition)
    passages = _passages(edition)
    english = {theme.id: theme.english for theme in edition.library.themes}
    promised = {edition.codings[c.paragraph].theme for found in edition.commitments.values() for c in found}
    listed = []
    for theme, said in passages.items():
        path = theme_path(theme)
        context = {
            "index": relative(INDEX, path),
            "english": english[theme],
            "promises": relative(commitments_path(f"theme-{theme}"), path) if theme in promised else "",
            "frames": tuple(_frames(said[-MOST:], atlas, path)),
            "count": len(said),
            "shown": len(said[-MOST:]),
        }
        listed.append((Spot(names[theme], relative(path, INDEX)), english[theme], len(said)))
        yield Page(path, "theme.md.j2", names[theme], context)
    yield Page(INDEX, "themes.md.j2", "主题", {"themes": listed, "agreement": read_agreement(edition)})


def read_agreement(edition: Edition) -> tuple[int, float, float] | None:
    """Paragraphs coded twice, and Krippendorff's α of their themes and of their frames; None without any."""
    doubles = edition.library.double_codings
    if not doubles:
        return None
    theme = krippendorff_alpha([(one.first[0], one.second[0]) for one in doubles])
    return len(doubles), theme, krippendorff_alpha([(one.first[1], one.second[1]) for one in doubles])


def _passages(edition: Edition) -> Mapping[str, list[Said]]:
    """Theme ▸ what paragraphs say on it, in the order of dates and of the text; themes in their order."""
    order = {theme.id: n for n, theme in enumerate(edition.library.themes)}
    found: dict[str, dict[tuple[FrameLetter | None, str], str]] = defaultdict(dict)
    texts = {paragraph.id: paragraph.text for one in edition.documents for paragraph in one.document.paragraphs}
    for paragraph, sentences in edition.sentences.items():
        for start, end, coded in sentences:
            if coded.theme:
                held, place = found[coded.theme], (coded.frame, paragraph)
                held[place] = held.get(place, "") + texts[paragraph][start:end]
    return {
        theme: [(frame, paragraph, text) for (frame, paragraph), text in held.items()]
        for theme, held in sorted(found.items(), key=lambda item: order[item[0]])
    }


def _frames(said: Iterable[Said], atlas: Atlas, path: str) -> Iterator[tuple[str, str, tuple[Passage, ...]]]:
    """The letter and name of each frame with its passages, in the order of the letters; those outside last."""
    frames: dict[FrameLetter | None, list[Passage]] = defaultdict(list)
    for frame, paragraph, text in said:
        frames[frame].append(Passage(atlas.spot(paragraph, path), text))
    for frame in sorted(frames, key=lambda letter: letter or "Z"):
        yield frame or "none", FRAME[frame], tuple(frames[frame])
