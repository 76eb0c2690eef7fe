/* What the frame of every page does in place of Material's bundle: the switches of scheme and English, and on phones the
   title of the page in place of the site's name once the heading has left the screen. */
window.archive = (() => {
  const root = document.documentElement;

  /* what the reader chose to see beside the text: "-t -n -f -k" hide layers, "all" and "en" show more */
  const chosen = () => new Set((root.dataset.marks || "").split(" ").filter(Boolean));

  function choose(token, on) {
    const tokens = chosen();
    if (on) tokens.add(token);
    else tokens.delete(token);
    root.dataset.marks = [...tokens].join(" ");
    try {
      localStorage.setItem("archive-marks", root.dataset.marks);
    } catch {} // private windows may refuse; the choice then lasts as long as the page
    document.dispatchEvent(new Event("archive:marks"));
  }

  return { chosen, choose };
})();

(() => {
  const root = document.documentElement;
  const english = document.querySelector(".english-switch");
  const tell = () => english.setAttribute("aria-pressed", archive.chosen().has("en"));
  english.addEventListener("click", () => archive.choose("en", !archive.chosen().has("en")));
  document.addEventListener("archive:marks", tell);
  tell();

  const scheme = document.querySelector(".scheme");
  const isDark = () => root.dataset.mdColorScheme === "slate";
  const show = () => scheme.setAttribute("aria-pressed", isDark());

  scheme.addEventListener("click", () => {
    root.dataset.mdColorScheme = isDark() ? "default" : "slate";
    try {
      localStorage.setItem("archive-scheme", root.dataset.mdColorScheme);
    } catch {} // the choice then lasts as long as the page
  });
  new MutationObserver(show).observe(root, { attributeFilter: ["data-md-color-scheme"] });
  show();

  const heading = document.querySelector("h1");
  const title = document.querySelector(".md-header__title");
  if (!heading || !globalThis.IntersectionObserver) return;
  new IntersectionObserver(([{ isIntersecting, boundingClientRect }]) => {
    title.classList.toggle("md-header__title--active", !isIntersecting && boundingClientRect.top < 100);
  }, { rootMargin: "-48px 0px 0px" }).observe(heading);
})();
