"""Texts, entries and records that try to run, to escape, to hide or to grow; invented, and marked so as to be found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

PRODUCT = str(7919 * 7927)
"""What stands in the output if a template in the source was evaluated."""
TEXTS = (
    "<script>hostile()</script>", "</script><script>hostile()</script>", "<img src=x onerror=hostile()>",
    "<hostile-tag a=b>", "<svg/onload=hostile()>", '" onmouseover="hostile()', "' onfocus='hostile()",
    "<a href=javascript:hostile()>字</a>", "</p></div></body><iframe src=//hostile.example>",
    "<style>*{display:none}</style>", "<!-- 藏 -->", "<!--><hostile-tag>-->", "<![CDATA[<hostile-tag>]]>",
    "<?php hostile(); ?>", "&lt;hostile-tag&gt;", "&#60;hostile-tag&#62;", "<\u2028script>hostile()",
    "{{ 7919*7927 }}", "{% set x = 7919*7927 %}{{ x }}", "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "${7919*7927}", "{{ config.items() }}", "{# 7919 #}", "#{7919*7927}", "<%= 7919*7927 %>",
    "{{ page.file.abs_src_path }}", "{% include '/etc/passwd' %}", "[字](javascript:hostile())",
    "![字](x){ onerror=hostile() }", "字 {: onclick=hostile() #hostile }", "# 题 { .hostile onclick=x }",
    "[x]: javascript:hostile()", "[^1]: hostile", "*[灯]: hostile", "```hostile", "~~~ {.hostile}",
    "    <hostile-tag>", "[TOC]", "--8<-- '/etc/passwd'", "!!! hostile", "<https://hostile.example>", "| a | b |",
    "***", "---", "hostile: true\n---", "\\<hostile-tag>", "!!python/object/apply:os.system [hostile]", "&a [*a, *a]",
    "- - - - -", "? hostile", "<<: *hostile", "%YAML 1.1", "...", "\u202e了字 txt.exe", "\u2066灯\u2069塔",
    "\u2067渡\u202c口", "灯\u200b塔", "灯\u200d塔\u200c", "\ufeff灯塔", "渡\u00ad口", "\u061c灯", "\u180e塔",
    "灯\U000e0041\U000e0042塔", "ɡоvеrnment", "раypal", "ⅰ、１２３", "﹤script﹥", "＜script＞",
    "灯\u0301塔\u0300\u0300\u0300\u0300", "\ufff9灯\ufffb", "\ufdd0塔", "灯\u2028塔", "灯\u2029塔", "灯\u0085塔",
    "𠮷\U0001f9e8塔", "灯\ue000塔", "\x1b[31m灯\x1b[0m", "灯\x08塔", "灯\x7f塔", "=HYPERLINK(\"//hostile\")", "@SUM(1)",
    "__proto__", "constructor", "toString", "hasOwnProperty", "../../../etc/passwd", "..\\..\\hostile", "/etc/passwd",
    "C:\\hostile", "con", "file:///etc/passwd", "灯" * 1500, "（" * 900, "“" * 900, "一是" * 400, "9" * 900,
    "1.5万亿元" * 40, "*" * 900, "[" * 900, "<" * 900, "\t" * 900,
)  # fmt: skip
REPORT = "各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议，并请提出意见。\n"


def make_documents() -> Iterator[tuple[str, str]]:
    """File name ▸ text of a hundred documents: each trick as a title, as a heading and inside running text."""
    for n, trick in enumerate(TEXTS):
        title = trick if n % 3 == 0 and len(trick) < 60 else f"江城市第{n}次工作报告"
        body = (
            f"一、{trick}\n今年，{trick}增长8.6%，建成灯塔工程{n}处。\n{trick}\n"
            f"（一）{trick}渡口\n全市{trick}实现1.5万亿元；{trick}。\n"
        )
        head = f"——203{n % 10}年1月12日在江城市人民代表大会上\n江城市市长 陆青禾{trick[:20]}\n"
        yield f"d{n}.txt", f"{title}\n{head}{REPORT}{n}。{body}"


def make_entries() -> Iterator[Mapping[str, Any]]:
    """A hundred glossary entries, each with one trick in all its fields."""
    for n, trick in enumerate(TEXTS):
        text = trick[:200]
        yield {
            "id": f"e{n}", "name": text or "空", "category": "slogan",
            "forms": [f"灯塔{n}号", {"form": f"{text[:30]}灯", "damaged": text}],
            "meaning": {"text": text, "basis": "source", "from": ["s"], "note": text},
            "items": [{"n": text[:3], "text": text, "gloss": text, "basis": "editors"}],
            "english": {"text": text, "basis": "editors"},
            "put_forward": {"by": text, "where": text, "date": text[:9], "basis": "source", "from": ["s"]},
            "status_note": text, "usage_note": text, "homonyms": text,
            "sources": {
                "s": {"title": text, "publisher": text, "shows": text, "seen": text, "date": text[:9],
                      "url": "https://example.org/"},
            },
        }  # fmt: skip


BAD_NAMES = (
    "../escaped", "..", ".", "/tmp/escaped", "a/../../b", "a\0b", "a\nb", "con", "a" * 300, "a?b", "a#b", "a b", "字",
    "index", "", "\u202ea", "~root", "a:b", "-rf", "a.",
)  # fmt: skip
"""Ids and file names that lead elsewhere, or that some system cannot hold."""
BAD_YAML = (
    "!!python/object/apply:os.system ['touch {marker}']",
    "!!python/object/new:subprocess.Popen [[touch, '{marker}']]", "!!python/name:os.system", "!!python/module:os",
    "!!python/object/apply:eval [\"open('{marker}', 'w')\"]", "!ENV HOME", "!include /etc/passwd",
    "!!binary aG9zdGlsZQ==", "!!timestamp 2031-01-01", "!!set {a, b}", "!!omap [a: 1]", "<<: {a: 1}",
    "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]", "&x [*x]", "[" * 100_000, "- " * 100_000,
    "{a: " * 50_000, "a: " + "9" * 5000, "a: .inf", "a: .nan", "a: 0x" + "f" * 5000, "a: 1" + ":1" * 5000,
    "a: \"\\0\"", "a: \"\\u202e\"", "a: \"\\uD800\"", "a: \"\\x1b[2J\"", "a: '\u200b'", "a: '\ufeff'", "a: 1\na: 2",
    "? [a]\n: b", "? {a: b}\n: c", "--- a\n--- b", "%YAML 9.9\n---\na", "%TAG ! tag:hostile\n--- !x a", "a: *none",
    "@a", "`a`", "a:\n\t- b", "\x00", "\x07", "a: |\n  " + "x" * 100 + "\x1b", "'", "\"\\xff", "{", "]", "a: b: c",
    "", "~", "null", "[]", "3", "text", "true", "- a", "a: " + "字" * 100_000,
)  # fmt: skip
PROSE = (
    "`<script>hostile()</script>`", "\\`<script>hostile()</script>\\`", "```\n<script>hostile()</script>\n```",
    "    <script>hostile()</script>", "[字](java\nscript:hostile())", "[字](java\tscript:hostile())",
    "[字]( javascript:hostile())", "[字](<javascript:hostile()>)", "[字][x]\n\n[x]: javascript:hostile()",
    "[字](JaVaScRiPt:hostile())", "[字](vbscript:hostile())", "[字](&#106;avascript:hostile())",
    "[字](javascript&colon;hostile())", "[字](java&Tab;script:hostile())", "![字](x \"y\\\" onerror=hostile()\")",
    "# 题 {onclick=hostile()}", "# 题 { #hostile }", "字\n{: onclick=hostile() }", "*字*{: style=color:red }",
    "<https://example.org/\" onclick=\"hostile()>", "<https://example.org/><script>hostile()</script>",
    "<https://example.org/\n onclick=hostile()>", "<!-- -->", "<?x?>", "<div markdown=1>", "<\nscript>",
    "***\n---\nhostile: 1\n---", "[TOC]", "|a|\n|-|\n|<b>|", "[^1]: x", "*[HTML]: hostile", "&lt;script&gt;",
)  # fmt: skip
"""Hand-written pages that try to be more than Markdown."""
