"""Search in a browser, on a page opened from the file system, where nothing can be fetched but scripts."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import jinja2
import pytest
from playwright.sync_api import Browser, Page, expect

from build_pages.model.edition import Edition
from build_pages.search.beds import make_bed
from build_pages.search.blocks import Leaf
from build_pages.search.fold import Folding, plan_folding
from build_pages.search.grams import LIGHT, STOP
from build_pages.search.postings import lay
from build_pages.search.shards import plan_index
from build_pages.search.sheets import Sheet, read_sheet
from build_pages.store import NOTHING_KEPT
from tests.conftest import cases
from tests.make import read_files, read_index
from tests.publish import ROOT

OVERRIDES = ROOT / "site_overrides"
EVERYDAY = {"坐船": ("渡口", "航运"), "夜路": ("灯塔",)}
PAGE = """<!doctype html><html lang="zh-Hans"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>库</title>
<link rel="stylesheet" href="{up}assets/css/bundle/page.css">
<script src="{up}assets/js/bundle/seek.js" defer></script>
<body data-md-color-scheme="default"><header class="md-header"></header><main><article><h1>库</h1>
<form role="search" aria-label="全库" action="{up}index.html"><input name="q" type="search" aria-label="搜全库"></form>
</article></main></body></html>"""
HITS = "[data-search-results] a[href]"
Ask = Callable[..., Page]


def test_every_script_and_sheet_is_loaded() -> None:
    """By a bundle, or by name: what stands before the first paint, what an index or the printer alone needs, and the
    panel of the search, which comes with it."""
    assets = OVERRIDES / "assets"
    bundles = "".join(path.read_text(encoding="utf-8") for path in assets.glob("*/bundle/*"))
    parts = [path for path in (*assets.rglob("*.js"), *assets.rglob("*.css")) if path.parent.name != "bundle"]
    loose = {path.name for path in parts if f'"{path.relative_to(OVERRIDES).as_posix()}"' not in bundles}
    assert loose == {"settings.js", "glossary.js", "print.css", "search.css"}


def write_page(path: Path, up: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE.format(up=up), encoding="utf-8")


def write_folder(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    shutil.copytree(OVERRIDES / "assets", folder / "assets")
    bundles = jinja2.Environment(loader=jinja2.FileSystemLoader(OVERRIDES))
    for name in ("js/bundle/search.js", "css/bundle/page.css"):
        (folder / "assets" / name).write_text(
            bundles.get_template(f"assets/{name}").render(config={"extra": {}}), encoding="utf-8"
        )
    shutil.copy(OVERRIDES / "assets/js/seek.js", folder / "assets/js/bundle")
    write_page(folder / "index.html", "")
    for name in ("other", "2030-02-work-report-digest", "2031-01-12-work-report", "2031-02-lighthouse-speech"):
        write_page(folder / f"documents/{name}.html", "../")
    return folder


@pytest.fixture(scope="session")
def folder(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented archive's index beside a page with a search field."""
    return write_folder(tmp_path_factory.mktemp("search"), read_index(edition, EVERYDAY))


@pytest.fixture
def ask(chromium: Browser, folder: Path) -> Iterator[Ask]:
    """Open the page with a query in its address; at the end no page may have complained."""
    complaints: list[str] = []
    contexts = []

    def ask_(query: str = "", page: str = "index.html", root: Path = folder, **context: Any) -> Page:
        contexts.append(chromium.new_context(reduced_motion="reduce", **context))
        opened = contexts[-1].new_page()
        opened.set_default_timeout(10_000)
        opened.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        opened.on("dialog", lambda dialog: complaints.append(dialog.message))
        opened.goto((root / page).as_uri() + (f"?q={quote(query)}" if query else ""))
        if query:
            opened.wait_for_selector(".found:not([hidden]):not([aria-busy])")
        else:
            opened.locator("[name=q]").dispatch_event("focus")  # the search is loaded, the field not entered
            opened.wait_for_function("!!globalThis.archiveSearch?.show")
        return opened

    yield ask_
    for context in contexts:
        context.close()
    assert not complaints


def read_places(page: Page, selector: str = HITS) -> list[str]:
    """Where the links lead, relative to the folder."""
    links = page.eval_on_selector_all(selector, "links => links.map(link => link.href)")
    return [unquote(link).partition("/documents/")[2] for link in links]


def read_sheets(edition: Edition) -> list[Sheet]:
    return [read_sheet(one) for one in edition.documents]


def draw_substrings(texts: list[str], many: int, seed: int = 7) -> list[str]:
    chance = random.Random(seed)
    long = [text for text in texts if len(text) > 8]
    drawn: list[str] = []
    while len(drawn) < many:
        text, size = chance.choice(long), chance.randint(2, 8)
        at = chance.randrange(len(text) - size + 1)
        drawn.append(text[at : at + size])
    return drawn


@pytest.mark.browser
@pytest.mark.parametrize("light", [None, 60, 12, 3])
def test_every_substring_is_found_and_nothing_else(
    ask: Ask, edition: Edition, tmp_path: Path, light: int | None
) -> None:
    sheets = read_sheets(edition)
    texts = [unit.text for sheet in sheets for unit in sheet.units]
    leaves = [Leaf(partial(read_sheet, one)) for one in edition.documents]
    files = plan_index(leaves, {"missing": []}, {}, light or LIGHT, NOTHING_KEPT)
    page = ask(root=write_folder(tmp_path, read_files(files)))
    folding = Folding()
    laid = lay([make_bed(sheet.units) for sheet in sheets], folding)
    folded = dict(zip(laid.starts, laid.text.split(STOP), strict=False))
    drawn = [term for text in draw_substrings(texts, 500) if (term := folding.fold(text))]
    found = page.evaluate("terms => Promise.all(terms.map(term => archiveSearch.find(term)))", drawn)
    for term, answer in zip(drawn, found, strict=True):
        places = {
            n: [at for at in range(len(text)) if text.startswith(term, at)]
            for n, text in folded.items()
            if term in text
        }
        assert answer["unitCount"] == len(places), term
        assert answer["count"] == sum(map(len, places.values())), term
        listed = dict(zip(answer["units"], answer["starts"], strict=True))
        assert listed == (places if answer["complete"] else {n: places[n] for n in listed}), term
        assert answer["complete"] or len(listed) == min(400, len(places))


@pytest.mark.browser
def test_every_hit_is_listed(ask: Ask, edition: Edition) -> None:
    sheets = read_sheets(edition)
    texts = [unit.text for sheet in sheets for unit in sheet.units]
    folding = Folding()
    page = ask()
    for query in draw_substrings(texts, 40):
        term = folding.fold(query)
        if not term or not query.strip():
            continue
        page.goto(page.url.partition("?")[0] + f"?q={quote(query)}")
        page.wait_for_selector(".found:not([hidden]):not([aria-busy])")
        wanted = {
            f"{sheet.id}.html{'#' * bool(unit.anchor)}{unit.anchor}"
            for sheet in sheets
            for unit in sheet.units
            if term in folding.fold(unit.text)
        }
        assert set(read_places(page, ':is([data-match="exact"], [data-match="folded"]) a[href]')) == wanted, query


@pytest.mark.browser
def test_the_browser_folds_as_the_index_does(ask: Ask, edition: Edition) -> None:
    texts = [unit.text for sheet in read_sheets(edition) for unit in sheet.units]
    texts += [case.values[0]["text"] for case in cases("search/fold")]  # type: ignore[index]
    folded = [Folding().fold(text) for text in texts]
    fold = "([data, texts]) => texts.map(archiveSearch.makeFolding(data).fold)"
    assert ask().evaluate(fold, [plan_folding("".join(folded)), texts]) == folded


@pytest.mark.browser
@pytest.mark.parametrize("case", cases("search/numbers"))
def test_numbers_are_asked_for_in_both_scripts(ask: Ask, case: dict[str, str]) -> None:
    assert case["also"] in ask().evaluate("query => archiveSearch.writeNumbers(query)", case["query"])


@pytest.mark.browser
@pytest.mark.parametrize("query", ["渡口经济", "渡口 经济", "渡口經濟", "“渡口”经济", "duKouJingJi", "dkjj"])
def test_a_formulation_is_found_however_it_is_typed(ask: Ask, query: str) -> None:
    page = ask(query)
    assert read_places(page)
    expect(page.locator(".found-meant a").first).to_have_text("渡口经济")


@pytest.mark.browser
def test_an_everyday_word_leads_to_official_ones(ask: Ask) -> None:
    page = ask("坐船")
    assert page.locator(f"{HITS}").count()
    assert "渡口" in page.locator("mark").all_inner_texts()


@pytest.mark.browser
def test_what_stands_character_for_character_comes_first(ask: Ask) -> None:
    page = ask("三桥两渡")
    matches = page.eval_on_selector_all("[data-match]", "items => items.map(item => item.dataset.match)")
    assert matches == sorted(matches, key=["exact", "folded", "related"].index)
    assert ask("3桥两渡").locator('[data-match="folded"]').count() == matches.count("exact")


@pytest.mark.browser
def test_the_hit_is_marked_and_the_text_is_as_it_stands(ask: Ask) -> None:
    page = ask("三橋兩渡")
    expect(page.locator("mark").first).to_have_text("三桥两渡")


@pytest.mark.browser
def test_results_follow_the_typing_and_the_address_follows_them(ask: Ask) -> None:
    page = ask()
    page.keyboard.press("/")
    page.keyboard.type("灯塔工程", delay=20)
    page.wait_for_selector(HITS)
    page.wait_for_url("**?q=*")
    first = page.locator(HITS).first
    page.keyboard.press("ArrowDown")
    page.locator(".found-meant a").first.wait_for()
    assert page.evaluate("document.activeElement.tagName") == "A"
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("Escape")
    expect(first).to_be_hidden()


@pytest.mark.browser
def test_nothing_is_asked_while_characters_are_composed(ask: Ask) -> None:
    page = ask()
    page.evaluate(
        """() => { const field = document.querySelector("[name=q]"); field.value = "du";
        field.dispatchEvent(new InputEvent("input", {bubbles: true, isComposing: true})); }"""
    )
    page.wait_for_timeout(400)
    assert page.locator(".found").count() == 0


@pytest.mark.browser
def test_hits_can_be_narrowed_and_put_in_the_order_of_time(ask: Ask, edition: Edition) -> None:
    page = ask("渡口")
    many = page.locator(HITS).count()
    page.get_by_label("讲话人").select_option("陆青禾")
    page.wait_for_url("**speaker=*")
    assert 0 < page.locator(HITS).count() <= many
    page.get_by_label("讲话人").select_option("")
    page.get_by_label("排序").select_option("time")
    page.wait_for_url("**order=time*")
    page.wait_for_selector(".found:not([aria-busy])")
    dates = {one.id: one.document.record.date for one in edition.documents}
    shown = [dates[place.partition(".html")[0]] for place in read_places(page, '[data-match="exact"] a[href]')]
    assert shown == sorted(shown, reverse=True) and len(set(shown)) > 1


@pytest.mark.browser
def test_a_layer_shows_entries_or_figures(ask: Ask) -> None:
    page = ask("渡口")
    page.get_by_role("radio", name="提法").check()
    page.wait_for_url("**layer=terms*")
    page.wait_for_selector(".found:not([aria-busy])")
    assert all("/glossary/" in link for link in page.eval_on_selector_all(HITS, "a => a.map(x => x.href)"))
    page.get_by_role("radio", name="数据").check()
    page.wait_for_selector(".found-figures")


@pytest.mark.browser
def test_what_is_not_there_is_said_with_what_is_near_and_not_held(ask: Ask) -> None:
    page = ask("鸵鸟")
    expect(page.locator(".found-also")).to_contain_text("没有找到“鸵鸟”")
    expect(page.locator(".found-also")).to_contain_text("2029年澄溪市政府工作报告")


@pytest.mark.browser
@pytest.mark.parametrize("case", cases("search/quote"))
def test_quotations_are_checked(ask: Ask, case: dict[str, Any]) -> None:
    page = ask(case["quote"])
    verdicts = page.eval_on_selector_all("[data-verdict]", "items => items.map(item => item.dataset.verdict)")
    assert verdicts == case["verdicts"]
    if "gone" in case:
        assert page.locator("[data-verdict] del").all_inner_texts() == case["gone"]
        assert page.locator("[data-verdict] ins").all_inner_texts() == case["there"]


HOSTILE = (
    "渡" * 10_000, "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "](javascript:alert(1))", "%00%ff",
    ".*+?^${}()|[]\\", "__proto__", "constructor", "\u202e渡口", "\U0001f469\u200d\U0001f467", "\ud83d",
    "'; DROP TABLE", "{{7*7}}", "“”", "——", "   ", "。",
)  # fmt: skip


@pytest.mark.browser
@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_no_query_breaks_the_page(ask: Ask, query: str) -> None:
    page = ask()
    before = page.locator("script, img").count()
    page.evaluate(
        """query => { const field = document.querySelector("[name=q]"); field.value = query;
        field.dispatchEvent(new InputEvent("input", {bubbles: true})); }""",
        query,
    )
    page.wait_for_timeout(700)
    assert page.locator("script, img").count() == before
    page.get_by_label("搜全库").fill("渡口")
    page.wait_for_selector(HITS)


@pytest.mark.browser
def test_on_other_pages_results_lie_over_the_page(ask: Ask) -> None:
    page = ask(page="documents/other.html")
    page.get_by_label("搜全库").fill("渡口")
    page.wait_for_selector(f".found-over {HITS}")
    assert "q=" not in page.url
    page.mouse.click(20, 700)
    expect(page.locator(".found-over")).to_be_hidden()


@pytest.mark.browser
def test_assistive_software_is_told(ask: Ask) -> None:
    page = ask("渡口")
    expect(page.get_by_role("region", name="搜索结果")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("处，见于")
    for name in ("文种", "年份", "讲话人", "排序"):
        expect(page.get_by_role("combobox", name=name)).to_be_visible()
    expect(page.get_by_role("radio", name="数据")).to_be_attached()
    assert all(name.strip() for name in page.locator(HITS).all_inner_texts())


@pytest.mark.browser
def test_fingers_find_the_links(ask: Ask) -> None:
    page = ask("渡口", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    heights = page.eval_on_selector_all(HITS, "links => links.map(link => link.getBoundingClientRect().height)")
    assert min(heights) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(HITS).first.tap()
    page.wait_for_url("**/documents/**")
