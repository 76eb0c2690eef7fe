"""The text of a web page without its chrome: navigation, scripts, forms and footers left out, tables as rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import lxml.html
from lxml import etree

from build_pages.model.problem import Problem, SourceError

_CHROME = frozenset(
    {"script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "button", "select",
     "iframe", "svg", "object", "head"}
)  # fmt: skip
_CHROME_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|navbar|breadcrumb|crumbs?|position|footer|foot|sidebar|side|share|related|recommend|comment|"
    r"toolbar|login|search|advert|ads?|banner|qrcode|print|pager?|copyright|hot|rank)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CHROME_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary"})
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "main", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6",
     "hr", "blockquote", "pre", "table", "tr", "figure", "figcaption", "center", "address", "body", "html"}
)  # fmt: skip
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_SPACE = re.compile(r"[ \t\r\n\f]+")
_SEAM = re.compile(r"(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”]) (?=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOST = 0.75
"""The share of a page's running text that its article holds."""


def read_html(text: str, path: str) -> str:
    """The reading of a page: its article, one block a line, headings with Markdown marks, cells divided by tabs.

    Raises SourceError: I007 no markup that can be read, I001 no text in it.
    """
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, RecursionError):
        raise SourceError(
            [Problem(path, 1, "I007", "this page cannot be read as HTML; save its text as .txt")]
        ) from None
    title = _title(root)
    _drop_chrome(root)
    lines = list(_lines(_article(root)))
    if not lines:
        raise SourceError(
            [Problem(path, 1, "I001", "this page holds no text but scripts and menus; save its text as .txt")]
        )
    if title and not any(title in line for line in lines[:5]):
        lines.insert(0, f"# {title}")
    return "\n\n".join(lines) + "\n"


def _title(root: Any) -> str:
    """The page's own headline: its h1, or the title it states for its article."""
    for path in ("//h1", "//meta[@name='ArticleTitle']/@content", "//meta[@property='og:title']/@content"):
        for found in root.xpath(path):
            words = _SPACE.sub(" ", found if isinstance(found, str) else "".join(found.itertext())).strip()
            if words:
                return words
    return ""


def _drop_chrome(root: Any) -> None:
    for element in [e for e in root.iter() if isinstance(e.tag, str) and _is_chrome(e)]:
        if element.getparent() is not None:
            element.drop_tree()


def _is_chrome(element: Any) -> bool:
    if element.tag in ("body", "html"):
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    chrome = element.tag in _CHROME or element.get("role") in _CHROME_ROLES or element.get("hidden") is not None
    return chrome or bool(_HIDDEN.search(element.get("style") or "")) or bool(_CHROME_NAMES.search(names))


def _article(root: Any) -> Any:
    """The deepest element that holds nearly all running text of the page, links not counted."""
    weights = dict[Any, int]()
    for element in root.iter():
        own = (element.text or "") + "".join(child.tail or "" for child in element)
        weight = len(_SPACE.sub("", own)) if element.tag != "a" else 0
        for holder in (element, *element.iterancestors()):
            weights[holder] = weights.get(holder, 0) + weight
    here = root
    while heavy := [child for child in here if weights.get(child, 0) >= _MOST * weights[root] > 0 and len(child)]:
        here = heavy[0]
    return here


def _lines(article: Any) -> Iterator[str]:
    """The lines of an element's blocks; a line break divides lines, white space folds."""
    line, mark = list[str](), ""
    for event, element in etree.iterwalk(article, events=("start", "end")):
        if element.tag in _BLOCKS or element.tag == "br":
            yield from _finish(line, mark)
            line.clear()
            mark = "#" * _HEADINGS[element.tag] + " " if event == "start" and element.tag in _HEADINGS else ""
        if element.tag in ("td", "th") and event == "start" and "".join(line).strip():
            line.append("\v")
        words = element.text if event == "start" else element.tail if element is not article else ""
        line.append(words or "")
    yield from _finish(line, mark)


def _finish(line: list[str], mark: str) -> Iterator[str]:
    text = _SEAM.sub("", _SPACE.sub(" ", "".join(line))).strip()
    cells = [cell.strip() for cell in text.split("\v")]
    if any(cells):
        yield mark + "\t".join(cells)
