/* Which paragraphs answer a query, best first: those with its very characters, then those with its words. */
(() => {
  "use strict";
  const MOST = 50;
  const GROUPS = 40; // shards of documents that one ranking may fetch
  const LONGEST = 120; // characters of a query that are looked for as they stand
  const NEAR = 40; // characters within which two words belong together

  const rarity = (units, total) => Math.log(1 + total / (units + 1));
  const often = (times) => (2.2 * times) / (times + 1.2);
  const brevity = (length) => 1 / (0.7 + (0.3 * length) / 200);

  /** Whether a document passes the reader's filters. */
  function makeFilter(manifest, { kind, year, speaker }) {
    const kindOf = kind ? manifest.kinds.indexOf(kind) : -1;
    const speakerOf = speaker ? manifest.speakers.indexOf(speaker) : -1;
    return (unit) => {
      if (!kind && !year && !speaker) return true;
      const n = archiveSearch.documentOf(manifest, unit);
      return (!kind || manifest.kind[n] === kindOf) && (!speaker || manifest.speaker[n] === speakerOf) && (!year || manifest.dates[n].startsWith(year));
    };
  }

  /** The units with the characters of the query as it stands, or with its numbers written another way. */
  async function findExact(query, manifest, passes) {
    const variants = archiveSearch.writeNumbers(query).map((text) => [...manifest.folding.fold(text)].slice(0, LONGEST).join(""));
    const hits = new Map();
    const count = { units: 0, places: 0, complete: true };
    for (const [n, folded] of [...new Set(variants)].entries()) {
      if (!folded) continue;
      const found = await archiveSearch.find(folded);
      count.complete &&= found.complete;
      if (!found.complete) Object.assign(count, { units: count.units + found.unitCount, places: count.places + found.count });
      found.units.forEach((unit, i) => {
        if (!passes(unit)) return;
        if (found.complete) count.places += found.starts[i].length;
        const times = found.starts[i].length + (hits.get(unit)?.times ?? 0);
        const terms = [...(hits.get(unit)?.terms ?? []), folded];
        if (found.complete && !hits.has(unit)) count.units += 1;
        hits.set(unit, { unit, times, terms, match: "exact", score: often(times) * (n ? 0.5 : 1) });
      });
    }
    return { hits: [...hits.values()], count };
  }

  /** For one word of the question: unit ▸ how well it answers, with the wording that does and where it stands. */
  async function weighWord(word, total) {
    const wordings = [{ text: word.text, weight: 1 }, ...word.others];
    const found = await Promise.all(wordings.map(({ text }) => archiveSearch.find(text)));
    const answers = new Map();
    const take = (list, text, weight) => {
      const rare = rarity(list.unitCount, total);
      list.units.forEach((unit, i) => {
        const score = weight * rare * often(list.starts[i].length);
        const before = answers.get(unit);
        if (!before || before.score < score) answers.set(unit, { score: score + 0.15 * (before?.score ?? 0), text, at: list.starts[i][0] });
        else before.score += 0.15 * score;
      });
    };
    found.forEach((list, n) => take(list, wordings[n].text, wordings[n].weight));
    const chars = [...word.text];
    if (!word.whole && chars.length > 2 && found[0].unitCount < 3) {
      const pairs = chars.slice(1).map((char, n) => chars[n] + char);
      const lists = await Promise.all(pairs.map((pair) => archiveSearch.find(pair)));
      lists.forEach((list, n) => take(list, pairs[n], 0.4));
    }
    return answers;
  }

  /** The units that answer the words of a question, those that cover more of it first. */
  async function findRelated(words, manifest, passes) {
    const answers = await Promise.all(words.map((word) => weighWord(word, manifest.total)));
    const weights = words.map((word, n) => (answers[n].size ? Math.min(4, [...word.text].length) : 0));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const hits = new Map();
    answers.forEach((answered, n) => {
      for (const [unit, { score, text, at }] of answered) {
        if (!passes(unit)) continue;
        const hit = hits.get(unit) ?? { unit, score: 0, covered: 0, terms: [], ats: [], match: "related" };
        hit.score += score;
        hit.covered += weights[n] / whole;
        if (hit.ats.some((other) => Math.abs(other - at) < NEAR)) hit.score += 0.5 * score;
        hit.ats.push(at);
        hit.terms.push(text);
        hits.set(unit, hit);
      }
    });
    const best = [...hits.values()];
    for (const hit of best) hit.score *= 0.2 + 0.8 * hit.covered ** 1.5;
    return best;
  }

  /** The best hits with their places: length and kind weigh in for as many as may be fetched. */
  async function place(hits, manifest, order) {
    const newest = (a, b) => b.unit - a.unit;
    const rough = hits.sort(order === "time" ? newest : (a, b) => b.score - a.score || newest(a, b));
    const groups = new Set();
    const within = [];
    for (const hit of rough) {
      const group = Math.floor(archiveSearch.documentOf(manifest, hit.unit) / manifest.group);
      if (groups.size >= GROUPS && !groups.has(group)) {
        if (within.length >= MOST) break;
        if (order !== "time" && groups.size > GROUPS + MOST) continue;
      }
      groups.add(group);
      within.push(hit);
      if (order === "time" && within.length >= MOST) break;
    }
    const places = await Promise.all(within.map((hit) => archiveSearch.placeOf(manifest, hit.unit)));
    const placed = within.map((hit, n) => ({ ...hit, place: places[n], score: hit.score * weighPlace(places[n]) }));
    if (order === "time") return placed.sort((a, b) => compareDates(manifest, a, b)).slice(0, MOST);
    return placed.sort((a, b) => b.score - a.score || newest(a, b)).slice(0, MOST);
  }

  const weighPlace = ({ kind, length }) => (kind === "paragraph" ? brevity(length) : kind === "heading" ? 0.9 : 0.6);

  function compareDates(manifest, a, b) {
    const [one, other] = [manifest.dates[a.place.document], manifest.dates[b.place.document]];
    return one === other ? a.unit - b.unit : one < other ? 1 : -1;
  }

  /** Everything that is found for a query; `related` says whether its words are looked for too. */
  archiveSearch.search = async (query, desk, { filters = {}, order = "rank", more = false } = {}) => {
    const { manifest, dictionary } = desk;
    const passes = makeFilter(manifest, filters);
    const exact = await findExact(query, manifest, passes);
    const words = archiveSearch.readWords(desk.asked ?? query, dictionary, manifest.folding);
    const wanted = more || !exact.hits.length || words.length > 1 || words.some((word) => word.others.length);
    const met = new Set(exact.hits.map((hit) => hit.unit));
    const related = wanted ? (await findRelated(words, manifest, passes)).filter((hit) => !met.has(hit.unit)) : [];
    const best = Math.max(0, ...related.map((hit) => hit.score));
    return {
      exact: await place(exact.hits, manifest, order), count: exact.count, words, relatedWanted: wanted,
      related: await place(related.filter((hit) => hit.score > 0.2 * best), manifest, order),
    };
  };
})();
