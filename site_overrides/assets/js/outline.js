/* The outline follows the reader: the current section is marked and, beside the text, kept in view.
   On phones the bar at the foot makes way while the reader scrolls down. */
(() => {
  const outline = document.getElementById("outline");
  if (!outline) return;
  const links = new Map([...outline.querySelectorAll("a")].map(link => [decodeURIComponent(link.hash.slice(1)), link]));
  const headings = [...document.querySelectorAll(".md-typeset :is(h2, h3)[id]")].filter(heading => links.has(heading.id));
  const beside = matchMedia("(min-width: 76.25em)");
  let current = null;

  function follow() {
    const line = 0.25 * innerHeight;
    const passed = headings.filter(heading => heading.getBoundingClientRect().top < line);
    point(links.get((passed.at(-1) || headings[0])?.id));
  }

  function point(link) {
    if (!link || link === current) return;
    current?.removeAttribute("aria-current");
    current = link;
    current.setAttribute("aria-current", "true");
    for (const item of outline.querySelectorAll("li.current")) item.classList.remove("current");
    for (let item = current.closest("li"); item; item = item.parentElement.closest("li")) item.classList.add("current");
    if (!beside.matches) return;
    const [box, row] = [outline.getBoundingClientRect(), current.getBoundingClientRect()];
    if (row.top < box.top + 40 || row.bottom > box.bottom - 40) outline.scrollTop += row.top - box.top - box.height / 3;
  }

  /* all that lies above the line counts as inside, so that a heading is noticed however far the reader jumps */
  const watch = new IntersectionObserver(follow, { rootMargin: "1000000px 0px -75% 0px" });
  for (const heading of headings) watch.observe(heading);
  follow();

  outline.addEventListener("click", event => {
    if (event.target.closest("a") && !beside.matches) outline.hidePopover?.();
  });
  if (!HTMLElement.prototype.hasOwnProperty("popover")) return; // the sheets then stand in the page
  beside.addEventListener("change", () => {
    for (const sheet of document.querySelectorAll("#outline:popover-open, #layers:popover-open")) sheet.hidePopover();
  });

  const foot = document.querySelector(".foot-bar");
  let last = scrollY;
  addEventListener("scroll", () => {
    if (Math.abs(scrollY - last) < 8) return;
    foot.classList.toggle("away", scrollY > last && scrollY > 200 && !document.querySelector(":popover-open"));
    last = scrollY;
  }, { passive: true });
})();
