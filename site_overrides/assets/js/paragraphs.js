/* The menu of a paragraph, opened by its label: copy the link, the words with their source, report an error. */
(() => {
  if (!archive.quote || !HTMLElement.prototype.hasOwnProperty("popover")) return;
  const { element } = archive;
  const menu = element("div", { className: "menu" });
  menu.setAttribute("popover", "auto");
  menu.setAttribute("role", "group");
  document.querySelector(".md-content__inner").append(menu);
  let selected = "";

  function textOf(paragraph) {
    return paragraph.textContent.trim();
  }

  function entry(label, words) {
    const button = element("button", { type: "button" }, label);
    button.addEventListener("click", () => archive.copy(words, button).then(() => setTimeout(() => menu.hidePopover(), 900)));
    return button;
  }

  function report(paragraph, label) {
    const title = encodeURIComponent(`${document.title} ${label}`);
    const body = encodeURIComponent(`${archive.address(paragraph.id)}\n\n> ${textOf(paragraph)}\n\n`.trimStart());
    return element("a", { href: `${archive.repository}/issues/new?title=${title}&body=${body}` }, "报告错误 ↗");
  }

  function open(link) {
    const paragraph = link.closest("p");
    const label = link.getAttribute("aria-label");
    menu.setAttribute("aria-label", label);
    menu.replaceChildren(
      entry("复制链接", archive.address(paragraph.id) || link.href),
      entry("复制本段与出处", archive.quote(textOf(paragraph), paragraph)),
      ...(selected ? [entry("复制所选与出处", archive.quote(selected, paragraph))] : []),
      ...(archive.repository ? [report(paragraph, label)] : []),
    );
    menu.showPopover();
    const box = link.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, innerWidth - menu.offsetWidth - 8));
    const below = box.bottom + menu.offsetHeight + 8 < innerHeight;
    menu.style.left = `${left + scrollX}px`;
    menu.style.top = `${(below ? box.bottom : box.top - menu.offsetHeight) + scrollY}px`;
    menu.querySelector("button").focus({ preventScroll: true });
    menu.addEventListener("toggle", event => {
      if (event.newState === "closed" && menu.contains(document.activeElement)) link.focus({ preventScroll: true });
    }, { once: true });
  }

  document.addEventListener("pointerdown", event => {
    const link = event.target.closest?.(".pl");
    if (!link) return;
    const selection = getSelection();
    selected = selection.rangeCount && link.closest("p").contains(selection.anchorNode) ? String(selection) : "";
    event.preventDefault(); // or the press would drop the selection
  });

  document.addEventListener("click", event => {
    const link = event.target.closest?.(".pl");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (event.detail === 0) selected = "";
    open(link);
  });
})();
