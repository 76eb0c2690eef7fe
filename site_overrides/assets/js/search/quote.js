/* 引文核对: whether a pasted sentence stands in the documents, word for word or nearly. Nothing leaves the browser. */
(() => {
  "use strict";
  const SHORTEST = 12; // folded characters that make a query a quotation
  const LONGEST = 1200;
  const SENTENCES = 8;
  const CANDIDATES = 4;
  const SAMPLES = 14;
  const ENOUGH = 0.6; // share of a quotation that must agree for it to be near
  const STOP = /[\p{P}\p{S}]/u;

  /** A text without punctuation, with the places its characters come from. */
  function bare(text, folding) {
    const { chars, starts, ends } = folding.trace(text);
    const kept = chars.map((char, n) => n).filter((n) => !STOP.test(chars[n]));
    return { chars: kept.map((n) => chars[n]), starts: kept.map((n) => starts[n]), ends: kept.map((n) => ends[n]) };
  }

  /** The units that share most with a text, by samples of four characters between stops. */
  async function candidates(text, folding) {
    const runs = folding.trace(text).chars.join("").split(/[\p{P}\p{S}]+/u).flatMap((run) => {
      const chars = [...run];
      return chars.length < 4 ? [] : chars.slice(3).map((_, n) => chars.slice(n, n + 4).join(""));
    });
    const step = Math.max(1, runs.length / SAMPLES);
    const samples = [...new Set(Array.from({ length: Math.min(SAMPLES, runs.length) }, (_, n) => runs[Math.floor(n * step)]))];
    const votes = new Map();
    for (const found of await Promise.all(samples.map((sample) => archiveSearch.find(sample)))) {
      for (const unit of found.units) votes.set(unit, (votes.get(unit) ?? 0) + 1 / (1 + Math.log1p(found.units.length)));
    }
    return [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CANDIDATES).map(([unit]) => unit);
  }

  /** The cheapest way to read all of `quote` out of some stretch of `text`: its cost and its steps from the end on. */
  function align(quote, text) {
    const width = text.length + 1;
    const cost = new Uint16Array((quote.length + 1) * width);
    for (let i = 1; i <= quote.length; i++) {
      cost[i * width] = i;
      for (let j = 1; j < width; j++) {
        const same = cost[(i - 1) * width + j - 1] + (quote[i - 1] === text[j - 1] ? 0 : 1);
        cost[i * width + j] = Math.min(same, cost[(i - 1) * width + j] + 1, cost[i * width + j - 1] + 1);
      }
    }
    let end = 0;
    for (let j = 1; j < width; j++) if (cost[quote.length * width + j] < cost[quote.length * width + end]) end = j;
    const steps = [];
    for (let i = quote.length, j = end; i > 0; ) {
      const here = cost[i * width + j];
      const differs = j > 0 && quote[i - 1] !== text[j - 1] ? 1 : 0;
      if (j > 0 && here === cost[(i - 1) * width + j - 1] + differs) steps.push(differs ? { quote: --i, text: --j } : { same: --j, of: --i });
      else if (here === cost[(i - 1) * width + j] + 1) steps.push({ quote: --i });
      else steps.push({ text: --j });
    }
    return { cost: cost[quote.length * width + end], steps: steps.reverse() };
  }

  /** The steps as runs: what both have, what only the quotation has (gone), what only the document has (there). */
  function runsOf(steps, quote, quoted, text, standing) {
    const runs = [];
    const differing = { gone: "", there: "" };
    const flush = () => {
      for (const kind of ["gone", "there"]) if (differing[kind]) runs.push({ kind, text: differing[kind] });
      differing.gone = differing.there = "";
    };
    for (const step of steps) {
      if ("same" in step) {
        flush();
        const last = runs[runs.length - 1];
        const piece = text.slice(standing.starts[step.same], standing.ends[step.same]);
        if (last?.kind === "same") last.text += piece;
        else runs.push({ kind: "same", text: piece });
      }
      if ("quote" in step) differing.gone += quote.slice(quoted.starts[step.quote], quoted.ends[step.quote]);
      if ("text" in step) differing.there += text.slice(standing.starts[step.text], standing.ends[step.text]);
    }
    flush();
    return runs;
  }

  async function readUnits(units, manifest) {
    return Promise.all(units.map(async (unit) => {
      const place = archiveSearch.placeOf(manifest, unit);
      return { place, ...(await archiveSearch.textOf(place, manifest)) };
    }));
  }

  /** What is true of one text: {verdict, place, runs}; verdicts are verbatim, marks, near and none. */
  async function judge(text, manifest) {
    const { folding } = manifest;
    const folded = folding.fold(text);
    const exact = await archiveSearch.find([...folded].slice(0, 400).join(""));
    const read = await readUnits(exact.units.slice(0, CANDIDATES), manifest);
    const verbatim = read.find((unit) => unit.text.includes(text));
    if (verbatim) return { verdict: "verbatim", place: verbatim.place };
    const quoted = bare(text, folding);
    const wanted = quoted.chars.join("");
    let best = { verdict: "none" };
    let least = Infinity;
    for (const unit of [...read, ...(await readUnits(await candidates(text, folding), manifest))]) {
      const standing = bare(unit.text, folding);
      if (standing.chars.join("").includes(wanted)) return { verdict: "marks", place: unit.place };
      const { cost, steps } = align(quoted.chars, standing.chars);
      if (cost < least && 1 - cost / quoted.chars.length >= ENOUGH) {
        least = cost;
        best = { verdict: "near", place: unit.place, runs: runsOf(steps, text, quoted, unit.text, standing) };
      }
    }
    return best;
  }

  const sentencesOf = (text) => text.match(/[^。！？!?\n]+[。！？!?]*[”’」』"']*/g)?.map((part) => part.trim()).filter(Boolean) ?? [];

  /** The verdicts on a query that is long enough to be a quotation: on the whole, or on each of its sentences. */
  archiveSearch.checkQuote = async (query, manifest) => {
    const text = query.trim().replace(/^[“"「『]+|[”"」』]+$/gu, "").slice(0, LONGEST);
    if ([...manifest.folding.fold(text)].length < SHORTEST || !/\p{Script=Han}/u.test(text)) return [];
    const whole = await judge(text, manifest);
    const sentences = sentencesOf(text).filter((part) => [...manifest.folding.fold(part)].length >= 4);
    if (["verbatim", "marks"].includes(whole.verdict) || sentences.length < 2) return [{ text, ...whole }];
    return Promise.all(sentences.slice(0, SENTENCES).map(async (part) => ({ text: part, ...(await judge(part, manifest)) })));
  };
})();
