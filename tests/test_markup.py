"""``markup``: spans to well-formed HTML, and text that stays text."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from build_pages.markup import Inline, attribute, escape, weave


@pytest.mark.parametrize(
    ("inlines", "html"),
    [
        ([], "点亮灯塔工程"),
        ([Inline(2, 4, "b")], "点亮<b>灯塔</b>工程"),
        ([Inline(2, 6, "a", link=True), Inline(2, 4, "b")], "点亮<a><b>灯塔</b>工程</a>"),
        ([Inline(2, 4, "b"), Inline(4, 6, "i")], "点亮<b>灯塔</b><i>工程</i>"),
        ([Inline(0, 4, "b"), Inline(2, 6, "i")], "<b>点亮<i>灯塔</i></b><i>工程</i>"),
        ([Inline(0, 6, "b"), Inline(0, 6, "a", link=True)], "<a><b>点亮灯塔工程</b></a>"),
        (
            [Inline(0, 6, "a", ' href="x"', True), Inline(2, 4, "a", ' href="y" class="m"', True)],
            '<a href="x">点亮<span class="m">灯塔</span>工程</a>',
        ),
        (
            [Inline(0, 2, "b", attribute("title", 'a"<&') + attribute("hidden", ""))],
            '<b title="a&quot;&lt;&amp;" hidden>点亮</b>灯塔工程',
        ),
    ],
)
def test_weaving(inlines: list[Inline], html: str) -> None:
    assert weave("点亮灯塔工程", inlines) == html
    assert weave("点亮灯塔工程", reversed(inlines)) == html


def test_text_between_and_inside_elements_is_escaped() -> None:
    assert weave("<b>&\t", [Inline(0, 3, "i")]) == "<i>&lt;b&gt;</i>&amp;&#9;"


@pytest.mark.parametrize(
    "text", ["<script>", "{{ 7*7 }}", "*星*", "[x](y)", "&amp;", "a\tb", "a\rb", "`c`", "\\n", "1. 一"]
)
def test_a_browser_reads_escaped_text_as_it_was(text: str) -> None:
    assert BeautifulSoup(f"<p>{escape(text)}</p>", "html.parser").get_text() == text
