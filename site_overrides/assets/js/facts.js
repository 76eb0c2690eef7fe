/* Cards that stand nowhere in the page: of a figure, from the data in its mark and in the series of its indicator; of a
   repair, from its line in the apparatus. archive.cardOf(mark) gives the card of any mark, or nothing. */
(() => {
  const place = document.querySelector(".cards");
  const source = document.getElementById("series"); // see show_series in build_pages/pages/figure_cards.py
  const series = source ? JSON.parse(source.textContent) : {};
  const MOST = 5; // values on a card, its own included
  const SOURCE = place && "machine" in place.dataset ? "照录机器识读文本" : "照录原文";

  function element(tag, attributes, ...children) {
    const made = Object.assign(document.createElement(tag), attributes);
    made.append(...children);
    return made;
  }

  function makeCard(id, ...children) {
    const card = element("div", { id, className: "card made" }, ...children);
    card.setAttribute("popover", "manual");
    place.append(card);
    return card;
  }

  function period(code) {
    return code ? `${code.replace("/", "—")}年` : "";
  }

  /* the clause around a figure, so that what it promises and how far stands as worded */
  function clause(mark) {
    const range = document.createRange();
    range.selectNodeContents(mark.closest("p"));
    const whole = String(range);
    range.setEndBefore(mark);
    const at = String(range).length;
    const before = whole.slice(0, at).match(/[^，。；：、！？——]{0,24}$/)[0];
    const after = whole.slice(at + mark.textContent.length).match(/^[^，。；：、！？）]{0,12}/)[0];
    const said = mark.dataset.q && !before.includes(mark.dataset.q) ? `${mark.dataset.q}……` : "";
    return [said + before, element("b", {}, mark.textContent), after];
  }

  /* the values nearest in time to the one at a place in the series, itself among them, in the order of time */
  function near(values, at) {
    const nearest = values.map((_, n) => n).sort((a, b) => Math.abs(a - at) - Math.abs(b - at) || a - b);
    return nearest.slice(0, MOST).sort((a, b) => a - b);
  }

  function valueRow([, period, status, words, url, , apart], here) {
    const said = here ? [words, " ", element("small", {}, "本处")] : [element("a", { href: url }, words)];
    if (!here && apart === "口径不同") said.push(" ", element("small", {}, apart));
    const head = element("th", { scope: "row" }, period + status);
    return element("tr", { className: here ? "here" : "" }, head, element("td", {}, ...said));
  }

  function indicatorCard(mark, row) {
    const { name, english, missing, values } = series[mark.getAttribute("href").match(/([^/]+)\.html$/)[1]];
    const at = values.findIndex(([figure]) => figure === row);
    const [, period, status, words, , terms] = values[at];
    const rows = near(values, at).map(n => valueRow(values[n], n === at));
    const chip = element("span", { className: "chip" }, `${status} · ${period}`);
    const foot = element("p", { className: "foot" }, element("span", {}, SOURCE), element("a", { href: mark.href }, "指标页"));
    return makeCard(
      `c-${row}`,
      element("p", { className: "name" }, element("b", {}, name), " ", chip),
      ...(english ? [element("p", { className: "gloss en", lang: "en" }, english)] : []),
      element("p", { className: "value" }, element("b", {}, words)),
      element("table", { className: "others" }, element("tbody", {}, ...rows)),
      ...(missing ? [element("p", { className: "basis" }, missing)] : []),
      element("p", { className: "basis" }, `口径：${terms}`),
      foot,
    );
  }

  function figureCard(mark) {
    const row = `${mark.closest("p").id}-n${mark.dataset.n}`;
    const kind = mark.classList.contains("g") ? "目标" : mark.classList.contains("u") ? "" : "结果";
    const chip = [kind, period(mark.dataset.p)].filter(Boolean).join(" · ");
    const name = element("p", { className: "name" }, element("b", {}, mark.dataset.s || "所指未定"), " ");
    if (chip) name.append(element("span", { className: "chip" }, chip));
    const value = element("p", { className: "value" }, ...clause(mark));
    const basis = element("p", { className: "basis" }, mark.dataset.p ? "口径：文中未注明" : "期间未定；口径：文中未注明");
    const link = element("a", { href: `${place.dataset.figures}#${row}` }, "数据表");
    return makeCard(`c-${row}`, name, value, basis, element("p", { className: "foot" }, element("span", {}, SOURCE), link));
  }

  function repairCard(mark) {
    const row = document.getElementById(mark.dataset.r);
    if (!row) return null;
    const heads = [...row.closest("table").tHead.rows[0].cells].map(cell => cell.textContent);
    const list = element("dl", {});
    [...row.cells].forEach((cell, n) => {
      if (n) list.append(element("dt", {}, heads[n]), element("dd", {}, cell.textContent));
    });
    const name = element("p", { className: "name" }, element("b", {}, mark.classList.contains("q") ? "待定，未改" : "校订"));
    const foot = element("p", { className: "foot" }, element("span", {}, "版面：未见"), element("a", { href: `#${row.id}` }, "校勘记"));
    return makeCard(`c-${row.id}`, name, list, foot);
  }

  function cardOf(mark) {
    const { r, n } = mark.dataset;
    if (r) return document.getElementById(`c-${r}`) || repairCard(mark);
    if (n) return document.getElementById(`c-${mark.closest("p").id}-n${n}`) || ofFigure(mark);
    const id = mark.dataset.c || mark.getAttribute("href")?.match(/([^/]+)\.html$/)?.[1];
    return document.getElementById(`c-${id}`);
  }

  function ofFigure(mark) {
    if (mark.matches(".d")) return indicatorCard(mark, `${mark.closest("p").id}-n${mark.dataset.n}`);
    return place.dataset.figures ? figureCard(mark) : null;
  }

  function addCards(html) {
    place.insertAdjacentHTML("beforeend", html);
  }

  Object.assign(archive, { cardOf, addCards, element });
})();
