/* The search comes when a reader first turns to it: by a field, by / or Ctrl+K, or by an address that asks (?q=). It is
   loaded as a script and a style sheet, so that pages opened as files have it too. */
(() => {
  const here = document.currentScript.src; // the bundle that this script is part of
  const fields = [...document.querySelectorAll("form[role=search] input[name=q]")];
  let asked = null;

  const arrive = (tag, attributes) =>
    new Promise((resolve, reject) => {
      document.head.append(Object.assign(document.createElement(tag), attributes, { onload: resolve, onerror: reject }));
    });

  /** Load the search once; what was typed meanwhile is then answered. */
  function load() {
    if (!asked && here.startsWith("http")) {
      // what the search asks for first is on its way together with the search itself
      arrive("link", { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: new URL("../../../search/manifest.js", here).href }).catch(() => {});
    }
    asked ??= Promise.all([
      arrive("link", { rel: "stylesheet", href: new URL("../../css/search.css", here).href }),
      arrive("script", { src: new URL("search.js", here).href }),
    ]).then(
      () => {
        const field = fields.find(one => one.value);
        document.activeElement?.dispatchEvent(new Event("focus"));
        if (field && document.activeElement === field) field.dispatchEvent(new Event("input"));
      },
      () => {
        asked = null; // the network may come back
      },
    );
  }

  for (const field of fields) field.addEventListener("focus", load);
  document.addEventListener("keydown", event => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const called = (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) || (event.key === "k" && (event.ctrlKey || event.metaKey));
    const field = fields.find(one => one.offsetParent) ?? fields[0];
    if (!called || !field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  if (fields.includes(document.activeElement) || new URLSearchParams(location.search).has("q")) load();
})();
