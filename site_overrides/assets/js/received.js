/* 原貌: the received characters in place of the edited ones, line ends as ⏎, with what the edition keeps out of the
   text. Only this choice stands in the address (?view=yuanmao), because it changes what is quoted. */
(() => {
  const source = document.getElementById("received");
  const button = document.querySelector('#layers [data-view="received"]');
  if (!source || !button) return;
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
      made = JSON.parse(source.textContent);
      furnish(made.furniture);
    }
    for (const [id, flat] of Object.entries(made?.texts || {})) {
      const node = document.getElementById(id);
      if (!node) continue;
      if (received) {
        const label = node.querySelector(":scope > .pl");
        edited.set(node, [...node.childNodes]);
        node.replaceChildren(...(label ? [label] : []), ...nodes(receive(node.textContent, flat)));
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
