"""llms.txt (https://llmstxt.org): in a page of Markdown, what the archive is and where its text and data are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from build_pages.data.fields import read_tables
from build_pages.formats import MARKDOWN, download_path
from build_pages.model.edition import Edition
from build_pages.model.page import Page
from build_pages.pages.citation import Reference
from build_pages.pages.words import COMPLETENESS, say_date

_ADVICE = """\
- 引用到段落：文件页的地址加 #p 和行号，如 documents/….html#p37；编号见 paragraphs.jsonl 的 url。
- 数字连同“左右”“以上”“力争”一起引；机器识读的文本（transcription 为 machine）引用前须核对版面。
- 摘编与节录里没有的话，不等于没有说过；释义的依据（basis）为 unknown 的，就是未见解释。
- 权利逐件注明（documents.jsonl 的 rights）。"""
_EXPLAIN = ("data.md.j2", "prose.md.j2")
"""Templates of the pages that say how the archive is made and meant."""


def write_llms(edition: Edition, references: Sequence[Reference], pages: Iterable[Page], data: Sequence[str]) -> str:
    """The text; addresses are absolute if the site's is known. ``data`` are the paths of the data files."""
    archive, at = edition.library.archive, edition.address
    sections = (
        ("文件全文（Markdown）", _documents(edition, references)),
        ("数据", _tables(at, data)),
        ("说明", (f"- [{page.title}]({at}{page.path})" for page in pages if page.template in _EXPLAIN)),
    )
    blocks = [f"# {archive.title}", f"> {archive.lead}", _ADVICE]
    for title, rows in sections:
        if lines := "\n".join(rows):
            blocks += [f"## {title}", lines]
    return "\n\n".join(blocks) + "\n"


def _documents(edition: Edition, references: Sequence[Reference]) -> Iterator[str]:
    for one, reference in zip(edition.documents, references, strict=True):
        record = one.document.record
        facts = (reference.genre, COMPLETENESS[record.completeness], reference.author, say_date(record.date))
        title = record.title.replace("[", "\\[").replace("]", "\\]")
        yield f"- [{title}]({edition.address}{download_path(one.id, MARKDOWN)}): {'，'.join(filter(None, facts))}"


def _tables(address: str, data: Sequence[str]) -> Iterator[str]:
    for table in read_tables().values():
        path = f"data/{table.name}.{'csv' if table.formats == 'table' else 'jsonl'}"
        if path in data:
            yield f"- [{table.title}]({address}{path}): {table.description}"
    yield f"- [datapackage.json]({address}datapackage.json): 全部数据文件与字段的机器可读说明（Data Package 2.0）"
