"""``prose``: hand-written pages, whose first line is their title and an anchor."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from build_pages.pages.prose import prose_pages
from tests.make import make_edition, read_page, render_texts


@pytest.mark.parametrize("title", ["关于本库", "1+7 与 5G", "甲_乙_丙", "一、缘起", "甲 &lt;乙&gt;"])
def test_the_first_line_is_the_title_of_the_page_and_its_first_anchor(title: str) -> None:
    library = replace(make_edition(["渡口。"]).library, pages={"about": f"# {title}\n\n渡口。\n\n## 来历\n\n灯塔。\n"})
    (page,) = prose_pages(replace(make_edition(["渡口。"]), library=library))
    html: Any = read_page(render_texts([page], library.archive)["about.md"])
    assert (page.path, page.title) == ("about.html", title)
    assert html.select_one("h1#title").text == title.replace("&lt;", "<").replace("&gt;", ">")
    assert [heading.name for heading in html.select("h1, h2")] == ["h1", "h2"]
    assert [paragraph.text for paragraph in html.select("p")] == ["渡口。", "灯塔。"]
