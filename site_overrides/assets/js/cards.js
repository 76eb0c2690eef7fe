/* Cards open by hover, focus and first tap, one at a time, and close by Esc, by leaving and by tapping elsewhere.
   Wide windows have a rail for them, middle ones show them under the line, phones as a sheet. They never move the text,
   and where a browser has no popover the mark is what it always was: a link. */
(() => {
  if (!HTMLElement.prototype.hasOwnProperty("popover")) return;
  const rail = matchMedia("(min-width: 84em)");
  const sheet = matchMedia("(max-width: 44.99em)");
  const MARKS = ".text .m[href], [data-r]";
  const GAP = 6;
  let mark = null;
  let card = null;
  let timer = 0;
  let pressed = null; // the last press: what it was made with, and whether its mark's card was open then

  const later = (wait, act) => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
  const markAt = node => {
    const found = node?.closest?.(MARKS);
    const hidden = found?.matches(".k") && /(^| )-k( |$)/.test(document.documentElement.dataset.marks || "");
    return hidden ? null : found;
  };

  function open(next, y) {
    clearTimeout(timer);
    if (next === mark) return;
    close();
    const found = archive.cardOf(next);
    if (!found) return;
    [mark, card] = [next, found];
    dress(card);
    tellRepair(card, mark);
    mark.classList.add("on");
    mark.setAttribute("aria-describedby", card.querySelector(".lead").id);
    try {
      card.showPopover({ source: mark });
    } catch {
      card.showPopover();
    }
    place(y);
  }

  /* a sheet must not hide the words it speaks of */
  function uncover() {
    const hidden = mark.getClientRects()[0].bottom + GAP - card.offsetTop; // offsetTop: where it comes to rest
    if (hidden > 0) scrollBy({ top: hidden, behavior: "instant" });
  }

  function dress(card) {
    if (card.hasAttribute("role")) return;
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-label", card.querySelector(".name b").textContent);
    const lead = card.querySelector(".name").nextElementSibling;
    lead.classList.add("lead");
    lead.id = `${card.id}-lead`;
    const shut = archive.element("button", { type: "button", className: "close" }, "关闭");
    shut.addEventListener("click", () => close(true));
    card.prepend(shut);
  }

  /* A repair inside or around a term has no link of its own there: its card says so */
  function tellRepair(card, mark) {
    card.querySelector(".repaired")?.remove();
    if (mark.matches(".k")) return;
    const repair = mark.closest(".k") || mark.querySelector(".k");
    const row = repair && document.getElementById(repair.dataset.r);
    if (!row) return;
    const link = archive.element("a", { href: `#${row.id}` }, "校勘记");
    const words = `本处有校订，原作${row.cells[1].textContent}：`;
    card.querySelector(".foot").before(archive.element("p", { className: "repaired" }, words, link));
  }

  function close(back) {
    clearTimeout(timer);
    if (!card) return;
    const [was, from] = [card, mark];
    [mark, card] = [null, null];
    const inside = was.contains(document.activeElement);
    from.classList.remove("on");
    from.removeAttribute("aria-describedby");
    was.hidePopover();
    if (back && inside) refocus(from);
  }

  let quiet = false;
  function refocus(node) {
    quiet = true;
    node.focus({ preventScroll: true });
    quiet = false;
  }

  function place(y) {
    card.style.cssText = "";
    if (sheet.matches) return uncover();
    const column = document.querySelector(".md-content__inner").getBoundingClientRect();
    const lines = [...mark.getClientRects()];
    const line = lines.find(rect => y >= rect.top && y <= rect.bottom) || lines[0];
    const [height, width] = [card.offsetHeight, card.offsetWidth];
    const head = document.querySelector(".md-header").offsetHeight + GAP;
    let left, top;
    if (rail.matches) {
      left = column.right + parseFloat(getComputedStyle(document.querySelector(".md-main__inner")).columnGap);
      top = Math.max(head, Math.min(line.top - GAP, innerHeight - height - GAP));
      card.style.setProperty("--tie", `${Math.max(8, Math.min(line.bottom - top, height - 8))}px`);
    } else {
      left = Math.max(column.left, Math.min(line.left, column.right - width));
      top = line.bottom + GAP;
      if (top + height > innerHeight - GAP && line.top - height - GAP > head) top = line.top - height - GAP;
    }
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${top + scrollY}px`;
  }

  document.addEventListener("pointerover", event => {
    if (event.pointerType !== "mouse" || sheet.matches) return;
    const over = markAt(event.target);
    if (over) later(150, () => open(over, event.clientY));
    else if (card?.contains(event.target)) clearTimeout(timer);
    else if (card && document.activeElement !== mark && !card.contains(document.activeElement)) later(300, close);
    else if (!card) clearTimeout(timer);
  });

  document.addEventListener("pointerdown", event => {
    const at = markAt(event.target);
    pressed = { type: event.pointerType, open: at && at === mark };
    if (card && !at && !card.contains(event.target)) close();
  }, true);

  document.addEventListener("click", event => {
    const at = markAt(event.target);
    if (!at || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const tapped = pressed && pressed.type !== "mouse" && event.detail > 0;
    if (tapped && !pressed.open) {
      event.preventDefault();
      open(at);
    }
    pressed = null;
  });

  document.addEventListener("focusin", event => {
    if (quiet) return;
    const at = markAt(event.target);
    if (at) open(at);
    else if (card && !card.contains(event.target)) close();
  });

  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !card) return;
    event.stopPropagation();
    close(true);
  }, true);

  for (const query of [rail, sheet]) query.addEventListener("change", () => close());
  addEventListener("resize", () => card && !sheet.matches && place());
  addEventListener("pagehide", () => close());
  document.addEventListener("archive:view", () => close());
})();
