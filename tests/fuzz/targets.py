"""What is fuzzed: each target takes bytes, feeds one way into the project, and raises where something does not hold."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from itertools import pairwise

import docx

from build_pages.find.entries import build_matcher, find_entries
from build_pages.find.figures import read_figures
from build_pages.find.figures.setting import Setting
from build_pages.intake.compile import compile_record
from build_pages.intake.documents import find_documents
from build_pages.intake.reading import read_received
from build_pages.intake.record import write_record
from build_pages.markup import escape
from build_pages.model.entry import Entry
from build_pages.model.problem import SourceError
from build_pages.model.record import Archive, Record
from build_pages.rules import propose
from build_pages.rules.running_text import keep_text
from build_pages.source.plain import check_prose
from build_pages.source.shapes import fit
from build_pages.source.yaml_lines import read_yaml
from tests.make import make_entry, read_page

WORDS = (
    *"0123456789一二三四五六七八九十百千万亿零〇两几多余.,，。、；：！？%％‰+-—~～至到（）()“”《》　 \t\n", "万亿",
    "亿元", "万元", "元", "公里", "平方米", "立方米", "人", "户", "个百分点", "倍", "位", "年", "月", "日", "季度",
    "吨", "家", "处", "个", "增长", "下降", "达到", "突破", "超过", "以上", "以下", "左右", "约", "近", "不低于",
    "力争", "确保", "完成", "实现", "目标", "预计", "同比", "分别", "其中", "占", "比重", "提高", "降低", "由", "从",
    "每", "全国第", "排名", "前列", "上年", "去年", "今年", "五年", "“十四五”", "末", "以来", "累计", "平均",
    "地区生产总值", "规模以上", "工业", "增加值", "一般公共预算收入", "灯塔工程", "渡口", "三桥两渡", "PM2.5", "5G",
    "1+7", "第一章 ", "一是", "（一）", "1.", "各位代表：", "政府工作报告", "——", "市长", "陆青禾", "2031年1月12日",
    "2031-01-12", "8.6%", "1.5万亿元", "12:30", "1/2", "三分之二", "百分之五", "10-20", "３", "Ⅲ", "①", "\u200b",
    "\u202e", "\u2028", "𠮷", "<b>", "&amp;", "{{", "*", "#", "|",
)  # fmt: skip
"""What a byte stands for where a target reads text: the words that the grammars turn on."""
ENTRIES = (
    *(make_entry(name) for name in ("灯塔工程", "三桥两渡", "1+7", "渡口", "增长", "工业", "5G", "8.6%", "<b>")),
    make_entry("工程", match={"not_in": ["灯塔工程"], "examples": ["工程"]}),
    make_entry("市长", kind="person", match={"words": True}),
    make_entry("规模", match={"only_in": ["规模以上"]}),
)  # fmt: skip
MATCHER = build_matcher(ENTRIES)
_SETTING = Setting("review", (2030, 2030), 2031)


def text_of(data: bytes) -> str:
    """A text of the words that the bytes stand for."""
    return "".join(WORDS[byte % len(WORDS)] for byte in data[:600])


def fuzz_text_file(data: bytes) -> None:
    """Bytes as a received text, through the whole import: a record must be made that reads back as it was."""
    _take_in(data, "a.txt")


def fuzz_words(data: bytes) -> None:
    """Words of the genre in any order, through the whole import."""
    _take_in(text_of(data).encode(), "a.txt")


def fuzz_html(data: bytes) -> None:
    """Bytes as a web page."""
    _take_in(data, "a.html")


def fuzz_word_file(data: bytes) -> None:
    """Bytes as a Word file, and as the text part of a good one."""
    _take_in(data, "a.docx")
    whole = io.BytesIO()
    docx.Document().save(whole)
    broken = io.BytesIO()
    with zipfile.ZipFile(whole) as good, zipfile.ZipFile(broken, "w") as bad:
        for name in good.namelist():
            bad.writestr(name, data if name == "word/document.xml" else good.read(name))
    _take_in(broken.getvalue(), "a.docx")


def fuzz_yaml(data: bytes) -> None:
    """Bytes as YAML, fitted to the shapes of the source."""
    text = data.decode("utf-8", "surrogateescape")
    shapes: tuple[type[object], ...] = (Record, Entry, Archive, dict[str, int])
    for shape in shapes:
        try:
            fit(shape, read_yaml(text, "a.yml"))
        except SourceError as error:
            assert all(problem.line > 0 and "\n" not in str(problem) for problem in error.problems)


def fuzz_prose(data: bytes) -> None:
    """Bytes as a hand-written page that is not refused: no HTML may come of it that Markdown does not make."""
    text = data.decode("utf-8", "replace")
    if not list(check_prose(text, "a.md")):
        for element in read_page(f"# t\n\n{text}").find_all(True):
            assert element.name not in ("script", "iframe", "style", "form", "input", "svg", "object", "embed"), element
            assert not any(name.startswith("on") for name in element.attrs), element
            assert not str(element.get("href", "")).lower().lstrip().startswith("javascript"), element


def fuzz_figures(data: bytes) -> None:
    """Words of the genre in any order: figures lie in the text, in order, and say what stands there."""
    text = text_of(data)
    figures = read_figures(text, _SETTING)
    for figure in figures:
        assert 0 <= figure.start < figure.end <= len(text), (text, figure)
    for one, other in pairwise(figures):
        assert (one.start, one.ordinal) < (other.start, other.ordinal), (text, one, other)


def fuzz_entries(data: bytes) -> None:
    """Words of the genre in any order: what is found is a form where it stands, each place once."""
    text, forms = text_of(data), {"人": ""} | {form: entry.id for entry in ENTRIES for form in (entry.name,)}
    found = list(find_entries(text, MATCHER))
    assert len(set(found)) == len(found)
    for one in found:
        assert forms[text[one.start : one.end]] == one.target, (text, one)
    for name in ("灯塔工程", "1+7", "8.6%", "<b>"):
        assert sum(one.target == name for one in found) == text.count(name), (text, name)


def fuzz_escape(data: bytes) -> None:
    """Any text escaped: nothing in it can open markup."""
    text = data.decode("utf-8", "replace")
    assert not set(escape(text)) & set("<>\"'\t\n\r")


def _take_in(data: bytes, name: str) -> None:
    try:
        lines = tuple(read_received(data, name).text.split("\n"))
    except SourceError as error:
        assert all("\n" not in str(problem) for problem in error.problems)
        return
    for draft in find_documents(lines):
        text = keep_text(lines, draft.parts, draft.structure)
        record = compile_record(draft, propose(text, {}), "a.txt", "", ())
        assert fit(Record, read_yaml(write_record(record), "a.yml")) == record


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "text_file": fuzz_text_file,
    "words": fuzz_words,
    "html": fuzz_html,
    "word_file": fuzz_word_file,
    "yaml": fuzz_yaml,
    "prose": fuzz_prose,
    "figures": fuzz_figures,
    "entries": fuzz_entries,
    "escape": fuzz_escape,
}
