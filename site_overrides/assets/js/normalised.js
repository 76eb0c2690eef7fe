/* 全部 shows 校 at mechanical changes too: a joined line, a width, a dash. Where they stand is in the data that 原貌 is made
   of. The signs lie over the text, outside its paragraphs: any element within one can move its lines.
   archive.received() gives the data. */
(() => {
  const source = document.getElementById("received");
  const column = document.querySelector(".md-content__inner");
  let data = null;
  let width = 0;
  archive.received = () => (data ??= source ? JSON.parse(source.textContent) : { texts: {}, furniture: [] });

  /* the edited places of changes, as ranges; flat: see list_received in build_pages/pages/received.py, in code points */
  function ranges(paragraph, flat) {
    const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const found = [];
    let [node, first, at] = [walk.nextNode(), 0, 0];
    for (let n = 0; n < flat.length; n += 3) {
      const [start, end] = [at + flat[n], at + flat[n] + flat[n + 1]];
      at = end;
      while (node && first + [...node.data].length < Math.max(end, start + 1)) {
        first += [...node.data].length;
        node = walk.nextNode();
      }
      if (!node) break;
      const unit = place => [...node.data].slice(0, Math.max(0, place - first)).join("").length;
      if (node.parentElement.closest(".k")) continue; // a word-level repair has its own sign
      const range = document.createRange();
      range.setStart(node, unit(start));
      range.setEnd(node, unit(end));
      found.push(range);
    }
    return found;
  }

  function sign(text, boxes, { left, top }) {
    const layer = archive.element("div", { className: "signs" });
    for (const box of boxes) {
      const one = archive.element("i", {});
      one.style.left = `${box.right - left}px`;
      one.style.top = `${box.top - top}px`;
      layer.append(one);
    }
    text.append(layer);
  }

  function show() {
    const wanted = archive.chosen().has("all") && document.documentElement.dataset.view !== "received";
    if (!wanted || width === column.offsetWidth) return;
    width = column.offsetWidth;
    for (const layer of document.querySelectorAll(".signs")) layer.remove();
    const { texts } = archive.received();
    const marked = [...document.querySelectorAll(".text")].map(text => {
      const found = [...text.children].flatMap(paragraph => ranges(paragraph, texts[paragraph.id] || []));
      return [text, found.map(range => range.getBoundingClientRect()), text.getBoundingClientRect()];
    });
    for (const [text, boxes, frame] of marked) sign(text, boxes, frame);
  }

  document.addEventListener("archive:marks", show);
  document.addEventListener("archive:view", show);
  addEventListener("resize", show);
  show();
})();
