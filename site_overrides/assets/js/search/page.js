/* The search fields of a page: instant while typing, by keyboard throughout, and by address (?q=). */
(() => {
  "use strict";
  const PAUSE = 120; // milliseconds after the last key
  const LONGEST = 2000; // characters of a query that are read
  const HOME = ["", "index.html"].map((path) => new URL(path, archiveSearch.site).pathname);
  const atHome = HOME.includes(location.pathname);
  const fields = [...document.querySelectorAll("form[role=search] input[name=q]")];
  let panel;
  let asking = 0;

  /** What every query is answered with: the manifest and the lexicon, and for Latin letters their spellings. */
  let lexical;
  async function readDesk(query) {
    const manifest = await archiveSearch.open();
    const { folding } = manifest;
    lexical ??= archiveSearch.load("lexicon").then((lexicon) => ({
      lexicon, dictionary: archiveSearch.makeDictionary(lexicon, folding.fold),
      names: lexicon.entries.map((entry) => [entry.name, ...(entry.forms ?? [])].map(folding.fold)),
    }));
    lexical.catch(() => (lexical = undefined));
    const latin = /[a-z]/i.test(query) ? await archiveSearch.load("latin") : null;
    const desk = { manifest, folding, latin, ...(await lexical) };
    return { ...desk, entries: archiveSearch.matchEntries(query, desk), indicators: archiveSearch.matchIndicators(query, desk) };
  }

  async function openPanel() {
    if (panel) return panel;
    const made = archiveSearch.makePanel(await archiveSearch.open(), document.querySelector("[data-search-results]"));
    if (panel) return panel;
    panel = made;
    const form = fields.find((field) => field.closest("main"))?.form;
    if (atHome && form) form.after(panel.element);
    else if (atHome) (document.querySelector("main article, main") ?? document.body).prepend(panel.element);
    else {
      panel.element.classList.add("found-over");
      (document.querySelector(".md-header") ?? document.body.firstElementChild).after(panel.element);
    }
    panel.filters.addEventListener("change", () => ask(fields[0]?.value ?? readAddress().get("q") ?? ""));
    panel.filters.addEventListener("submit", (event) => event.preventDefault());
    panel.element.addEventListener("keydown", walk);
    setFilters(readAddress());
    return panel;
  }

  const readAddress = () => new URLSearchParams(location.search);
  const filtersOf = () => Object.fromEntries(new FormData(panel.filters));

  function setFilters(params) {
    for (const control of panel.filters.elements) {
      const value = control.name && params.get(control.name);
      if (!value) continue;
      if (control.type === "radio") control.checked = control.value === value;
      else if ([...control.options].some((option) => option.value === value)) control.value = value;
    }
  }

  /** The address of what is shown, so that it can be kept and passed on; only the home page runs it on load. */
  function writeAddress(query) {
    if (!atHome) return;
    const params = new URLSearchParams();
    if (query) params.set("q", query);
    for (const [name, value] of Object.entries(filtersOf())) if (value && value !== "all") params.set(name, value);
    const search = params.toString();
    try {
      history.replaceState(history.state, "", `${location.pathname}${search ? `?${search}` : ""}${location.hash}`);
    } catch {
      // browsers refuse it on some file: addresses; the search itself does not need it
    }
  }

  function close() {
    asking += 1;
    if (panel) panel.element.hidden = true;
    delete document.body.dataset.searching;
  }

  const ENTRY_LAYERS = { terms: ["term"], people: ["person", "body"] };

  async function answer(query, turn) {
    const shown = await openPanel();
    const desk = await readDesk(query);
    const { layer = "all", order, ...filters } = filtersOf();
    const found = await archiveSearch.search(query, desk, { filters, order });
    const kinds = ENTRY_LAYERS[layer] ?? [];
    found.entries = archiveSearch.matchEntries(query, desk, 100).filter(({ entry }) => kinds.includes(entry.kind));
    if (turn !== asking) return;
    await archiveSearch.show(shown, query, found, desk, layer);
    const verdicts = await archiveSearch.checkQuote(query, desk.manifest);
    if (turn !== asking) return;
    shown.quote.replaceChildren(...(verdicts.length ? archiveSearch.showVerdicts(verdicts) : []));
    if (verdicts.length) shown.meant.replaceChildren();
    shown.element.hidden = false;
    shown.element.removeAttribute("aria-busy");
  }

  /** Answer a query; of several that follow each other only the last is shown. */
  async function ask(typed) {
    const query = typed.trim().slice(0, LONGEST);
    if (!query) {
      close();
      if (panel) writeAddress("");
      return;
    }
    const turn = ++asking;
    document.body.dataset.searching = "";
    archiveSearch.begin(query);
    try {
      const shown = await openPanel();
      shown.element.hidden = false;
      shown.element.setAttribute("aria-busy", "true");
      if (!shown.list.hasChildNodes()) shown.status.textContent = "正在找…";
      await answer(query, turn);
    } catch (error) {
      if (turn !== asking) return;
      if (panel) panel.status.textContent = "索引没有读到，请刷新再试。";
      console.error(error);
    }
    if (turn === asking && panel) writeAddress(query);
  }

  const linksOf = () => [...panel.element.querySelectorAll("a[href]")].filter((link) => link.offsetParent);

  /** Arrow keys walk through the links of the panel, and back into the field. */
  function walk(event) {
    if (event.key === "Escape") {
      event.preventDefault();
      close();
      fields[0]?.focus();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target.matches("select, input")) return;
    event.preventDefault();
    const links = linksOf();
    const next = links.indexOf(document.activeElement) + step;
    if (next < 0) fields.find((field) => field.offsetParent)?.focus();
    else links[next]?.focus();
  }

  function listen(field) {
    let timer;
    const later = () => {
      for (const other of fields) if (other !== field) other.value = field.value;
      clearTimeout(timer);
      timer = setTimeout(() => ask(field.value), PAUSE);
    };
    field.addEventListener("focus", () => archiveSearch.open().then(() => archiveSearch.load("lexicon")).catch(() => {}), { once: true });
    field.addEventListener("input", (event) => event.isComposing || later());
    field.addEventListener("compositionend", later);
    field.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" && panel && !panel.element.hidden) {
        event.preventDefault();
        linksOf()[0]?.focus();
      } else if (event.key === "Escape" && panel && !panel.element.hidden) {
        event.preventDefault();
        close();
      }
    });
    field.form.addEventListener("submit", (event) => {
      if (!atHome) return; // the form leads to the home page, which runs ?q=
      event.preventDefault();
      clearTimeout(timer);
      ask(field.value);
    });
  }

  fields.forEach(listen);

  document.addEventListener("pointerdown", (event) => {
    if (panel?.element.classList.contains("found-over") && !event.target.closest(".found, form[role=search]")) close();
  });

  const asked = readAddress().get("q");
  if (atHome && asked) {
    for (const field of fields) field.value = asked;
    ask(asked);
  }
})();
