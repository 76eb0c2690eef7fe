/* Citations: what the build knows, with the day, the address and the view that only the reader's browser knows. */
(() => {
  const panel = document.getElementById("cite");
  if (!panel) return;
  const version = panel.dataset.version && ` ${panel.dataset.version}`;
  const received = () => document.documentElement.dataset.view === "received";
  const canonical = document.querySelector('link[rel="canonical"]')?.href;

  // Where the page is published; "" in a copy on disk that does not know, whose own path is nobody else's business.
  function address(fragment) {
    if (location.protocol === "file:" && !canonical) return "";
    const url = new URL(location.protocol === "file:" ? canonical : location.href);
    url.search = received() ? "view=yuanmao" : "";
    url.hash = fragment || "";
    return url.href;
  }

  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, "0")).join("-");
  }

  const bare = Object.fromEntries([...panel.querySelectorAll("[data-style]")].map(line => [line.dataset.style, line.textContent]));
  const whole = {
    gb: () => `${received() ? bare.gb.replace("校订本", "原貌") : bare.gb}[${today()}].${address() && ` ${address()}.`}`,
    apa: () => `${received() ? bare.apa.replace("edited text", "received text") : bare.apa} ${address()}`.trim(),
  };

  function fill() {
    for (const line of panel.querySelectorAll("[data-style]")) {
      const words = whole[line.dataset.style]();
      const button = archive.element("button", { type: "button", className: "copy" }, "复制");
      button.lang = "zh-Hans";
      button.addEventListener("click", () => archive.copy(words, button));
      line.replaceChildren(words, button);
    }
  }

  archive.copy = async (words, button) => {
    const label = button.textContent;
    try {
      await navigator.clipboard.writeText(words);
      button.textContent = "已复制";
    } catch {
      button.textContent = "浏览器不允许复制";
    }
    setTimeout(() => (button.textContent = label), 1500);
  };
  archive.address = address;
  archive.quote = (words, paragraph) => {
    const label = paragraph.querySelector(".pl").getAttribute("aria-label");
    const inner = words.replaceAll("⏎", "").replaceAll("“", "‘").replaceAll("”", "’").trim();
    return `“${inner}”${panel.dataset.source}，${label}（${received() ? "原貌" : "校订本"}${version}）。${address(paragraph.id)}`;
  };
  archive.repository = panel.dataset.repository || "";

  panel.addEventListener("beforetoggle", fill);
  if (!HTMLElement.prototype.hasOwnProperty("popover")) fill(); // the panel then stands in the page
})();
