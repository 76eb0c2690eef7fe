/* 原貌: the received characters in place of the edited ones, line ends as ⏎, with what the edition keeps out of the
   text. Only this choice stands in the address (?view=yuanmao), because it changes what is quoted. */
(() => {
  const button = document.querySelector('#layers [data-view="received"]');
  if (!button) return;
  const root = document.documentElement;
  const edited = new Map(); // element ▸ its nodes as the page brought them
  let made = null;

  /* flat: [gap, length, found, …], see list_received in build_pages/pages/received.py; counts code points */
  function receive(text, flat) {
    const characters = [...text];
    let at = 0;
    let out = "";
    for (let n = 0; n < flat.length; n += 3) {
      out += characters.slice(at, at + flat[n]).join("") + flat[n + 2];
      at += flat[n] + flat[n + 1];
    }
    return out + characters.slice(at).join("");
  }

  function aside(words) {
    return archive.element("span", { className: "received-only" }, words);
  }

  function nodes(text) {
    return text.split("\n").flatMap((line, n) => (n ? [aside("⏎"), line] : [line]));
  }

  /* where an edited offset comes to stand in the received characters */
  function moved(offset, flat) {
    let at = 0;
    let shift = 0;
    for (let n = 0; n < flat.length && at + flat[n] < offset; n += 3) {
      at += flat[n] + flat[n + 1];
      shift += [...flat[n + 2]].length - flat[n + 1];
    }
    return offset + shift;
  }

  /* the received characters of a paragraph, with the anchors of its run-in headings kept */
  function dress(node, flat) {
    const anchors = [...node.querySelectorAll(".ri[id]")].map(heading => {
      const before = document.createRange();
      before.selectNodeContents(node);
      before.setEndBefore(heading);
      return [moved([...String(before)].length, flat), heading.id];
    });
    const characters = [...receive(node.textContent, flat)];
    const pieces = [];
    let last = 0;
    for (const [at, id] of anchors) {
      pieces.push(...nodes(characters.slice(last, at).join("")), archive.element("span", { id }));
      last = at;
    }
    return [...pieces, ...nodes(characters.slice(last).join(""))];
  }

  function furnish(rows) {
    const paragraphs = [...document.querySelectorAll(".text > p")];
    const lineOf = node => parseInt(node.id.slice(1), 10);
    for (const [line, words] of rows) {
      const row = archive.element("p", { className: "received-only" }, words);
      const next = paragraphs.find(paragraph => lineOf(paragraph) > line);
      if (next) next.before(row);
      else paragraphs.at(-1)?.after(row);
    }
  }

  function apply() {
    const received = root.dataset.view === "received";
    if (received && !made) {
      made = archive.received();
      furnish(made.furniture);
    }
    for (const [id, flat] of Object.entries(made?.texts || {})) {
      const node = document.getElementById(id);
      if (!node) continue;
      if (received) {
        const label = node.querySelector(":scope > .pl");
        edited.set(node, [...node.childNodes]);
        node.replaceChildren(...(label ? [label] : []), ...dress(node, flat));
      } else if (edited.has(node)) {
        node.replaceChildren(...edited.get(node));
        edited.delete(node);
      }
    }
    button.setAttribute("aria-pressed", received);
    document.dispatchEvent(new Event("archive:view"));
  }

  button.addEventListener("click", () => {
    const received = root.dataset.view !== "received";
    if (received) root.dataset.view = "received";
    else delete root.dataset.view;
    const url = new URL(location.href);
    if (received) url.searchParams.set("view", "yuanmao");
    else url.searchParams.delete("view");
    history.replaceState(history.state, "", url);
    apply();
  });
  if (root.dataset.view === "received") apply();
})();
