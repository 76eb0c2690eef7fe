/* Which marks show: four layers, or all of them. The choice is kept in the browser and stands on <html> as
   data-marks="-t all" before the first paint (settings.js); here the switches learn it and change it.
   A mark that does not show is no link: it is then plain text for keyboard and screen reader too. */
(() => {
  const root = document.documentElement;
  const switches = [...document.querySelectorAll("#layers input")];
  const marks = [...document.querySelectorAll(".text .m")];
  const own = new Map(marks.filter(mark => mark.hasAttribute("href")).map(mark => [mark, mark.getAttribute("href")]));
  const more = document.querySelector(".cards")?.dataset.more; // the cards of what is marked only under 全部
  let loaded = null;

  function target(mark) {
    if (own.has(mark)) return own.get(mark);
    if (mark.dataset.c) return document.querySelector(`#c-${CSS.escape(mark.dataset.c)} .foot > a`)?.getAttribute("href");
    const table = document.querySelector(".cards")?.dataset.figures;
    return table && `${table}#${mark.closest("p").id}-n${mark.dataset.n}`;
  }

  function load() {
    loaded ??= document.head.appendChild(Object.assign(document.createElement("script"), { src: more, onload: link }));
  }

  function link() {
    const chosen = archive.chosen();
    if (chosen.has("all") && more) load();
    const received = root.dataset.view === "received";
    for (const mark of marks) {
      const layer = ["t", "n", "f"].find(name => mark.classList.contains(name));
      const shown = !received && !chosen.has(`-${layer}`) && (own.has(mark) || chosen.has("all"));
      const href = (shown && target(mark)) || null;
      if (href === mark.getAttribute("href")) continue;
      if (href) mark.setAttribute("href", href);
      else mark.removeAttribute("href");
    }
  }

  function show() {
    const chosen = archive.chosen();
    for (const box of switches) box.checked = box.value === "all" ? chosen.has("all") : !chosen.has(`-${box.value}`);
    link();
  }

  for (const box of switches) {
    const token = box.value === "all" ? "all" : `-${box.value}`;
    box.addEventListener("change", () => archive.choose(token, box.checked === (token === "all")));
  }
  document.addEventListener("archive:marks", show);
  document.addEventListener("archive:view", link);
  show();
})();
