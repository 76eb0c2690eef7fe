/* How hits, entries and verdicts look. */
(() => {
  "use strict";
  const { make, address } = archiveSearch;
  const KINDS = { term: "提法", person: "人物", body: "机构" };
  const VERDICTS = {
    verbatim: "逐字一致", marks: "文字一致，标点或全半角不同", near: "相近，不一致处已标出", none: "本库文件中没有这句话",
  };

  const marked = (parts) => parts.map((part) => (part.mark ? make("mark", {}, part.text) : part.text));

  function whereOf(place, section) {
    if (place.kind === "head") return "标题";
    const trail = section ? section.split(" › ").map((title) => (title.length > 22 ? `${title.slice(0, 21)}…` : title)) : [];
    return [...trail, place.kind === "heading" ? "小标题" : ""].filter(Boolean).join(" › ");
  }

  /** The figures whose sentence has a hit, in the words of the text. */
  function figuresNear(text, figures, spans) {
    const chars = [...text];
    const offsets = [0];
    for (const char of chars) offsets.push(offsets[offsets.length - 1] + char.length);
    const near = [];
    for (let n = 0; n < figures.length; n += 2) {
      const [from, to] = [offsets[figures[n]], offsets[figures[n + 1]]];
      const meets = ([start, end]) => !/[。！？]/.test(text.slice(Math.min(end, from), Math.max(start, from)));
      if (spans.some(meets)) near.push(text.slice(from, to));
    }
    return near;
  }

  /** A hit as a list item: a link to its place, where that is, and (filled in when it is seen) the words around it. */
  function showHit(hit, manifest) {
    const { place } = hit;
    const { documents } = manifest;
    const named = (column) => manifest.words[column][documents[column][place.document]];
    const link = make("a", { href: address(place.path) }, place.name, " ", make("span", { class: "found-where" }));
    const about = [documents.when[place.document], named("kind"), named("completeness"), named("speaker")].filter(Boolean).join(" · ");
    const words = make("p", { class: "found-words" });
    const item = make("li", { "data-match": hit.match }, make("p", { class: "found-head" }, link, make("span", { class: "found-about" }, about)), words);
    const fill = async () => {
      const { text, section, figures } = await archiveSearch.textOf(place, manifest);
      const { parts, spans } = archiveSearch.excerpt(text, hit.terms, manifest.folding);
      words.replaceChildren(...marked(parts));
      const where = whereOf(place, section);
      if (where) link.querySelector(".found-where").textContent = where;
      item.figures = figuresNear(text, figures, spans);
    };
    item.fill = () => (item.filled ??= fill());
    return item;
  }

  /** An entry as a list item; its gloss follows when it has arrived. */
  function showEntry({ entry, number }) {
    const gloss = make("span", { class: "found-gloss" });
    const uses = entry.count ? `${entry.count} 处` : "文中未见";
    archiveSearch.load("glosses").then(({ entries }) => {
      const [meaning, english] = entries[number];
      gloss.append(meaning || entry.roles?.join("；") || "", english ? make("span", { lang: "en" }, ` ${english}`) : "");
    }, () => {});
    return make("li", {}, make("a", { href: address(entry.url) }, entry.name), make("span", { class: "found-about" }, `${KINDS[entry.kind]} · ${uses}`), gloss);
  }

  const showIndicator = (one) =>
    make("li", {}, make("a", { href: address(one.url) }, one.name), make("span", { class: "found-about" }, "指标"), make("span", { class: "found-gloss" }, one.newest));

  const RUNS = { same: "span", gone: "del", there: "ins" };

  /** What was found of a quotation: one line a sentence. */
  function showVerdicts(verdicts) {
    const rows = verdicts.map(({ text, verdict, place, runs }) => {
      const clipped = text.length > 60 ? `${text.slice(0, 59)}…` : text;
      return make("li", { "data-verdict": verdict },
        make("strong", {}, VERDICTS[verdict]), place ? "：" : "",
        place ? make("a", { href: address(place.path) }, `${place.name} ${place.anchor}`) : "",
        make("p", { class: "found-words" }, runs ? runs.map((run) => make(RUNS[run.kind], {}, run.text)) : clipped));
    });
    const legend = verdicts.some((one) => one.runs) ? make("p", { class: "found-about" }, "划线：只在所贴的句子里；下划线：只在文件里。标点不计。") : "";
    return [make("h2", {}, "引文核对"), make("ul", { class: "found-verdicts" }, rows), legend];
  }

  Object.assign(archiveSearch, { showHit, showEntry, showIndicator, showVerdicts });
})();
