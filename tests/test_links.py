"""``tests.links``: the link check finds what it is for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.links import count_clicks, find_broken, find_foreign_styles, read_pages


@pytest.mark.parametrize(
    ("element", "finding"),
    [
        ('<a href="b.html">', None),
        ('<a href="b.html#here">', None),
        ('<a href="#there">', None),
        ('<a href="https://example.org/x">', None),
        ('<a href="mailto:a@example.org">', None),
        ('<a href="./">', None),
        ('<link rel="canonical" href="http://127.0.0.1:8000/b.html">', None),
        ('<a href="b.html#nowhere">', "leads to no id"),
        ('<a href="#nowhere">', "leads to no id"),
        ('<a href="c.html">', "leads to no file"),
        ('<a href="../../b.html#x">', "leads to no id"),
        ('<a href="javascript:alert(1)">', "is no address"),
        ('<img src="c.png">', "leads to no file"),
        ('<img src="data:image/png;base64,AA">', "from another origin"),
        ('<script src="https://cdn.example.org/x.js"></script>', "from another origin"),
        ('<link rel="stylesheet" href="//cdn.example.org/x.css">', "from another origin"),
    ],
)
def test_links(element: str, finding: str | None, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(f'<!doctype html><p id="there">{element}', encoding="utf-8")
    (tmp_path / "b.html").write_text('<!doctype html><p id="here">', encoding="utf-8")
    found = list(find_broken(tmp_path, read_pages(tmp_path)))
    assert [line.endswith(finding or "") for line in found] == [True] * bool(finding)


def test_styles(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text(
        'a{b:url(c.woff)} @import "https://x.example/y.css"; d{e:url(//z.example/f)}', "utf-8"
    )
    assert len(list(find_foreign_styles(tmp_path))) == 2


def test_clicks(tmp_path: Path) -> None:
    for name, link in ("index", "a"), ("a", "b"), ("b", "index"), ("alone", "b"):
        (tmp_path / f"{name}.html").write_text(f'<!doctype html><a href="{link}.html">', encoding="utf-8")
    assert count_clicks(read_pages(tmp_path)) == {"index.html": 0, "a.html": 1, "b.html": 2}
