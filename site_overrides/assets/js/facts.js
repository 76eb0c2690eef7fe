/* Cards that stand nowhere in the page: of a figure, from the data in its mark; of a repair, from its line in the
   apparatus. archive.cardOf(mark) gives the card of any mark, or nothing. */
window.archive = (() => {
  const place = document.querySelector(".cards");

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

  function figureCard(mark) {
    const row = `${mark.closest("p").id}-n${mark.dataset.n}`;
    const kind = mark.classList.contains("g") ? "目标" : mark.classList.contains("u") ? "" : "结果";
    const chip = [kind, period(mark.dataset.p)].filter(Boolean).join(" · ");
    const name = element("p", { className: "name" }, element("b", {}, mark.dataset.s || "所指未定"), " ");
    if (chip) name.append(element("span", { className: "chip" }, chip));
    const value = element("p", { className: "value" }, ...clause(mark));
    const basis = element("p", { className: "basis" }, mark.dataset.p ? "口径：文中未注明" : "期间未定；口径：文中未注明");
    const link = element("a", { href: `${place.dataset.figures}#${row}` }, "数据表");
    return makeCard(`c-${row}`, name, value, basis, element("p", { className: "foot" }, element("span", {}, "照录原文"), link));
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
    if (n) return document.getElementById(`c-${mark.closest("p").id}-n${n}`) || (place.dataset.figures ? figureCard(mark) : null);
    const id = mark.dataset.c || mark.getAttribute("href")?.match(/([^/]+)\.html$/)?.[1];
    return document.getElementById(`c-${id}`);
  }

  function addCards(html) {
    place.insertAdjacentHTML("beforeend", html);
  }

  return { cardOf, addCards, element };
})();
