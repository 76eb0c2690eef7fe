"""References for reference managers: RIS, BibTeX and CSL-JSON.

RIS: https://refman.com/sites/rm/files/m/direct_export_ris.pdf. BibTeX: http://www.bibtex.org/Format/.
CSL-JSON: https://docs.citationstyles.org/en/stable/specification.html (1.0.2). Names are never parted.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping

from build_pages.formats import BIBTEX, CSL, RIS, Format
from build_pages.pages.citation import LANGUAGE, Reference

_BIBTEX_SIGNS = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
        "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    }
)  # fmt: skip


def to_ris(references: Iterable[Reference]) -> str:
    """One record a reference; lines end in CR LF."""
    return "".join(_ris(reference) for reference in references)


def to_bibtex(references: Iterable[Reference]) -> str:
    """One entry a reference, under its id; values are braced, so that no style changes their letters."""
    return "\n".join(_bibtex(reference) for reference in references)


def to_csl(references: Iterable[Reference]) -> str:
    """A list with one item a reference."""
    items = [_filled(_csl(reference)) for reference in references]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


WRITERS: Mapping[Format, Callable[[Iterable[Reference]], str]] = {RIS: to_ris, BIBTEX: to_bibtex, CSL: to_csl}


def _ris(one: Reference) -> str:
    host = one.occasion if one.form.zotero == "presentation" else one.published_in
    date = one.date.replace("-", "/") + "/" * (3 - len(one.date.split("-"))) if one.date else ""
    tags = (
        ("TY", one.form.ris), ("ID", one.id), ("TI", one.title), ("ST", one.short), ("AU", one.author), ("T2", host),
        ("PY", one.date[:4]), ("DA", date), ("PB", one.institution), ("ET", one.edition), ("M3", one.genre),
        ("LA", LANGUAGE), ("DP", one.archive), ("UR", one.url), ("N1", _note(one)),
    )  # fmt: skip
    lines = [f"{tag}  - {line}" for tag, value in tags if (line := _one_line(value))]
    return "".join(f"{line}\r\n" for line in (*lines, "ER  - ", ""))


def _bibtex(one: Reference) -> str:
    author = f"{{{_tex(one.author)}}}" if one.author else ""
    year, month, _ = (*one.date.split("-"), "", "")[:3]
    fields = {
        "title": f"{{{_tex(one.title)}}}", "shorttitle": _tex(one.short), "author": author, "year": year,
        "month": str(int(month)) if month else "", "date": one.date, "type": _tex(one.genre),
        "institution" if one.form.bibtex == "techreport" else "publisher": _tex(one.institution),
        "howpublished": _tex(one.published_in or one.archive), "eventtitle": _tex(one.occasion),
        "version": _tex(one.edition), "language": "chinese", "url": one.url.replace("%", r"\%"),
        "note": _tex(_note(one)),
    }  # fmt: skip
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@{one.form.bibtex}{{{one.id},\n{''.join(lines)}}}\n"


def _csl(one: Reference) -> dict[str, object]:
    date = [int(part) for part in one.date.split("-") if part]
    return {
        "id": one.id, "type": one.form.csl, "title": one.title, "title-short": one.short,
        "author": [{"literal": one.author}] if one.author else [],
        "issued": {"date-parts": [date]} if date else {}, "genre": one.genre, "publisher": one.institution,
        "container-title": one.published_in, "event-title": one.occasion, "archive": one.archive,
        "version": one.edition, "language": LANGUAGE, "URL": one.url, "note": _note(one),
    }  # fmt: skip


def _filled(item: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in item.items() if value}


def _note(one: Reference) -> str:
    """What no field of the formats holds: the host and its edition, the English title, the rights."""
    return "。".join(filter(None, (f"{one.archive}，{one.edition}", one.english, one.rights)))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _tex(text: str) -> str:
    return _one_line(text).translate(_BIBTEX_SIGNS)
