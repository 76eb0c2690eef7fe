/* Before the first paint: what the reader chose last time (scheme, marks), and whether the address asks for the
   received text. Two keys are kept in the browser and nothing else: "archive-scheme" (frame.js) and "archive-marks"
   (layers.js). */
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");

  function read(name) {
    try {
      return localStorage.getItem(name) || "";
    } catch {
      return ""; // browsers may refuse storage altogether
    }
  }

  function paint() {
    const chosen = read("archive-scheme") || (dark.matches ? "slate" : "default");
    root.dataset.mdColorScheme = chosen;
  }

  root.classList.replace("no-js", "js");
  root.dataset.marks = read("archive-marks");
  if (/[?&]view=yuanmao/.test(location.search)) root.dataset.view = "received";
  dark.addEventListener?.("change", paint);
  paint();
})();
