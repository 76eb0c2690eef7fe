/* Which marks show: four layers, all of them, and English. The choice is kept in the browser and stands on <html>
   as data-marks="-t all en" before the first paint (partials/settings.html); here the switches learn it and change it.
   A mark that does not show is no link: it is then plain text for keyboard and screen reader too. */
(() => {
  const root = document.documentElement;
  const switches = [...document.querySelectorAll("#layers input")];
  const english = document.querySelector('#layers [data-view="en"]');
  const marks = [...document.querySelectorAll(".text .m")];
  const own = new Map(marks.filter(mark => mark.hasAttribute("href")).map(mark => [mark, mark.getAttribute("href")]));
  const more = document.querySelector(".cards")?.dataset.more; // the cards of what is marked only under 全部
  let loaded = null;
  const tokens = () => new Set((root.dataset.marks || "").split(" ").filter(Boolean));

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
    const chosen = tokens();
    if (chosen.has("all") && more) load();
    const received = root.dataset.view === "received";
    for (const mark of marks) {
      const layer = ["t", "n", "f"].find(name => mark.classList.contains(name));
      const shown = !received && !chosen.has(`-${layer}`) && (own.has(mark) || chosen.has("all"));
      const href = shown && target(mark);
      if (href) mark.setAttribute("href", href);
      else mark.removeAttribute("href");
    }
  }

  function keep(chosen) {
    root.dataset.marks = [...chosen].join(" ");
    try {
      localStorage.setItem("archive-marks", root.dataset.marks);
    } catch {} // private windows may refuse; the choice then lasts as long as the page
    link();
    show();
  }

  function show() {
    const chosen = tokens();
    for (const box of switches) box.checked = box.value === "all" ? chosen.has("all") : !chosen.has(`-${box.value}`);
    english?.setAttribute("aria-pressed", chosen.has("en"));
  }

  function flip(token, on) {
    const chosen = tokens();
    if (on) chosen.add(token);
    else chosen.delete(token);
    keep(chosen);
  }

  for (const box of switches) {
    box.addEventListener("change", () => (box.value === "all" ? flip("all", box.checked) : flip(`-${box.value}`, !box.checked)));
  }
  english?.addEventListener("click", () => flip("en", !tokens().has("en")));
  document.addEventListener("archive:view", link);
  show();
  link();
})();
