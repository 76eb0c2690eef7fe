/* The panel of results: status, what the reader may mean, filters, hits; and what to say when there are none. */
(() => {
  "use strict";
  const { make } = archiveSearch;
  const MEANT = 4; // suggestions above the hits
  const AT_ONCE = 10; // hits whose words are shown at once
  const LAYERS = { all: "全部", text: "正文", terms: "提法", figures: "数据", people: "人物" };

  function select(name, label, options) {
    const list = make("select", { name, "aria-label": label }, make("option", { value: "" }, label), options.map((option) => make("option", { value: option }, option)));
    return list;
  }

  function makeFilters(manifest) {
    const layers = Object.entries(LAYERS).map(([value, word]) =>
      make("label", {}, make("input", { type: "radio", name: "layer", value, checked: value === "all" }), make("span", {}, word)));
    const years = [...new Set(manifest.documents.date.map((date) => date.slice(0, 4)))].sort().reverse();
    return make("form", { class: "found-filters", "aria-label": "筛选" },
      make("fieldset", {}, make("legend", { class: "visually-hidden" }, "范围"), layers),
      select("kind", "文种", [...manifest.words.kind].sort()), select("year", "年份", years),
      select("speaker", "讲话人", manifest.words.speaker.filter(Boolean)),
      make("select", { name: "order", "aria-label": "排序" }, make("option", { value: "" }, "按相关"), make("option", { value: "time" }, "按时间")));
  }

  /** The panel, empty. `list` is where hits go: an element of the page, or one of its own. */
  archiveSearch.makePanel = (manifest, host) => {
    const parts = {
      status: make("p", { class: "found-status", role: "status" }), quote: make("div", { class: "found-quote" }),
      meant: make("div", { class: "found-meant" }), filters: makeFilters(manifest),
      list: host ?? make("div", { "data-search-results": true }), also: make("div", { class: "found-also" }),
    };
    const element = make("section", { class: "found", "aria-label": "搜索结果", hidden: true }, Object.values(parts));
    return { element, ...parts };
  };

  /** Hits as an ordered list whose excerpts are filled in when they come near the screen. */
  function listHits(hits, manifest, seen) {
    const show = (hit) => archiveSearch.showHit(hit, manifest);
    const first = hits.slice(0, AT_ONCE).map(show);
    first.forEach((item) => item.fill().catch(() => {}));
    const rest = hits.slice(AT_ONCE).map(show); // while the words of the first ones are on their way
    rest.forEach((item) => seen.observe(item));
    return make("ol", { class: "found-hits" }, first, rest);
  }

  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      target.fill().catch(() => {});
    }
  }, { rootMargin: "300px" });

  /** Only hits in whose sentence a figure stands, with these figures beside them. */
  async function keepFigures(hits, manifest) {
    const items = hits.map((hit) => archiveSearch.showHit(hit, manifest));
    await Promise.all(items.map((item) => item.fill()));
    const kept = items.filter((item) => item.figures.length);
    for (const item of kept) item.append(make("p", { class: "found-figures" }, item.figures.slice(0, 8).map((figure) => make("span", {}, figure))));
    return make("ol", { class: "found-hits" }, kept);
  }

  function say({ count, exact, related, close, entries }, layer, listed) {
    if (layer === "terms" || layer === "people") return entries.length ? `${entries.length} 个词条` : "没有这样的词条";
    if (layer === "figures") return listed ? `${listed} 段，句中有数字` : "句中没有数字";
    if (!exact.length) return related.length ? `没有连着出现的原文；按词找到 ${related.length} 段` : "";
    const found = count.complete ? `原文 ${count.places} 处，见于 ${count.units} 段` : `原文约 ${count.places} 处，见于约 ${count.units} 段；太多，只列其中最相关的`;
    const cut = count.complete && exact.length < count.units ? `，列出 ${exact.length} 段` : "";
    return `${found}${cut}${close && related.length ? `；另按词找到 ${related.length} 段` : ""}`;
  }

  function showNothing(query, desk) {
    const near = archiveSearch.nearest(query, desk);
    const missing = desk.manifest.missing;
    const shown = query.length > 40 ? `${query.slice(0, 39)}…` : query;
    return [
      make("p", {}, `没有找到“${shown}”。`),
      near.length ? make("div", {}, make("p", {}, "相近："), make("ul", { class: "found-entries" }, near.map(archiveSearch.showEntry))) : "",
      missing.length ? make("div", {}, make("p", {}, "已知未收："), make("ul", {}, missing.slice(0, 8).map((m) => make("li", {}, `${m.title}（${m.date}）`)))) : "",
    ];
  }

  function showMeant(desk, layer) {
    if (layer !== "all") return [];
    const sure = desk.entries.filter(({ score }) => score >= (desk.indicators.length ? 60 : 45));
    const items = [...desk.indicators.map(archiveSearch.showIndicator), ...sure.map(archiveSearch.showEntry)].slice(0, MEANT);
    return items.length ? [make("h2", {}, "您要找的是"), make("ul", { class: "found-entries" }, items)] : [];
  }

  async function fillList(panel, found, desk, layer) {
    const { manifest } = desk;
    if (layer === "terms" || layer === "people") {
      return [make("ol", { class: "found-entries" }, found.entries.map(archiveSearch.showEntry))];
    }
    const hits = [...found.exact, ...(found.close ? found.related : [])];
    if (layer === "figures") return [await keepFigures(hits.slice(0, 100), manifest)];
    const lists = [found.exact.length ? listHits(found.exact, manifest, seen) : ""];
    if (found.close && found.related.length) lists.push(found.exact.length ? make("h2", {}, "换个说法") : "", listHits(found.related, manifest, seen));
    return lists.filter(Boolean);
  }

  /** Show what was found for a query, until the words around the first hits are there; `found` is what `search`
   * returned, with `entries` of the layer. */
  archiveSearch.show = async (panel, query, found, desk, layer) => {
    const list = await fillList(panel, found, desk, layer);
    const empty = !list.some((part) => part.querySelector?.("li") || part.tagName === "LI");
    panel.list.replaceChildren(...list);
    panel.meant.replaceChildren(...showMeant(desk, layer));
    const apart = !found.close && found.related.length && ["all", "text"].includes(layer);
    panel.also.replaceChildren(...(apart ? [make("h2", {}, "另有相关段落"), listHits(found.related.slice(0, 20), desk.manifest, seen)] : []));
    if (empty && !found.exact.length) panel.also.replaceChildren(...showNothing(query, desk));
    panel.status.textContent = say(found, layer, panel.list.querySelectorAll("li").length) || `没有找到“${query.slice(0, 40)}”`;
    await Promise.allSettled([...panel.list.querySelectorAll("li")].slice(0, AT_ONCE).map((item) => item.filled));
  };
})();
