"""What a query is looked up in before the text: entries by every name, everyday words, indicators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from build_pages.addresses import entry_path, indicator_path
from build_pages.find.entries import forms_of
from build_pages.model.edition import Edition
from build_pages.model.entry import Entry
from build_pages.model.indicator import Value
from build_pages.pages.words import STATUS
from build_pages.store import NOTHING_KEPT, Store

GLOSS = 60
"""Characters of a meaning that the list of suggestions shows."""
SPELLED = 100
"""Things whose spellings are kept together."""
KIN = ("改提", "扩展", "缩略", "异文", "具体化")
"""Relations whose other side a reader of this one also wants."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """An indicator as it is asked for: ``newest`` says its newest values in the words of the text."""

    name: str
    words: tuple[str, ...]
    url: str
    newest: str = ""


def read_pointers(edition: Edition) -> tuple[Pointer, ...]:
    """The indicators that have values, by their name, their wordings and their English."""
    pointers = []
    series = edition.series
    for indicator in edition.library.indicators:
        if values := series[indicator.id]:
            words = dict.fromkeys((*(wording.text for wording in indicator.wordings), indicator.english))
            path = indicator_path(indicator.id)
            pointers.append(Pointer(indicator.name, tuple(words), path, _newest(values)))
    return tuple(pointers)


def _newest(values: Sequence[Value]) -> str:
    """The newest result and the newest target, in the words of the text."""
    newest = (next((v for v in reversed(values) if v.status == status), None) for status in ("actual", "target"))
    shown = (f"{value.period or ''}{STATUS[value.status]} {value.words}" for value in newest if value)
    return "；".join(" ".join(text.split()) for text in shown)


def plan_lexicon(
    edition: Edition, everyday: Mapping[str, Sequence[str]], store: Store = NOTHING_KEPT
) -> dict[str, dict[str, object]]:
    """Name of a file ▸ what it holds: the ``lexicon`` every query needs, ``latin`` for queries in Latin letters (a list
    for each entry, everyday words in pinyin) and ``glosses`` for the suggestions that are shown."""
    entries = edition.library.entries
    names = [_names(entry) for entry in entries]
    number = {entry.id: n for n, entry in enumerate(entries)}
    words = sorted({word for key, words in everyday.items() for word in (key, *words)})
    spelled = _spell_all([*names, *((word,) for word in words)], store)
    return {
        "lexicon": {
            "entries": [_row(*pair, edition, number) for pair in zip(entries, names, strict=True)],
            "everyday": {word: list(official) for word, official in sorted(everyday.items())},
            "indicators": [asdict(pointer) for pointer in read_pointers(edition)],
        },
        "latin": {
            "entries": [[_english(entry), *next(spelled)] for entry in entries],
            "everyday": {spelling: word for word in words for spelling in next(spelled)[:1]},
        },
        "glosses": {"entries": [[_clip(entry.meaning.text), _english(entry)] for entry in entries]},
    }


def _names(entry: Entry) -> tuple[str, ...]:
    """The name of an entry and its sound forms."""
    damaged = {form.form for form in entry.forms if form.damaged}
    return tuple(dict.fromkeys((entry.name, *(form for form in forms_of(entry) if form not in damaged))))


def _row(entry: Entry, names: Sequence[str], edition: Edition, number: Mapping[str, int]) -> dict[str, Any]:
    """An entry; fields without content are left out."""
    kin = {number[r.to] for r in entry.relations if r.kind in KIN and r.to in number}
    row = {
        "name": entry.name, "kind": entry.kind, "url": entry_path(entry), "forms": list(names[1:]),
        "roles": sorted({role.text for role in entry.roles}), "count": len(edition.uses.get(entry.id, ())),
        "kin": sorted(kin),
    }  # fmt: skip
    return {key: value for key, value in row.items() if value}


def _clip(text: str) -> str:
    return text if len(text) <= GLOSS else text[: GLOSS - 1] + "…"


def _english(entry: Entry) -> str:
    return entry.english.text if entry.english else ""


def _spell_all(named: Sequence[tuple[str, ...]], store: Store) -> Iterator[list[str]]:
    """How the names of each thing are spelled; kept by the names, since loading the dictionary takes long."""
    for at in range(0, len(named), SPELLED):
        some = named[at : at + SPELLED]
        yield from store.recall(store.key("spelled", some), lambda some=some: list(map(spell, some)))  # type: ignore[misc]


def spell(names: Iterable[str]) -> list[str]:
    """Each name in pinyin without tones, and its initials; nothing for names without Chinese characters."""
    from pypinyin import lazy_pinyin

    spelled: dict[str, None] = {}
    for name in names:
        syllables = [_plain(syllable) for syllable in lazy_pinyin(name)]
        word = "".join(syllables)
        if word.isascii() and word != _plain(name):
            spelled[word] = None
            spelled["".join(s[:1] if s.isalpha() else s for s in syllables)] = None
    return [word for word in spelled if len(word) > 1]


def _plain(text: str) -> str:
    """Letters and digits as they are typed: ü is v."""
    return "".join(char for char in text.lower().replace("ü", "v") if char.isalnum())
