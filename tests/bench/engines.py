"""Three searches behind one face: a page that answers a query in its address, and a next one without reloading."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from playwright.sync_api import BrowserContext, Page

_TYPE = """query => {
  const field = document.querySelector(FIELD);
  window.askedAt = performance.now();
  window.answered = null;
  field.value = query;
  for (const type of ["input", "keyup"]) field.dispatchEvent(new Event(type, { bubbles: true }));
}"""
_SPY = """(() => {
  const Real = window.Worker;
  window.Worker = class extends Real {
    constructor(...rest) {
      super(...rest);
      this.addEventListener("message", ({ data }) => { if (data?.data?.items) window.answered = data.data.items; });
    }
  };
})()"""
"""Material shows ten results and more on scrolling; what its worker answers is all of them."""

_SETTLED = 500
"""Milliseconds in which Chromium loads the parts of a new window that are pages themselves: a reader's is open."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A search: which paths of its site are its own, how it is asked, and how it is seen to have answered."""

    name: str
    marker: str
    page: str
    ask: str
    """JavaScript: a function that asks the query it is given and notes the time in ``askedAt``."""
    answered: str
    """JavaScript: an expression that is true once the page shows the answer to ``query``."""
    listed: str
    """JavaScript: an expression for the addresses that are listed, in their order."""
    spy: str = ""
    """JavaScript that runs before the page's own."""
    quoted: bool = False
    """Whether queries are typed in quotation marks."""

    def first(self, context: BrowserContext, address: str, query: str, slow: float = 1) -> tuple[Page, float]:
        """Open the page with a query in its address: the page, and milliseconds from there to the answer."""
        query = self._typed(query)
        page = context.new_page()
        page.set_default_timeout(180_000)
        if self.spy:
            page.add_init_script(self.spy)
        if slow > 1:
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
        page.wait_for_timeout(_SETTLED)
        page.goto(f"{address}{self.page}?q={quote(query)}", wait_until="commit")
        return page, self._wait(page, query, "0")

    def next(self, page: Page, query: str) -> float:
        """Ask another query on an open page: milliseconds from the key to the answer."""
        query = self._typed(query)
        page.evaluate(self.ask, query)
        return self._wait(page, query, "window.askedAt")

    def read(self, page: Page) -> list[str]:
        """The addresses that the page lists."""
        return [str(address) for address in page.evaluate(f"() => {self.listed}")]

    def _typed(self, query: str) -> str:
        return f'"{query}"' if self.quoted else query

    def _wait(self, page: Page, query: str, start: str) -> float:
        wait = f"query => ({self.answered}) && performance.now() - {start}"
        return float(page.wait_for_function(wait, arg=query, polling="raf").json_value())


OURS = Engine(
    "ours", "/search", "index.html", _TYPE.replace("FIELD", '"form[role=search] input[name=q]"'),
    'new URLSearchParams(location.search).get("q") === query && document.querySelector(".found:not([hidden])'
    ':not([aria-busy])") && document.querySelector(".found-status").textContent',
    '[...document.querySelectorAll("[data-search-results] a[href]")].map(link => link.href)',
)  # fmt: skip
MATERIAL = Engine(
    "Material's search", "search", "index.html",
    _TYPE.replace("FIELD", '"[data-md-component=search-query]"'),
    'window.answered && document.querySelector(".md-search-result__meta")?.textContent.trim() '
    '&& (!window.answered.length || document.querySelector(".md-search-result__item a"))',
    "(window.answered ?? []).flat().map(item => new URL(item.location, document.baseURI).href)", _SPY,
)  # fmt: skip
PAGEFIND_PAGE = """<!doctype html><meta charset="utf-8"><title>Pagefind</title><ol></ol><script type="module">
const pagefind = await import("./pagefind/pagefind.js");
window.ask = async (query) => {
  window.askedAt = performance.now();
  const { results } = await pagefind.search(query);
  const shown = await Promise.all(results.slice(0, 10).map((one) => one.data()));
  document.querySelector("ol").replaceChildren(...shown.map((one) => {
    const item = document.createElement("li");
    item.innerHTML = one.excerpt;
    return item;
  }));
  window.shown = { query, shown, rest: results.slice(10) };
};
window.all = async () => {
  const { shown, rest } = window.shown;
  return [...shown, ...(await Promise.all(rest.map((one) => one.data())))].map((one) => one.url);
};
const asked = new URLSearchParams(location.search).get("q");
if (asked) window.ask(asked);
</script>
"""
"""Its own interface shows pages with excerpts; this one asks the same of it."""


def make_pagefind(quoted: bool) -> Engine:
    """Pagefind as it comes, the query as typed or in quotation marks (which it reads as exact)."""
    name = "Pagefind, in quotation marks" if quoted else "Pagefind, as typed"
    return Engine(
        name, "/pagefind/", "pagefind.html", "query => window.ask(query)", "window.shown?.query === query",
        "window.all()", quoted=quoted,
    )  # fmt: skip
